"""Reads of signed notes: the latest, all of them, one with its versions, and for paper."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import cast
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.utils import timezone

from access.actions import Action
from journal.documentation.models import Note, NoteKind, NoteQuerySet
from journal.documentation.rules.authorship import Standing
from journal.documentation.rules.difference import Part, difference
from journal.documentation.selectors.shown import (
    ShownNote,
    offers_in,
    show,
    to_be_shown,
)
from journal.documentation.selectors.standing import may, standing_to
from journal.record.models import OpenRecord
from tenants.database.prepared import prepared

PAGE_SIZE = 25
LATEST_MAX = 12


@prepared
def _latest(record_id: UUID, me: UUID) -> NoteQuerySet:
    """One's own drafts and then the latest entries, newest first, in one query.

    The few that are shown are found by their indexes first, so that a record of many
    years is as quick as a new one.
    """
    notes = Note.objects.filter(record_id=record_id)
    mine = notes.drafts().filter(author_id=me).values("pk")
    latest = _newest_first(notes.latest_versions()).values("pk")[:LATEST_MAX]
    found = notes.filter(pk__in=mine.union(latest, all=True))
    is_draft = ExpressionWrapper(Q(signed_at=None), output_field=BooleanField())
    ordered = found.order_by(is_draft.desc(), "-happened_at", "-written_at")
    return to_be_shown(ordered)[:LATEST_MAX]


def latest_notes(record: OpenRecord) -> list[ShownNote]:
    """Give one's own drafts and then the latest entries, newest first: 12 at most."""
    offers = offers_in(record)
    found = _latest(record.pk, record.worker.user_id)
    return [show(note, offers=offers) for note in found]


def recent_texts(record: OpenRecord, *, limit: int) -> list[ShownNote]:
    """Give the latest entries without what one may do to them, to be read while writing."""
    notes = _newest_first(record.notes.latest_versions())
    return [show(note) for note in to_be_shown(notes)[:limit]]


def notes_page(
    record: OpenRecord,
    *,
    kinds: Collection[NoteKind] = (),
    only_mine: bool = False,
    page: int = 1,
) -> Page[ShownNote]:
    """Give one page of all entries, newest first; the first begins with one's drafts."""
    drafts, entries = _my_drafts(record), record.notes.latest_versions()
    if kinds:
        drafts, entries = drafts.filter(kind__in=kinds), entries.filter(kind__in=kinds)
    if only_mine:
        entries = entries.filter(author_id=record.worker.user_id)
    pages = Paginator(to_be_shown(_newest_first(entries)), PAGE_SIZE)
    found = pages.get_page(page)
    notes = list(found.object_list)
    if found.number == 1:
        notes = [*to_be_shown(_newest_first(drafts)), *notes]
    offers = offers_in(record)
    shown = [show(note, offers=offers) for note in notes]
    return Page(shown, found.number, cast("Paginator[ShownNote]", pages))


@dataclass(frozen=True, slots=True)
class Version:
    """One signed version of an entry, who signed it, and what it changed."""

    note: ShownNote
    author_name: str
    author_profession: str
    author_unit: str
    changes: list[Part]
    is_current: bool
    earlier_kind: str = ""
    earlier_happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with all its versions, the newest first."""

    versions: list[Version]
    standing: Standing

    @property
    def current(self) -> ShownNote:
        """The version that holds now."""
        return self.versions[0].note


def entry_of(record: OpenRecord, note_id: UUID) -> Entry | None:
    """Find the entry a signed note belongs to; None when it is not in this record."""
    signed = record.notes.signed()
    entry = signed.filter(pk=note_id).values("entry_id")
    notes = list(to_be_shown(signed.filter(entry_id__in=entry)).order_by("-version"))
    if not notes:
        return None
    standing = standing_to(record, {note.author_id for note in notes})
    versions = [
        _version(note, before, show(note, is_replaced=note != notes[0]))
        for note, before in zip(notes, [*notes[1:], None], strict=True)
    ]
    return Entry(versions, standing)


def may_correct_entry(record: OpenRecord, entry: Entry) -> bool:
    """Whether to offer a correction of an entry."""
    is_whole = entry.current.status == "signed"
    return is_whole and entry.standing.may_correct and may(record, Action.CORRECT_NOTE)


def may_mark_entry(record: OpenRecord, entry: Entry) -> bool:
    """Whether to offer to mark an entry as entered in error."""
    is_whole = entry.current.status == "signed"
    is_mine = entry.standing.may_correct
    return is_whole and is_mine and may(record, Action.MARK_NOTE_IN_ERROR)


def signed_note(record: OpenRecord, note_id: UUID) -> Note | None:
    """Find one signed note."""
    return record.notes.signed().filter(pk=note_id).first()


def notes_for_paper(
    record: OpenRecord,
    *,
    since: date,
    until: date,
    kinds: Collection[NoteKind] = (),
    with_earlier: bool = False,
) -> list[ShownNote]:
    """Give the entries that happened in a period, oldest first.

    Args:
        record: The open record.
        since: The first day.
        until: The last day, itself included.
        kinds: Only these kinds; all of them when none is named.
        with_earlier: Replaced versions too, and entries marked as in error.
    """
    if with_earlier:
        notes = record.notes.signed().marking_replaced()
    else:
        notes = record.notes.latest_versions().filter(in_error=None)
    if kinds:
        notes = notes.filter(kind__in=kinds)
    period = (_midnight(since), _midnight(until + timedelta(days=1)))
    notes = notes.filter(happened_at__gte=period[0], happened_at__lt=period[1])
    found = to_be_shown(notes).order_by("happened_at", "entry_id", "version")
    return [show(n, is_replaced=getattr(n, "is_replaced", False)) for n in found]


def _my_drafts(record: OpenRecord) -> NoteQuerySet:
    return record.notes.drafts().filter(author_id=record.worker.user_id)


def _newest_first(notes: NoteQuerySet) -> NoteQuerySet:
    return notes.order_by("-happened_at", "-written_at")


def _version(note: Note, before: Note | None, shown: ShownNote) -> Version:
    signed_by = (note.author_name, note.author_profession, note.unit_name)
    if before is None:
        return Version(shown, *signed_by, [], shown.status != "replaced")
    is_other_kind = note.kind != before.kind
    is_other_time = note.happened_at != before.happened_at
    return Version(
        shown,
        *signed_by,
        changes=difference(before.text, note.text),
        is_current=shown.status != "replaced",
        earlier_kind=str(NoteKind(before.kind).label) if is_other_kind else "",
        earlier_happened_at=before.happened_at if is_other_time else None,
    )


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
