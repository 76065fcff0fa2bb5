"""Who staffs the shifts of which units: their leaders, and whom these have appointed."""

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from access.models import Employment, Shift, ShiftLeader, Unit
from access.roles import Role
from access.selectors import units_under
from access.worker import Worker

# Who cares for patients, and may come as a substitute; nobody else is taken in so quickly.
CLINICAL = (Role.NURSE, Role.CARE_WORKER, Role.HEALTH_VISITOR, Role.PHYSICIAN)


def led_units(worker: Worker) -> QuerySet[Unit]:
    """The units in use that a person leads, and all below them."""
    leads = [post.unit_id for post in worker.posts if post.role is Role.LEADER]
    return units_under(leads).filter(is_active=True)


def staffed_units(worker: Worker) -> QuerySet[Unit]:
    """The units in use whose shifts a person staffs: those he leads, or is appointed for.

    An appointment counts while he works there himself.
    """
    appointed = appointments_in_force().filter(
        user_id=worker.user_id, unit__path__overlap=worker.unit_ids
    )
    tops = list(appointed.values_list("unit_id", flat=True))
    leads = [post.unit_id for post in worker.posts if post.role is Role.LEADER]
    return units_under([*tops, *leads]).filter(is_active=True)


def appointments_in_force(at: datetime | None = None) -> QuerySet[ShiftLeader]:
    """The appointments of shift leaders that are in force at a moment, now unless told."""
    moment = at or datetime.now(UTC)
    return ShiftLeader.objects.filter(valid_from__lte=moment, valid_until__gt=moment)


def shown_units(worker: Worker, staffed: Iterable[Unit]) -> list[Unit]:
    """The units whose roster a person sees: where he works now, and what he staffs."""
    ids = {*worker.unit_ids, *(unit.pk for unit in staffed)}
    return list(Unit.objects.filter(pk__in=ids, is_active=True))


def shifts_staffed(worker: Worker) -> QuerySet[Shift]:
    """Shifts a person may change: of units he staffs, and not over."""
    found = Shift.objects.filter(
        unit__in=staffed_units(worker), valid_until__gt=datetime.now(UTC)
    )
    return found.select_related("unit", "user")


def substitutes_staffed(worker: Worker) -> QuerySet[Employment]:
    """Substitutes a person may send home."""
    return Employment.objects.filter(
        is_substitute=True,
        content_object__in=staffed_units(worker),
        valid_until__gt=datetime.now(UTC),
    ).select_related("content_object", "permission")


def appointments_led(worker: Worker) -> QuerySet[ShiftLeader]:
    """Shift leaders in force at the units a person leads."""
    found = appointments_in_force().filter(unit__in=led_units(worker))
    return found.select_related("unit", "user").order_by(
        "unit__sort_key", "user__sort_key"
    )


def works_at(user_id: UUID, unit: Unit, *, at: datetime) -> bool:
    """Whether a person is employed at a unit at a moment, there or at one above it."""
    return (
        Employment.objects.filter(
            user_id=user_id, content_object_id__in=unit.path, valid_from__lte=at
        )
        .filter(Q(valid_until=None) | Q(valid_until__gt=at))
        .exists()
    )
