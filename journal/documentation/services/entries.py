"""An entry's versions, kept from others while it is changed."""

from uuid import UUID

from journal.documentation.models import Note
from journal.documentation.services.errors import NoSuchNoteError
from journal.record.models import OpenRecord


def locked_entry(record: OpenRecord, note_id: UUID) -> list[Note]:
    """Give an entry's signed versions, oldest first, and keep others from it.

    They are read again after the lock: what was signed while this request waited
    for it is not in the answer of the statement that waited.
    """
    signed = record.notes.signed()
    entry_id = signed.filter(pk=note_id).values_list("entry_id", flat=True).first()
    if entry_id is None:
        raise NoSuchNoteError
    entry = signed.filter(entry_id=entry_id).order_by("version")
    entry.select_for_update().values_list("pk").first()
    return list(entry.select_related("in_error"))
