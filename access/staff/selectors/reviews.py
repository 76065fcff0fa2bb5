"""Who has access at a unit, and when somebody last went through it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Min, QuerySet
from django.utils import timezone

from access.accounts.models import User
from access.models import (
    AccessReview,
    AccessRules,
    Basis,
    CareRelation,
    Employment,
    GrantReason,
    RightKind,
    Unit,
)
from access.roles import Role
from access.selectors import administered_unit_ids, in_force, units_in_tree, units_under
from access.staff.rules.months import months_after
from access.staff.selectors.file_cells import BY_HAND
from access.staff.selectors.leading import appointments_in_force, led_units
from access.worker import Worker


@dataclass(frozen=True, slots=True)
class UnitToReview:
    """A unit where somebody has access: reviewed when and by whom, and due when."""

    unit: Unit
    last: AccessReview | None
    due_on: date
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Right:
    """One right in force at a unit: an employment, an appointment, or a grant of a record."""

    kind: RightKind
    id: str
    user: User
    role: Role | None
    what: str
    valid_from: datetime
    valid_until: datetime | None
    row: object

    @property
    def key(self) -> str:
        """What a form calls it."""
        return f"{self.kind.value}:{self.id}"


def reviewable_units(worker: Worker) -> QuerySet[Unit]:
    """The units whose access a person reviews: those he leads or administers."""
    mine = [*administered_unit_ids(worker.user_id)]
    led = led_units(worker).values("pk")
    found = units_under(mine) | Unit.objects.filter(pk__in=led)
    return found.filter(is_active=True)


def units_to_review(worker: Worker) -> list[UnitToReview]:
    """The units where somebody has access, those due first on top."""
    units = units_in_tree(reviewable_units(worker).values_list("pk", flat=True))
    mine = {unit.pk: unit for unit in units}
    since = _since(mine)
    last = _last_reviews(mine)
    rules = AccessRules.objects.first()
    months = rules.review_months if rules else 6
    today = timezone.localdate()
    found = []
    for unit_id in since:
        review = last.get(unit_id)
        begun = review.concluded_at if review else since[unit_id]
        due = months_after(timezone.localdate(begun), months)
        found.append(UnitToReview(mine[unit_id], review, due, due < today))
    return sorted(found, key=lambda one: (one.due_on, one.unit.sort_key))


def overdue_count(worker: Worker) -> int:
    """How many units a person should have reviewed by now."""
    return sum(one.is_overdue for one in units_to_review(worker))


def rights_at(unit: Unit) -> list[Right]:
    """All rights in force at a unit, by name; those at units above are reviewed there."""
    employments = list(
        Employment.objects.filter(in_force(), content_object=unit)
        .select_related("user", "permission", "content_object")
        .order_by("user__sort_key", "pk")
    )
    appointments = appointments_in_force().filter(unit=unit).select_related("user")
    rights = [_of_employment(one) for one in employments]
    rights += [
        Right(
            RightKind.SHIFT_LEADER,
            str(one.pk),
            one.user,
            None,
            str(RightKind.SHIFT_LEADER.label),
            one.valid_from,
            one.valid_until,
            one,
        )
        for one in appointments
    ]
    rights += _grants_to({one.user_id: one.user for one in employments})
    return sorted(rights, key=lambda one: (one.user.sort_key, one.kind, one.id))


def rights_to_decide(worker: Worker, unit: Unit) -> tuple[list[Right], list[Right]]:
    """Divide the rights at a unit into those a person decides of, and the others.

    Nobody decides of his own, and a leader not of those who oversee or give rights.
    """
    administers = bool(set(unit.path) & set(administered_unit_ids(worker.user_id)))
    mine: list[Right] = []
    others: list[Right] = []
    for right in rights_at(unit):
        is_own = right.user.pk == worker.user_id
        is_above = right.role in BY_HAND and not administers
        (others if is_own or is_above else mine).append(right)
    return mine, others


def review_of(worker: Worker, review_id: UUID) -> AccessReview | None:
    """Find a review of a unit the person may review, with what was decided."""
    found = AccessReview.objects.filter(pk=review_id, unit__in=reviewable_units(worker))
    return found.select_related("unit", "reviewed_by").first()


def _since(units: Iterable[UUID]) -> dict[UUID, datetime]:
    """Since when somebody has had access, of those units where somebody has."""
    found = Employment.objects.filter(in_force(), content_object__in=list(units))
    first = found.values("content_object").annotate(first=Min("valid_from"))
    return dict(first.values_list("content_object", "first"))


def _last_reviews(units: Iterable[UUID]) -> dict[UUID, AccessReview]:
    found = (
        AccessReview.objects.filter(unit__in=list(units))
        .order_by("unit_id", "-concluded_at")
        .distinct("unit_id")
        .select_related("reviewed_by")
    )
    return {review.unit_id: review for review in found}


def _of_employment(one: Employment) -> Right:
    what = str(one.role.label)
    return Right(
        RightKind.EMPLOYMENT,
        str(one.pk),
        one.user,
        one.role,
        what,
        one.valid_from,
        one.valid_until,
        one,
    )


def _grants_to(people: dict[UUID, User]) -> list[Right]:
    """Grants to those who work at the unit; of which patient is not said."""
    found = CareRelation.objects.filter(
        basis=Basis.GRANT, worker_id__in=people, valid_until__gt=timezone.now()
    )
    return [
        Right(
            RightKind.GRANT,
            str(one.pk),
            people[one.worker_id],
            None,
            f"{RightKind.GRANT.label}: {GrantReason(one.reason_code).label}",
            one.valid_from,
            one.valid_until,
            one,
        )
        for one in found
        if one.worker_id is not None
    ]
