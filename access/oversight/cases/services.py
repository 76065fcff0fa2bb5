"""Each step of a case of control: decided, and in the log before anything is written."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.errors import RightsError
from access.models import (
    ANSWER_WITHIN,
    NEEDS_HEARING,
    CaseAccess,
    CaseOrigin,
    CaseOutcome,
    CasePart,
    CaseText,
    LeaderAnswer,
    PatientAnswer,
    ReviewCase,
)
from access.oversight.cases.looked import Looked
from access.oversight.cases.selectors import (
    case_to_review,
    has_reported,
    leaders_of,
    leaders_to_ask,
)
from access.oversight.door import open_about
from access.oversight.questions.answers import answer_patients
from access.worker import Worker
from audit.entry import Subject
from audit.verbs import Reach, Verb

CASE = "access.ReviewCase"


@contextmanager
def open_case(
    case: ReviewCase, *, by: Worker, to: Verb, about: Iterable[Looked] = ()
) -> Iterator[None]:
    """Let a person read or write what is said of a case, once the log says that he does.

    Args:
        case: the case.
        by: who.
        to: what he came to do.
        about: the accesses whose patients are to find this in their own log.
    """
    people = dict.fromkeys(person for one in about for person in one.people)
    subjects = tuple(
        Subject(patient, record, Reach.MENTIONED) for patient, record in people
    )
    with open_about(case, kind=CASE, by=by, to=to, subjects=subjects):
        yield


def make_case(
    looked: Iterable[Looked], *, by: Worker, origin: CaseOrigin
) -> ReviewCase:
    """Make a case of one person's accesses in one week.

    Raises:
        RightsError: they are his own or his leader's, or one is looked into already.
    """
    accesses = list(looked)
    case = _new(accesses, origin, by=by)
    if case.worker_id == by.user_id:
        raise RightsError(_("Du kan ikke kontrollere dine egne oppslag."))
    if case.worker_id in leaders_of(by.unit_ids):
        raise RightsError(_("Det er en leder over deg. Noen andre må kontrollere det."))
    with open_case(case, by=by, to=Verb.CASE_MADE, about=accesses):
        _store_new(case, accesses, by)
    return case


def report_mistake(looked: Looked, *, by: Worker, text: str) -> ReviewCase:
    """Keep that somebody says himself that he opened the wrong person's record.

    A case that others have made of the same access stays as it is, and he does not learn
    of it by this.

    Raises:
        RightsError: it is not his own access, or he has said so before.
    """
    if looked.worker_id != by.user_id:
        raise RightsError(_("Du kan bare melde dine egne oppslag."))
    if has_reported(by, looked.event_id):
        raise RightsError(_("Du har meldt fra om dette oppslaget før."))
    case = _new([looked], CaseOrigin.REPORTED, by=by)
    case.worker_asked_at = case.worker_answered_at = case.made_at
    with open_case(case, by=by, to=Verb.MISTAKE_REPORTED, about=[looked]):
        _store(case, [looked], by)
        _write(case, CasePart.EXPLANATION, by, text)
    return case


def open_up(case: ReviewCase, *, by: Worker) -> None:
    """Open a case: from now on the auditor sees whom it is about.

    Raises:
        RightsError: it is not his to review.
    """
    with _step(case, by=by, to=Verb.CASE_OPENED) as opened:
        if opened.opened_at is None:
            opened.opened_at, opened.opened_by_id = timezone.now(), by.user_id
            keep_case(opened, by)


def ask_leader(case: ReviewCase, *, by: Worker, leader_id: UUID, text: str) -> None:
    """Ask one of the employee's leaders what he knows of it.

    Raises:
        RightsError: it is not his to review, not opened, asked before, or no leader's.
    """
    with _step(case, by=by, to=Verb.CASE_ASKED) as asked:
        _must_be_open(asked)
        if asked.leader_asked_at is not None:
            raise RightsError(_("Lederen er spurt før."))
        if leader_id not in {leader.pk for leader in leaders_to_ask(asked)}:
            raise RightsError(_("Velg en leder for enheten."))
        asked.leader_id, asked.leader_asked_at = leader_id, timezone.now()
        keep_case(asked, by)
        _write(asked, CasePart.TO_LEADER, by, text)


def answer_as_leader(
    case: ReviewCase, *, by: Worker, answer: LeaderAnswer, text: str
) -> None:
    """Keep what the leader knows.

    Raises:
        RightsError: he is not the one who was asked, or has answered.
    """
    if case.leader_id != by.user_id:
        raise RightsError(_("Bare lederen som er spurt, kan svare."))
    with open_case(case, by=by, to=Verb.CASE_ANSWERED):
        case = ReviewCase.objects.select_for_update(of=("self",)).get(pk=case.pk)
        if case.leader_answered_at is not None or case.concluded_at is not None:
            raise RightsError(_("Svaret er sendt før, eller saken er konkludert."))
        case.leader_answered_at, case.leader_answer = timezone.now(), answer.value
        keep_case(case, by)
        if text:
            _write(case, CasePart.FROM_LEADER, by, text)


def ask_worker(case: ReviewCase, *, by: Worker, text: str) -> None:
    """Tell the employee which accesses are looked into, and ask him why.

    Raises:
        RightsError: it is not his to review, not opened, or asked before.
    """
    with _step(case, by=by, to=Verb.CASE_ASKED) as asked:
        _must_be_open(asked)
        if asked.worker_asked_at is not None:
            raise RightsError(_("Den ansatte er spurt før."))
        asked.worker_asked_at = timezone.now()
        keep_case(asked, by)
        _write(asked, CasePart.QUESTION, by, text)


def answer_as_worker(case: ReviewCase, *, by: Worker, text: str) -> None:
    """Keep the employee's explanation, in his own words; it can be sent once.

    Raises:
        RightsError: it is not about him, he was not asked, or it is too late.
    """
    if case.worker_id != by.user_id or case.worker_asked_at is None:
        raise RightsError(_("Bare den saken gjelder, kan forklare."))
    with open_case(case, by=by, to=Verb.CASE_ANSWERED):
        case = ReviewCase.objects.select_for_update(of=("self",)).get(pk=case.pk)
        if case.worker_answered_at is not None or case.concluded_at is not None:
            raise RightsError(_("Svaret er sendt før, eller saken er konkludert."))
        case.worker_answered_at = timezone.now()
        keep_case(case, by)
        _write(case, CasePart.EXPLANATION, by, text)


def conclude(
    case: ReviewCase,
    *,
    by: Worker,
    outcome: CaseOutcome,
    text: str,
    about: Iterable[Looked] = (),
    answers: Mapping[UUID, PatientAnswer] | None = None,
) -> None:
    """Say what came of a case, and what each patient who asked is told.

    Raises:
        RightsError: it is not his to review, not opened, concluded before, the employee
            has not been heard and is to be found at fault, or a patient gets no answer.
    """
    with _step(case, by=by, to=Verb.CASE_CONCLUDED, about=about) as ended:
        _must_be_open(ended)
        if outcome in NEEDS_HEARING and not _is_heard(ended):
            raise RightsError(
                _("Den ansatte må få forklare seg først, eller fristen være ute.")
            )
        ended.concluded_at, ended.outcome = timezone.now(), outcome.value
        ended.concluded_by_id = by.user_id
        answer_patients(ended, outcome, answers or {}, by=by)
        keep_case(ended, by)
        _write(ended, CasePart.CONCLUSION, by, text)


@contextmanager
def _step(
    case: ReviewCase, *, by: Worker, to: Verb, about: Iterable[Looked] = ()
) -> Iterator[ReviewCase]:
    """Let an auditor take a step in a case that is his to review, and not concluded."""
    if case_to_review(by, case.pk) is None:
        raise RightsError(_("Denne saken kan du ikke kontrollere."))
    with open_case(case, by=by, to=to, about=about):
        locked = ReviewCase.objects.select_for_update(of=("self",)).get(pk=case.pk)
        if locked.concluded_at is not None:
            raise RightsError(_("Saken er konkludert."))
        yield locked


def _must_be_open(case: ReviewCase) -> None:
    if case.opened_at is None:
        raise RightsError(_("Åpne saken først."))


def _is_heard(case: ReviewCase) -> bool:
    """Whether the employee has explained himself, or had his two weeks."""
    if case.worker_asked_at is None:
        return False
    is_late = timezone.now() >= case.worker_asked_at + ANSWER_WITHIN
    return case.worker_answered_at is not None or is_late


def _new(looked: list[Looked], origin: CaseOrigin, *, by: Worker) -> ReviewCase:
    first = looked[0]
    return ReviewCase(
        worker_id=first.worker_id,
        unit_id=first.unit_id,
        week=first.week,
        origin=origin.value,
        made_at=timezone.now(),
        made_by_id=by.user_id,
    )


def _store_new(case: ReviewCase, looked: list[Looked], by: Worker) -> None:
    events = [one.event_id for one in looked]
    if CaseAccess.objects.filter(event_id__in=events).exists():
        raise RightsError(_("Oppslaget er alt med i en kontrollsak."))
    _store(case, looked, by)


def _store(case: ReviewCase, looked: list[Looked], by: Worker) -> None:
    keep_case(case, by)
    CaseAccess.objects.bulk_create(
        CaseAccess(case=case, event_id=one.event_id) for one in looked
    )


def _write(case: ReviewCase, part: CasePart, by: Worker, text: str) -> None:
    CaseText.objects.create(
        case=case,
        part=part,
        author_id=by.user_id,
        written_at=timezone.now(),
        text=text,
    )


def keep_case(case: ReviewCase, by: Worker) -> None:
    """Store a case, with who changed it in its history."""
    case._history_user = User(pk=by.user_id)  # type: ignore[attr-defined]
    case.save()
