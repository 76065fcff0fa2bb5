"""The pages of notes."""

from journal.documentation.views.reading import note, notes, print_notes
from journal.documentation.views.signing import in_error, sign
from journal.documentation.views.withholding import withhold
from journal.documentation.views.writing import autosave, correct, discard, edit, new

__all__ = [
    "autosave",
    "correct",
    "discard",
    "edit",
    "in_error",
    "new",
    "note",
    "notes",
    "print_notes",
    "sign",
    "withhold",
]
