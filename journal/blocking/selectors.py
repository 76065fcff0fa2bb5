"""Reads of what is blocked in a record, and of what can be."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.models import Block, BlockedWhat, BlockedWhom
from access.roles import RecordKind, Role
from journal.blocking.models import BlockConversation
from journal.documentation.models import Note, NoteKind
from journal.record.models import OpenRecord
from journal.record.selectors.grants import Colleagues, colleague, colleagues_named

DOCUMENTS_MAX = 200


@dataclass(frozen=True, slots=True)
class BlockRow:
    """One block in words: what is closed, to whom, and what was said."""

    id: UUID
    what: str
    whom: str
    is_named: bool
    since: datetime
    until: datetime | None
    conversations: list[BlockConversation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Blocks:
    """Those in force, and those that have ended, the latest first."""

    now: list[BlockRow]
    ended: list[BlockRow]


def blocks_of(record: OpenRecord) -> Blocks:
    """List the blocks of an open record, but for those that name whoever has it open."""
    rows = _rows(record, _shown(record))
    now = timezone.now()
    return Blocks(
        now=[row for row in rows if row.until is None or row.until > now],
        ended=[row for row in rows if row.until is not None and row.until <= now],
    )


def block_of(record: OpenRecord, block_id: UUID) -> BlockRow | None:
    """Find one block in force; None when the record has no such block now."""
    among = _shown(record).filter(pk=block_id, valid_until=None)
    return next(iter(_rows(record, among)), None)


def documents_to_block(record: OpenRecord) -> list[tuple[str, str]]:
    """List the newest notes the worker reads himself, each by the id of its entry."""
    notes = record.notes.latest_versions().order_by("-happened_at", "-written_at")
    return [(str(note.entry_id), _heading(note)) for note in notes[:DOCUMENTS_MAX]]


def people_to_block(record: OpenRecord, words: str, chosen: UUID | None) -> Colleagues:
    """Find employed people by name; whoever is chosen already stays among them."""
    found = colleagues_named(words, kind=RecordKind(record.kind))
    if chosen is None or any(one.user_id == chosen for one in found.found):
        return found
    one = colleague(chosen)
    return Colleagues(words, [*([one] if one else []), *found.found], found.has_more)


def _shown(record: OpenRecord) -> QuerySet[Block]:
    hidden = record.decision.hidden or ()
    return Block.objects.filter(record_id=record.pk).exclude(pk__in=hidden)


def _rows(record: OpenRecord, blocks: Iterable[Block]) -> list[BlockRow]:
    found = sorted(blocks, key=lambda block: block.valid_from, reverse=True)
    people = User.objects.in_bulk([b.worker_id for b in found if b.worker_id])
    documents = _headings(record, [b.document_id for b in found if b.document_id])
    said: dict[UUID, list[BlockConversation]] = {}
    conversations = BlockConversation.objects.filter(record_id=record.pk)
    for conversation in conversations.order_by("written_at"):
        said.setdefault(conversation.block_id, []).append(conversation)
    return [
        BlockRow(
            id=block.pk,
            what=_what(block, documents),
            whom=_whom(block, people),
            is_named=block.whom == BlockedWhom.PERSON,
            since=block.valid_from,
            until=block.valid_until,
            conversations=said.get(block.pk, []),
        )
        for block in found
    ]


def _what(block: Block, documents: dict[UUID, str]) -> str:
    if block.what == BlockedWhat.KIND:
        return str(block.get_kind_display())
    if block.document_id is not None:
        unseen = _("Et notat du ikke har tilgang til")
        return documents.get(block.document_id, unseen)
    return str(BlockedWhat.ALL.label)


def _whom(block: Block, people: dict[UUID, User]) -> str:
    if block.worker_id is not None:
        person = people.get(block.worker_id)
        return person.name if person else _("En tidligere ansatt")
    if block.whom == BlockedWhom.ROLE:
        return _("Alle med rollen %(role)s") % {"role": Role(block.role).label}
    if block.unit is not None:
        return _("Alle ved %(unit)s") % {"unit": block.unit.name}
    return str(BlockedWhom.ALL.label)


def _headings(record: OpenRecord, entries: list[UUID]) -> dict[UUID, str]:
    notes = record.notes.latest_versions().filter(entry_id__in=entries)
    return {note.entry_id: _heading(note) for note in notes}


def _heading(note: Note) -> str:
    when = date_format(timezone.localtime(note.happened_at), "d.m.Y H.i")
    return f"{NoteKind(note.kind).label} {when}, {note.author_name}"
