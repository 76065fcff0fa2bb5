"""Which entries are kept from the patient or from a parent; set and changed beside the note."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from access.actions import Action
from journal.documentation.models import Note, WithholdCode, Withholding
from journal.documentation.selectors.standing import standing_to
from journal.documentation.services.content import author_of
from journal.documentation.services.entries import locked_entry
from journal.record.errors import RuleError
from journal.record.models import ActionRefusedError, OpenRecord


def withhold_note(
    record: OpenRecord,
    *,
    note_id: UUID,
    code: WithholdCode,
    reason: str,
    from_relative: UUID | None = None,
) -> Withholding:
    """Say anew from whom an entry is withheld, and why; the note itself does not change.

    Its author does it, or the leader of a unit that has the patient.

    Args:
        record: The record, open for it.
        note_id: One of the entry's signed versions.
        code: From whom; `N` is nobody.
        reason: Why, in words; a patient who complains has a right to it.
        from_relative: Of a mark against parents, the only one it is against.

    Raises:
        ActionRefusedError: the entry is not this person's to mark.
        NoSuchNoteError: there is no such signed note here.
        RuleError: no reason, or no such relative.
    """
    record.require(Action.WITHHOLD_NOTE)
    versions = locked_entry(record, note_id)
    if not standing_to(record, {one.author_id for one in versions}).may_correct:
        raise ActionRefusedError("not_author")
    if not reason.strip():
        raise RuleError(_("Skriv hvorfor."), field="reason")
    only = from_relative if code is WithholdCode.PARENTS else None
    if only and not record.patient.relatives.filter(pk=only).exists():
        message = _("Velg en av de pårørende i listen.")
        raise RuleError(message, field="from_relative")
    marked, _made = Withholding.objects.update_or_create(
        entry_id=versions[-1].entry_id,
        defaults={
            "record_id": record.pk,
            "kind": versions[-1].kind,
            "code": code,
            "from_relative_id": only,
            "reason": reason.strip(),
            **_by(record),
        },
    )
    return marked


def withhold_as_chosen(record: OpenRecord, note: Note) -> None:
    """Mark a note that is signed now as its author chose while he wrote it."""
    if note.withhold_code not in {"", WithholdCode.NORMAL}:
        Withholding.objects.create(
            record_id=record.pk,
            entry_id=note.entry_id,
            kind=note.kind,
            code=note.withhold_code,
            **_by(record),
        )


def follow_kind(record: OpenRecord, note: Note) -> None:
    """Let the mark be of the same kind as the newest version, and closed where that is."""
    marked = Withholding.objects.filter(entry_id=note.entry_id).first()
    if marked is not None and marked.kind != note.kind:
        marked.kind = note.kind
        for name, value in _by(record).items():
            setattr(marked, name, value)
        marked.save()


def _by(record: OpenRecord) -> dict[str, Any]:
    author = author_of(record)
    return {
        "written_at": timezone.now(),
        "author_id": author["author_id"],
        "author_name": author["author_name"],
    }
