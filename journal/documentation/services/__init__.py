"""Every write of notes: drafting, signing, correcting and marking as entered in error."""

from journal.documentation.services.content import Content, Page
from journal.documentation.services.drafting import (
    begin_note,
    discard_draft,
    save_draft,
)
from journal.documentation.services.errors import (
    AlreadySignedError,
    DraftConflictError,
    DraftGoneError,
    NoSuchNoteError,
    StaleCorrectionError,
)
from journal.documentation.services.signing import (
    mark_in_error,
    sign_correction,
    sign_note,
)
from journal.documentation.services.withholding import withhold_note

__all__ = [
    "AlreadySignedError",
    "Content",
    "DraftConflictError",
    "DraftGoneError",
    "NoSuchNoteError",
    "Page",
    "StaleCorrectionError",
    "begin_note",
    "discard_draft",
    "mark_in_error",
    "save_draft",
    "sign_correction",
    "sign_note",
    "withhold_note",
]
