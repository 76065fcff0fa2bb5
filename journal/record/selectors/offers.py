"""What a worker is offered to do in an open record; the door asks again when he tries."""

from collections.abc import Sequence
from uuid import UUID

from access.actions import Action
from access.bases import GROUNDS, NAMED_OR_GIVEN
from access.roles import RecordKind, Role
from access.worker import Post
from journal.record.models import Episode, OpenRecord
from journal.record.selectors.ended_stays import ends_to_withdraw

# Who administer services wherever they are given.
_ADMINISTERS = frozenset({Role.CASE_HANDLER, Role.CLERK})


def may_do(record: OpenRecord, stays: Sequence[Episode]) -> frozenset[Action]:
    """What the worker may do in the record, so that no button ends at a closed door.

    Args:
        record: The open record.
        stays: Its stays; a post counts when it is where the patient is.
    """
    kind = RecordKind(record.kind)
    rights = [post.rights[kind] for post in _posts_here(record, stays)]
    carried = frozenset[Action]().union(
        *(GROUNDS[basis].carries for basis in record.decision.grounds_here)
    )
    return frozenset(
        action for action in carried if any(each.allows(action) for each in rights)
    )


def stays_to_change(record: OpenRecord, stays: Sequence[Episode]) -> frozenset[UUID]:
    """The stays the worker is offered to move or end: those at his units.

    Others' stays are theirs to end, but for those who administer services.
    """
    current = [stay for stay in stays if stay.ends_at is None]
    return _at_my_units(record, stays, among=current)


def stays_to_reopen(
    record: OpenRecord, stays: Sequence[Episode], *, ended: Sequence[Episode]
) -> frozenset[UUID]:
    """The ended stays whose end the worker is offered to take back, by the same rule."""
    can_be = ends_to_withdraw(record, ended)
    among = [stay for stay in ended if stay.pk in can_be]
    return _at_my_units(record, stays, among=among)


def _at_my_units(
    record: OpenRecord, stays: Sequence[Episode], *, among: Sequence[Episode]
) -> frozenset[UUID]:
    mine = set(record.worker.unit_ids)
    roles = {post.role for post in _posts_here(record, stays)}
    is_administering = not roles.isdisjoint(_ADMINISTERS)
    return frozenset(
        stay.pk
        for stay in among
        if is_administering or not mine.isdisjoint(stay.unit.path)
    )


def _posts_here(record: OpenRecord, stays: Sequence[Episode]) -> list[Post]:
    """The worker's posts that have business with this record."""
    decision = record.decision
    units = {unit for stay in stays if stay.ends_at is None for unit in stay.unit.path}
    return [
        post
        for post in record.worker.posts
        if decision.basis in NAMED_OR_GIVEN
        or post.unit_id == decision.unit_id
        or post.unit_id in units
    ]
