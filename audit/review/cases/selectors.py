"""Cases of control as an auditor sees them: nobody by name before he has opened one."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from access.models import (
    ANSWER_WITHIN,
    CaseAccess,
    CaseOrigin,
    CaseOutcome,
    ReviewCase,
)
from access.oversight.cases.selectors import cases_to_review, leaders_of
from access.oversight.cases.services import Looked
from access.worker import Worker
from audit.models import AccessEvent, AccessSubject
from audit.review.cases.rules import Share, share_of
from audit.review.rules.log_filter import OSLO
from audit.review.rules.pseudonyms import pseudonym
from audit.review.selectors.facts import read_body
from audit.review.selectors.lines import EventLine, line_of
from audit.verbs import Outcome, Reach

SAMPLE_SIZE = 20
CONCLUDED_SHOWN = 50
# Whoever reviewed is not sampled for having reviewed; the log of that is read by others.
_SAMPLE = """
SELECT event.id FROM audit_accessevent event
WHERE event.recorded_at >= %(since)s AND event.recorded_at < %(until)s
  AND event.outcome = %(done)s AND event.actor_id IS NOT NULL
  AND event.basis <> 'review' AND event.actor_id <> ALL (%(barred)s::uuid[])
  AND EXISTS (SELECT 1 FROM audit_accesssubject subject
    WHERE subject.event_id = event.id AND subject.reach = %(record)s)
  AND NOT EXISTS (SELECT 1 FROM access_caseaccess looked
    WHERE looked.event_id = event.id)
ORDER BY random() LIMIT %(size)s
"""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case in the list."""

    case: ReviewCase
    who: str
    accesses: int


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
    """List the cases of an auditor: those that wait, or those concluded last."""
    found = cases_to_review(worker).filter(concluded_at__isnull=not concluded)
    if concluded:
        found = found.order_by("-concluded_at")[:CONCLUDED_SHOWN]
    cases = list(found)
    ids = CaseAccess.objects.filter(case__in=cases).values_list("case_id", flat=True)
    counts = Counter(ids)
    return [CaseRow(case, label_of(case), counts[case.pk]) for case in cases]


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


def looked(event_ids: Iterable[UUID]) -> list[Looked]:
    """Tell of some events what a case is made of; those nobody did are left out."""
    ids = list(event_ids)
    people: defaultdict[UUID, dict[tuple[UUID, UUID | None], None]] = defaultdict(dict)
    rows = AccessSubject.objects.filter(event_id__in=ids).order_by("pk")
    for event_id, patient, record in rows.values_list(
        "event_id", "patient_id", "record_id"
    ):
        people[event_id][patient, record] = None
    events = AccessEvent.objects.filter(pk__in=ids).order_by("recorded_at", "pk")
    return [
        Looked(
            event_id=event.pk,
            worker_id=event.actor_id,
            unit_id=event.unit_id,
            day=timezone.localdate(event.recorded_at),
            people=tuple(people[event.pk]),
        )
        for event in events
        if event.actor_id is not None
    ]


def case_with(event_id: UUID, worker: Worker) -> ReviewCase | None:
    """The case an event is looked into by, if it is one the auditor may see."""
    return cases_to_review(worker).filter(accesses__event_id=event_id).first()


def last_week(today: date) -> date:
    """The Monday of the week before this one."""
    return today - timedelta(days=today.weekday() + 7)


def is_sampled(monday: date) -> bool:
    """Whether the sample of a week has been drawn."""
    return ReviewCase.objects.filter(origin=CaseOrigin.SAMPLE, week=monday).exists()


def draw(worker: Worker, monday: date, *, size: int = SAMPLE_SIZE) -> list[Looked]:
    """Draw accesses of a week that nobody looks into, at random, and nobody's choice."""
    since = datetime.combine(monday, time.min, OSLO)
    barred = [worker.user_id, *leaders_of(worker.unit_ids)]
    values: dict[str, Any] = {
        "since": since,
        "until": since + timedelta(days=7),
        "done": Outcome.DONE.value,
        "record": Reach.RECORD.value,
        "barred": barred,
        "size": size,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SAMPLE, values)
        return looked(event_id for (event_id,) in cursor.fetchall())
