"""What a local administrator has to see to: overdue reviews, ends to come, what lies unused."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from access.accounts.models import User
from access.models import AccessRules, Employment, Unit
from access.roles import Role
from access.selectors import accounts_administered_from, in_force, units_under
from access.staff.selectors.reviews import overdue_count
from access.worker import Worker

_ENDS_WITHIN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How much there is of each, at or below the units somebody administers.

    Args:
        reviews: units whose access should have been reviewed.
        ending: employments that end within a month.
        unused: open accounts nobody has signed in with for long.
        leaderless: units where people work and nobody leads.
        unused_days: how long that is.
    """

    reviews: int
    ending: int
    unused: int
    leaderless: int
    unused_days: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing has to be seen to."""
        return not (self.reviews or self.ending or self.unused or self.leaderless)


def follow_up(worker: Worker, unit_ids: Sequence[UUID]) -> FollowUp:
    """Count what there is to see to.

    Args:
        worker: who administers.
        unit_ids: the units he administers.
    """
    here = Employment.objects.filter(content_object__path__overlap=unit_ids)
    accounts = accounts_administered_from(unit_ids)
    return FollowUp(
        reviews=overdue_count(worker),
        ending=here.filter(ending_soon()).count(),
        unused=unused_accounts(accounts).count(),
        leaderless=without_leader(units_under(unit_ids)).count(),
        unused_days=_unused_days(),
    )


def ending_soon() -> Q:
    """Employments in force that end within a month; substitutes' always do, and are left out."""
    soon = timezone.now() + _ENDS_WITHIN
    return in_force() & Q(valid_until__lte=soon, is_substitute=False)


def unused_accounts(accounts: QuerySet[User]) -> QuerySet[User]:
    """Those open, made long ago, of people who work, and not signed in with for long."""
    since = timezone.now() - timedelta(days=_unused_days())
    working = Employment.objects.filter(in_force()).values("user_id")
    not_since = Q(last_login=None) | Q(last_login__lt=since)
    return accounts.filter(
        not_since, is_active=True, date_joined__lt=since, pk__in=working
    )


def without_leader(units: QuerySet[Unit]) -> QuerySet[Unit]:
    """Those in use where people work, and nobody leads, neither there nor above.

    Whoever only gives rights or reviews them is led by the municipality itself.
    """
    now = Employment.objects.filter(in_force())
    led = now.filter(permission__codename=Role.LEADER.codename)
    beside = [Role.LOCAL_ADMIN.codename, Role.AUDITOR.codename]
    staffed = now.exclude(permission__codename__in=beside).values("content_object_id")
    at = list(led.values_list("content_object_id", flat=True).distinct())
    return units.filter(is_active=True, pk__in=staffed).exclude(path__overlap=at)


def _unused_days() -> int:
    return AccessRules.objects.values_list("unused_days", flat=True).get()
