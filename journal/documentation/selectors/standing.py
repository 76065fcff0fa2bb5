"""How the person who has a record open stands to it, and to an entry in it."""

from collections.abc import Container
from uuid import UUID

from access.actions import Action
from access.roles import Rights, Role
from journal.documentation.models import NoteKind
from journal.documentation.rules.authorship import Standing
from journal.documentation.rules.usual_kinds import by_use
from journal.record.models import OpenRecord


def is_former(record: OpenRecord) -> bool:
    """Whether the stay that opened the record has ended, so that nothing new begins."""
    return record.is_former


def leads(record: OpenRecord) -> bool:
    """Whether the person leads the unit by which the record is open to him."""
    return any(
        post.role is Role.LEADER and post.unit_id == record.decision.unit_id
        for post in record.worker.posts
    )


def standing_to(record: OpenRecord, authors: Container[UUID]) -> Standing:
    """Tell how the person stands to an entry, by who signed its versions."""
    return Standing(
        is_author=record.worker.user_id in authors,
        leads=leads(record),
        is_former=is_former(record),
    )


def may(record: OpenRecord, action: Action) -> bool:
    """Whether to offer an action; the door asks again when it is tried."""
    kind = record.decision.kind
    return any(post.rights[kind].allows(action) for post in record.worker.posts)


def kinds_open_to(record: OpenRecord) -> list[NoteKind]:
    """List the kinds of notes the person may write, those he usually writes first."""
    role = record.decision.role
    possible = [kind for kind in NoteKind if kind in _rights(record).writes]
    ordered = by_use(possible, role=role or "", service=record.decision.service_type)
    return [NoteKind(kind) for kind in ordered]


def _rights(record: OpenRecord) -> Rights:
    """The rights of the post by which the record is open to the person."""
    decision = record.decision
    for post in record.worker.posts:
        if post.role is decision.role and post.unit_id == decision.unit_id:
            return post.rights[decision.kind]
    return Rights()
