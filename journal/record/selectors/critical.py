"""Critical information: what counts, and what no longer does."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from journal.record.models import CriticalInformation, CriticalReview, OpenRecord
from journal.record.models.critical import Severity
from tenants.database.prepared import prepared

# What the rows are called where a role sees only some kinds (`access.models.RoleRights`).
_KIND = "critical"
_GRAVEST = list(Severity.values)


@dataclass(frozen=True, slots=True)
class CriticalItems:
    """What counts, the gravest first, and what has ended, the latest first."""

    now: list[CriticalInformation]
    ended: list[CriticalInformation]


@dataclass(frozen=True, slots=True)
class Asked:
    """That somebody asked about critical information, and there was none to tell of."""

    at: datetime
    by: str


def sees_critical(record: OpenRecord) -> bool:
    """Whether the worker's role sees critical information at all."""
    kinds = record.decision.subject.kinds
    return kinds is None or _KIND in kinds


def critical_items(record: OpenRecord) -> CriticalItems:
    """Read all critical information; a former unit as it was when its stay ended."""
    until = record.decision.readable_until
    items = _of_record(record.pk)
    now = [item for item in items if item.counts_for(until)]
    ended = [item for item in items if not item.counts_for(until)]
    now.sort(key=lambda item: (_GRAVEST.index(item.severity), item.category))
    ended.sort(key=lambda item: item.ended_at or item.written_at, reverse=True)
    return CriticalItems(now, ended)


def last_asked(record: OpenRecord) -> Asked | None:
    """When somebody last asked and was told of nothing; a former unit as it was then.

    Who asks again writes over the row, so what a former unit may read is its history.
    """
    until = record.decision.readable_until
    reviews: Any = CriticalReview.objects
    if until is not None:
        reviews = CriticalReview.history.filter(history_date__lte=until)
    review = reviews.filter(record_id=record.pk).first()
    return Asked(review.written_at, review.author_name) if review else None


@prepared
def _of_record(record_id: UUID) -> QuerySet[CriticalInformation]:
    return CriticalInformation.objects.filter(record_id=record_id).order_by("text")
