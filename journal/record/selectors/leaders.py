"""Whom a person at a closed door may ask: his own leaders, and which of them can help."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from access import policy
from access.accounts.models import User
from access.actions import Action
from access.models import Employment, Unit
from access.policy import Decision
from access.roles import Role
from access.selectors import in_force
from access.worker import Worker
from access.workplace import in_all_posts
from journal.record.selectors.grants import may_be_granted


@dataclass(frozen=True, slots=True)
class Leader:
    """A leader above the worker, by the unit of the worker's own he leads."""

    name: str
    unit_name: str
    phone: str
    may_grant: bool


def leaders_to_ask(worker: Worker, refused: Decision) -> list[Leader]:
    """The leaders of the worker's units and of the units above, nearest first.

    A leader gives access only to what he may open himself, so the policy is asked for
    each. Leaders elsewhere are not named: that would tell where the patient is.

    Args:
        worker: Who was refused; he is not told to ask himself.
        refused: The record, and that it is closed.
    """
    can_be_given = may_be_granted(worker.user_id, kind=refused.kind)
    return [
        Leader(
            name=leader.name,
            unit_name=unit.name,
            phone=unit.phone,
            may_grant=can_be_given and _may_grant(leader, refused.record_id),
        )
        for leader, unit in _leaders_above(worker.unit_ids)
        if leader.pk != worker.user_id
    ]


def _may_grant(leader: User, record_id: UUID) -> bool:
    """Whether a leader could give access now; what he was given himself is not passed on."""
    return bool(
        policy.records_open_to(in_all_posts(leader), Action.GRANT, among=[record_id])
    )


def _leaders_above(unit_ids: Iterable[UUID]) -> list[tuple[User, Unit]]:
    """Each leader of some units and of those they belong to, with the nearest he leads."""
    paths = Unit.objects.filter(pk__in=list(unit_ids)).values_list("path", flat=True)
    employments = (
        Employment.objects.filter(in_force(), user__is_active=True)
        .filter(content_object_id__in={unit for path in paths for unit in path})
        .filter(permission__codename=Role.LEADER.codename)
        .select_related("user", "content_object")
    )
    nearest: dict[UUID, tuple[User, Unit]] = {}
    for employment in sorted(
        employments, key=lambda e: (-len(e.content_object.path), e.user.sort_key)
    ):
        nearest.setdefault(
            employment.user_id, (employment.user, employment.content_object)
        )
    return list(nearest.values())
