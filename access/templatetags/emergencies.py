"""What the frame of a page says of emergency accesses."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django import template
from django.utils import timezone

from access.models import EmergencyAccess
from access.oversight.selectors import waiting_count
from access.worker import Worker

register = template.Library()
WARNED_MINUTES = 30
_KEPT = "_emergencies_waiting"


class _Open(Protocol):
    """A record while it is open; the journal's, which this app does not know."""

    pk: UUID
    worker: Worker


@dataclass(frozen=True, slots=True)
class Running:
    """The emergency access a record is open by, as the banner tells it."""

    id: UUID
    ends_at: datetime
    minutes_left: int
    may_extend: bool

    @property
    def is_ending(self) -> bool:
        """Whether it is time to say so."""
        return self.minutes_left <= WARNED_MINUTES


@register.simple_tag(takes_context=True)
def emergencies_waiting(context: dict[str, Any]) -> int:
    """How many wait for the one who reviews; asked once, though the menu stands twice."""
    request = context["request"]
    if not hasattr(request, _KEPT):
        setattr(request, _KEPT, waiting_count(request.worker))
    kept: int = getattr(request, _KEPT)
    return kept


@register.simple_tag
def emergency_of(record: _Open) -> Running | None:
    """The emergency access by which a record is open to whoever has opened it."""
    now = timezone.now()
    mine = EmergencyAccess.objects.filter(
        record_id=record.pk,
        worker_id=record.worker.user_id,
        ended_at=None,
        ends_at__gt=now,
    )
    case = mine.order_by("-ends_at").first()
    if case is None:
        return None
    minutes = int((case.ends_at - now).total_seconds() // 60) + 1
    return Running(case.pk, case.ends_at, minutes, case.extended_at is None)
