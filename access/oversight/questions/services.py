"""A patient's question becomes a case, or joins the one that is already there."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from uuid import UUID

from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.actions import PATIENT_REQUESTED
from access.errors import RightsError
from access.models import (
    CaseAccess,
    CaseOrigin,
    PatientQuestion,
    PatientWords,
    ReviewCase,
)
from access.oversight.cases.looked import Looked
from access.oversight.cases.services import CASE, keep_case
from access.oversight.door import open_about
from access.worker import Worker
from audit.entry import Grounds, Subject
from audit.verbs import Reach, Verb

# What is written down for the patient is done because he asks (v3-ActReason).
_FOR_THE_PATIENT = Grounds(purpose=PATIENT_REQUESTED)


def ask_for_patient(
    looked: Iterable[Looked], *, patient: UUID, record: UUID, by: Worker, text: str
) -> PatientQuestion:
    """Write down that a patient wants to know why somebody opened his record.

    Who writes it down may be the one who is asked about: it is the patient who asks. One
    person's week is one case, whoever asks; a case that is not concluded takes more in.

    Args:
        looked: one person's accesses in one week.
        patient: whose they are, and who asks.
        record: the record they reached.
        by: who writes it down, and may hand the patient his log.
        text: what the patient says, in his own words; it may be nothing.

    Raises:
        RightsError: the patient has asked about all of this, and waits for the answer.
    """
    accesses = list(looked)
    case = _case_for(accesses, by=by)
    question = PatientQuestion(
        case=case,
        patient_id=patient,
        record_id=record,
        asked_at=timezone.now(),
        written_by_id=by.user_id,
    )
    try:
        with _asking(case, question, by):
            _take_in(case, accesses, question, by)
            if text:
                _write(question, text)
    except IntegrityError as error:  # the case was made by somebody else meanwhile
        raise RightsError(_("Noen skrev ned det samme nå. Prøv igjen.")) from error
    return question


def _asking(
    case: ReviewCase, question: PatientQuestion, by: Worker
) -> AbstractContextManager[None]:
    asks = Subject(question.patient_id, question.record_id, Reach.MENTIONED)
    return open_about(
        case,
        kind=CASE,
        by=by,
        to=Verb.EXPLANATION_ASKED,
        subjects=(asks,),
        grounds=_FOR_THE_PATIENT,
    )


def _case_for(looked: list[Looked], *, by: Worker) -> ReviewCase:
    """Find the case of somebody's week that is not concluded, or begin one."""
    first = looked[0]
    waiting = ReviewCase.objects.filter(worker_id=first.worker_id, concluded_at=None)
    of_events = waiting.filter(accesses__event_id__in=[one.event_id for one in looked])
    of_week = waiting.filter(week=first.week, origin=CaseOrigin.PATIENT)
    return (
        of_week.first()
        or of_events.first()
        or ReviewCase(
            worker_id=first.worker_id,
            unit_id=first.unit_id,
            week=first.week,
            origin=CaseOrigin.PATIENT.value,
            made_at=timezone.now(),
            made_by_id=by.user_id,
        )
    )


def _take_in(
    case: ReviewCase, looked: list[Looked], question: PatientQuestion, by: Worker
) -> None:
    """Keep case, events and question; refuse what the patient waits for already."""
    if case._state.adding:
        keep_case(case, by)
    locked = ReviewCase.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if locked.concluded_at is not None:
        raise RightsError(_("Saken ble konkludert nå. Prøv igjen."))
    known = set(case.accesses.values_list("event_id", flat=True))
    new = [one.event_id for one in looked if one.event_id not in known]
    asked = case.questions.filter(patient_id=question.patient_id)
    if not new and asked.exists():
        raise RightsError(_("Pasienten har spurt om dette, og venter på svar."))
    CaseAccess.objects.bulk_create(
        CaseAccess(case=case, event_id=event_id) for event_id in new
    )
    question._history_user = User(pk=by.user_id)  # type: ignore[attr-defined]
    question.save(force_insert=True)


def _write(question: PatientQuestion, text: str) -> None:
    PatientWords.objects.create(
        question=question,
        case_id=question.case_id,
        author_id=question.written_by_id,
        written_at=question.asked_at,
        text=text,
    )
