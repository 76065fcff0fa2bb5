"""How the person who has a record open stands to it, and to an entry in it."""

from collections.abc import Container
from uuid import UUID

from access.actions import Action
from access.roles import ROLE_SEES, Role, roles_that_may
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
    mine = {role.codename for role in record.worker.roles}
    return not mine.isdisjoint(roles_that_may(action, record.decision.kind))


def kinds_open_to(record: OpenRecord) -> list[NoteKind]:
    """List the kinds of notes the person may write, those he usually writes first.

    A case handler writes only what he may also read afterwards.
    """
    role = record.decision.role
    sees = ROLE_SEES.get((record.decision.kind, role)) if role else None
    possible = [kind for kind in NoteKind if sees is None or kind in sees]
    ordered = by_use(possible, role=role or "", service=record.decision.service_type)
    return [NoteKind(kind) for kind in ordered]
