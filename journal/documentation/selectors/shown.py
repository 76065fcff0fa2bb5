"""A note as a page shows it, with what the reader may do to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from access.actions import Action
from journal.documentation.models import (
    Note,
    NoteKind,
    NoteQuerySet,
    WithholdCode,
    Withholding,
)
from journal.documentation.rules.lateness import is_late
from journal.documentation.selectors.standing import may, standing_to
from journal.record.models import OpenRecord

_WITHHELD_FROM: Mapping[str, Promise] = {
    WithholdCode.DANGER_TO_LIFE: _("Ikke til pasienten"),
    WithholdCode.CLOSE_ONES: _("Ikke til pasienten"),
    WithholdCode.PERSONNEL: _("Ikke til pasienten"),
    WithholdCode.OWN_WISH: _("Ikke på nett eller til foreldre"),
    WithholdCode.OUTDATED: _("Ikke på nett"),
    WithholdCode.PARENTS: _("Ikke til foreldre"),
    WithholdCode.YOUTH: _("Ikke til ungdommen"),
}
Status = Literal["draft", "signed", "replaced", "in-error"]


@dataclass(frozen=True, slots=True)
class ShownNote:
    """What `_components/note.html` shows of a note.

    Args:
        written_at: when the entry was first signed; of a draft, when it was saved.
        author_name: who signed the entry first, as what and where.
        corrected_at: when this version was signed, if it is a correction.
        corrected_by: who signed it, if that was not the author.
    """

    id: UUID
    entry_id: UUID
    type_label: str
    text: str
    status: Status
    happened_at: datetime
    written_at: datetime
    is_late: bool
    author_name: str
    author_profession: str
    author_unit: str
    version: int
    corrected_at: datetime | None
    corrected_by: str
    correction_reason: str
    error_reason: str
    error_by: str
    error_at: datetime | None
    edit_url: str = ""
    history_url: str = ""
    correct_url: str = ""
    error_url: str = ""
    withhold_url: str = ""
    withheld: str = ""

    @property
    def is_marked(self) -> bool:
        """Whether it is anything but an entry that was signed in time and stands as it was."""
        is_plain = self.status == "signed" and not self.is_late and self.version == 1
        return not is_plain or bool(self.withheld)

    @property
    def is_offered(self) -> bool:
        """Whether the reader may do something with it."""
        return bool(
            self.edit_url
            or self.history_url
            or self.correct_url
            or self.error_url
            or self.withhold_url
        )


@dataclass(frozen=True, slots=True)
class Offers:
    """What the person who has the record open is offered to do with its notes."""

    record: OpenRecord
    may_draft: bool
    may_correct: bool
    may_mark_in_error: bool
    may_withhold: bool

    def urls(self, note: Note, status: Status, first: "First") -> dict[str, str]:
        """Give the addresses of what he may do with one note."""
        if status == "draft":
            may_go_on = self.may_draft
            return {"edit_url": self._url("edit", note)} if may_go_on else {}
        urls = {}
        if note.version > 1:
            urls["history_url"] = self._url("note", note)
        if status == "signed" and self._may_change(note, first):
            if self.may_withhold:
                urls["withhold_url"] = self._url("withhold", note)
            if self.may_correct:
                urls["correct_url"] = self._url("correct", note)
            if self.may_mark_in_error:
                urls["error_url"] = self._url("in_error", note)
        return urls

    def _may_change(self, note: Note, first: "First") -> bool:
        return standing_to(self.record, {note.author_id, first.author_id}).may_correct

    def _url(self, name: str, note: Note) -> str:
        return reverse(f"documentation:{name}", args=[self.record.id, note.id])


def offers_in(record: OpenRecord) -> Offers:
    """Tell what the person is offered, by his roles; the door asks again."""
    return Offers(
        record=record,
        may_draft=may(record, Action.DRAFT_NOTE),
        may_correct=may(record, Action.CORRECT_NOTE),
        may_mark_in_error=may(record, Action.MARK_NOTE_IN_ERROR),
        may_withhold=not record.is_former and may(record, Action.WITHHOLD_NOTE),
    )


@dataclass(frozen=True, slots=True)
class First:
    """Who signed an entry first, as what, where and when."""

    author_id: UUID
    author_name: str
    author_profession: str
    unit_name: str
    written_at: datetime


def to_be_shown(notes: NoteQuerySet) -> NoteQuerySet:
    """Fetch, in the same query, whether a note is in error, withheld, and who signed first."""
    first = Note.objects.signed().filter(entry_id=OuterRef("entry_id"), version=1)
    facts = JSONObject(**{name: name for name in First.__slots__})
    marked = Withholding.objects.filter(entry_id=OuterRef("entry_id"))
    shown: NoteQuerySet = notes.select_related("in_error").annotate(
        first_signed=Subquery(first.values(facts=facts)[:1]),
        withheld_code=Subquery(marked.values("code")[:1]),
    )
    return shown


def show(
    note: Note, *, offers: Offers | None = None, is_replaced: bool = False
) -> ShownNote:
    """Prepare one note, fetched by `to_be_shown`, for the page."""
    error = getattr(note, "in_error", None)
    status = _status(note, is_in_error=error is not None, is_replaced=is_replaced)
    first = _first(note)
    is_correction = note.is_signed and note.version > 1
    is_by_another = is_correction and note.author_id != first.author_id
    written_at = first.written_at if note.is_signed else note.updated_at
    return ShownNote(
        id=note.id,
        entry_id=note.entry_id,
        type_label=str(NoteKind(note.kind).label),
        text=note.text,
        status=status,
        happened_at=note.happened_at,
        written_at=written_at,
        is_late=note.is_signed
        and is_late(happened_at=note.happened_at, written_at=written_at),
        author_name=first.author_name,
        author_profession=first.author_profession,
        author_unit=first.unit_name,
        version=note.version,
        corrected_at=note.written_at if is_correction else None,
        corrected_by=note.author_name if is_by_another else "",
        correction_reason=note.correction_reason if note.is_signed else "",
        error_reason=error.reason if error else "",
        error_by=error.author_name if error else "",
        error_at=error.written_at if error else None,
        withheld=_withheld(note),
        **(offers.urls(note, status, first) if offers else {}),
    )


def _withheld(note: Note) -> str:
    """From whom the note is kept, in few words; empty when from nobody."""
    code = getattr(note, "withheld_code", None) or note.withhold_code
    return str(_WITHHELD_FROM.get(code, ""))


def _first(note: Note) -> First:
    """Read who signed first; the note itself, when it is the first or that one is closed."""
    facts = getattr(note, "first_signed", None)
    if note.version == 1 or facts is None:
        own = {name: getattr(note, name) for name in First.__slots__}
        return First(**own)
    return First(
        author_id=UUID(facts["author_id"]),
        author_name=facts["author_name"],
        author_profession=facts["author_profession"],
        unit_name=facts["unit_name"],
        written_at=datetime.fromisoformat(facts["written_at"]),
    )


def _status(note: Note, *, is_in_error: bool, is_replaced: bool) -> Status:
    if not note.is_signed:
        return "draft"
    if is_in_error:
        return "in-error"
    return "replaced" if is_replaced else "signed"
