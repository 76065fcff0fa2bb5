"""Cases of control as an auditor sees them: nobody by name before he has opened one."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from access.models import (
    ANSWER_WITHIN,
    CaseAccess,
    CaseOrigin,
    CaseOutcome,
    LogReview,
    PatientQuestion,
    ReviewCase,
)
from access.oversight.cases.selectors import cases_to_review
from access.oversight.questions.selectors import questions_of_cases, words_of
from access.worker import Worker
from audit.detection.words import sentences
from audit.models import AccessEvent
from audit.review.cases.rules import Share, share_of
from audit.review.rules.pseudonyms import pseudonym
from audit.review.selectors.facts import read_body
from audit.review.selectors.lines import EventLine, line_of

CONCLUDED_SHOWN = 50
# A run that has not ended by then was stopped.
RUNS_FOR = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case in the list."""

    case: ReviewCase
    who: str
    accesses: int
    reasons: list[str]
    question: PatientQuestion | None = None

    @property
    def awaits_answer(self) -> bool:
        """Whether a patient has asked and not been answered."""
        return self.question is not None and self.question.answered_at is None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a patient asks of a case, under his mark."""

    question: PatientQuestion
    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class CaseFigures:
    """How the work goes: what waits, and what the samples have found."""

    waiting: int
    late: int
    sampled: Share


def label_of(case: ReviewCase) -> str:
    """Name whom a case is about: a mark until it is opened (pseudonym)."""
    if case.opened_at is None and case.origin != CaseOrigin.REPORTED:
        return _("Ansatt %(mark)s") % {"mark": pseudonym(case.worker_id)}
    return str(case.worker.name)


def case_rows(worker: Worker, *, concluded: bool) -> list[CaseRow]:
    """List the cases of an auditor: those that wait, or those concluded last.

    A patient who waits for an answer comes first, also where the case was there before he asked.
    """
    found = cases_to_review(worker).filter(concluded_at__isnull=not concluded)
    if concluded:
        found = found.order_by("-concluded_at")[:CONCLUDED_SHOWN]
    cases = list(found)
    ids = CaseAccess.objects.filter(case__in=cases).values_list("case_id", flat=True)
    counts = Counter(ids)
    asked = questions_of_cases(cases)
    rows = [
        CaseRow(
            case,
            label_of(case),
            counts[case.pk],
            reasons_of(case),
            question=next(iter(asked[case.pk]), None),
        )
        for case in cases
    ]
    return sorted(rows, key=lambda row: not row.awaits_answer)


def asked_in(case: ReviewCase) -> list[Asked]:
    """Say what patients ask of a case; their words show only while it is open to the reader."""
    words = words_of(case.pk)
    return [
        Asked(question, pseudonym(question.patient_id), words.get(question.pk, ""))
        for question in questions_of_cases([case])[case.pk]
    ]


def reasons_of(case: ReviewCase) -> list[str]:
    """Say why the control of the log made a case; nothing of a case others made."""
    return sentences(case.reasons) if case.reasons else []


def last_review() -> LogReview | None:
    """The newest run of the control of the log."""
    return LogReview.objects.order_by("-began_at").first()


def is_running(run: LogReview | None) -> bool:
    """Whether the log is looked through now."""
    if run is None or run.ended_at is not None:
        return False
    return run.began_at > timezone.now() - RUNS_FOR


def figures_of_cases(worker: Worker) -> CaseFigures:
    """Say what waits, what is late, and what the samples have shown."""
    sampled = Q(origin=CaseOrigin.SAMPLE, concluded_at__isnull=False)
    late = Q(
        concluded_at=None,
        worker_asked_at__lt=timezone.now() - ANSWER_WITHIN,
        worker_answered_at=None,
    )
    counts = cases_to_review(worker).aggregate(
        waiting=Count("pk", filter=Q(concluded_at=None)),
        late=Count("pk", filter=late),
        sampled=Count("pk", filter=sampled),
        wrong=Count("pk", filter=sampled & Q(outcome=CaseOutcome.DEVIATION)),
    )
    share = share_of(counts["wrong"], counts["sampled"])
    return CaseFigures(counts["waiting"], counts["late"], share)


def lines_of_case(case: ReviewCase, *, reader_id: UUID) -> list[EventLine]:
    """The accesses a case is about, oldest first; patients by marks."""
    ids = list(case.accesses.values_list("event_id", flat=True))
    events = AccessEvent.objects.filter(pk__in=ids).order_by("recorded_at", "pk")
    return [
        line_of(event, read_body(bytes(event.body)), chosen=None, reader_id=reader_id)
        for event in events
    ]


def case_with(event_id: UUID, worker: Worker) -> ReviewCase | None:
    """The case an event is looked into by, if it is one the auditor may see."""
    return cases_to_review(worker).filter(accesses__event_id=event_id).first()
