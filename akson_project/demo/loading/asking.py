"""Two patients ask why somebody opened their records: one waits, one has her answer in a letter.

It is done by the product's own services, as leader and auditor do it on their screens.
"""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from access.actions import Action
from access.models import (
    CaseOutcome,
    LeaderAnswer,
    PatientAnswer,
    PatientQuestion,
)
from access.oversight.cases.looked import looked
from access.oversight.cases.selectors import leaders_to_ask
from access.oversight.cases.services import (
    answer_as_leader,
    ask_leader,
    conclude,
    open_up,
)
from access.oversight.questions.services import ask_for_patient
from access.roles import Role
from access.worker import Worker
from akson_project.demo.loading.following import at_work, journal_of, with_stays
from akson_project.demo.loading.keys import Keys
from akson_project.demo.stories.model import Language, PatientStory, World
from akson_project.demo.stories.places.place import LISTS
from audit.review.extract.accesses import accesses_to
from audit.review.extract.groups import extract_of
from journal.readers.rules.period import Period
from journal.record.gate import open_record
from tenants.context import in_municipality
from tenants.models import Municipality

# What the patients say, and what the auditor writes to the leader and in the end.
_SAID: dict[Language, tuple[str, str, str, str]] = {
    "nb": (
        "Jeg kjenner ikke navnet, og lurer på hvorfor hun var inne hos meg.",
        "Jeg bare lurer på hva dette gjelder.",
        "Pasienten spør om oppslagene denne uken. Vet du om noe som forklarer dem?",
        "Den ansatte gikk på listen til pasienten disse dagene. Lederen bekrefter det.",
    ),
    "nn": (
        "Eg kjenner ikkje namnet, og lurer på kvifor ho var inne hos meg.",
        "Eg berre lurer på kva dette gjeld.",
        "Pasienten spør om oppslaga denne veka. Veit du om noko som forklarer dei?",
        "Den tilsette gjekk på lista til pasienten desse dagane. Leiaren stadfestar det.",
    ),
}


def load_questions(world: World, municipality: Municipality) -> None:
    """Let two patients ask, each about another employee's week; the first is answered."""
    keys = Keys(municipality)
    said = _SAID[world.language]
    with in_municipality(municipality):
        if PatientQuestion.objects.exists():
            return
        leader = at_work(world, keys, unit="hjt", role="leder")
        auditor = next(
            at_work(world, keys, unit=job.unit, role=job.role)
            for worker in world.workers
            for job in worker.employments
            if job.role == Role.AUDITOR.value and worker.username
        )
        asked: list[PatientQuestion] = []
        for patient, _stay in with_stays(world, set(LISTS["za"])):
            apart = {leader.user_id, *(one.case.worker_id for one in asked)}
            question = _ask(keys, patient, said[len(asked)], by=leader, besides=apart)
            asked += [question] if question else []
            if len(asked) == 2:
                break
        _answer(asked[0], by=auditor, leader=leader, said=said[2:])


def _ask(
    keys: Keys, patient: PatientStory, text: str, *, by: Worker, besides: set[UUID]
) -> PatientQuestion | None:
    """Write down what a patient asks of somebody's rounds lately; None if nobody read.

    Once is an emergency or an errand, and what the demo did today is clerks' work.
    """
    record_id, today = journal_of(keys, patient), keys.now.date()
    with open_record(record_id, by=by, to=Action.HAND_OUT_LOG) as record:
        weeks = Period(today - timedelta(days=21), today)
        groups = extract_of(accesses_to(record.patient_id, weeks)).opened
        patient_id = record.patient_id
    rounds = (
        one
        for one in groups
        if len(one.accesses) > 1 and timezone.localdate(one.first.at) < today
    )
    theirs = (one for one in rounds if one.first.worker_id not in besides)
    group = next((one for one in theirs if one.may_ask), None)
    if group is None:
        return None
    return ask_for_patient(
        looked(access.event_id for access in group.accesses),
        patient=patient_id,
        record=record_id,
        by=by,
        text=text,
    )


def _answer(
    question: PatientQuestion, *, by: Worker, leader: Worker, said: tuple[str, ...]
) -> None:
    """Open the case, hear the leader, conclude, and answer the patient."""
    case = question.case
    to_leader, conclusion = said
    open_up(case, by=by)
    if leader.user_id in {one.pk for one in leaders_to_ask(case)}:
        ask_leader(case, by=by, leader_id=leader.user_id, text=to_leader)
        case.refresh_from_db()
        answer_as_leader(case, by=leader, answer=LeaderAnswer.HAD_TASK, text="")
    conclude(
        case,
        by=by,
        outcome=CaseOutcome.IN_ORDER,
        text=conclusion,
        answers={question.pk: PatientAnswer.NEEDED},
    )
