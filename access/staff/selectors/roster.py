"""The duty roster of units, day by day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from access.accounts.models import User
from access.days import start_of
from access.models import Employment, Shift, Unit

# A shift that was struck before it began is kept, and lasts no longer than this.
STRUCK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """One shift, as the list shows it."""

    id: UUID
    name: str
    title: str
    valid_from: datetime
    valid_until: datetime
    is_now: bool
    may_change: bool


@dataclass(frozen=True, slots=True)
class UnitDay:
    """Who is on duty at one unit on one day."""

    unit: Unit
    shifts: list[ShiftLine]


def real_shifts() -> QuerySet[Shift]:
    """All shifts but those that were struck."""
    return Shift.objects.filter(valid_until__gt=F("valid_from") + STRUCK)


def roster_of(
    units: Sequence[Unit], day: date, *, may_change: Iterable[UUID]
) -> list[UnitDay]:
    """List the shifts that touch a day in Norway, unit by unit, by when they begin."""
    now, changeable = timezone.now(), set(may_change)
    found = (
        real_shifts()
        .filter(
            unit__in=units,
            valid_from__lt=start_of(day + timedelta(days=1)),
            valid_until__gt=start_of(day),
        )
        .select_related("user")
        .order_by("valid_from", "user__sort_key")
    )
    lines: dict[UUID, list[ShiftLine]] = {unit.pk: [] for unit in units}
    for shift in found:
        is_over = shift.valid_until <= now
        lines[shift.unit_id].append(
            ShiftLine(
                id=shift.pk,
                name=shift.user.name,
                title=shift.user.title,
                valid_from=shift.valid_from,
                valid_until=shift.valid_until,
                is_now=shift.valid_from <= now and not is_over,
                may_change=shift.unit_id in changeable and not is_over,
            )
        )
    return [UnitDay(unit, lines[unit.pk]) for unit in units]


def people_at(units: Iterable[Unit], *, at: datetime) -> QuerySet[User]:
    """People who are employed at these units at a moment or later, or above them."""
    above = {unit_id for unit in units for unit_id in unit.path}
    employed = Employment.objects.filter(content_object_id__in=above).filter(
        Q(valid_until=None) | Q(valid_until__gt=at)
    )
    found = User.objects.filter(is_active=True, pk__in=employed.values("user_id"))
    return found.order_by("sort_key", "pk")
