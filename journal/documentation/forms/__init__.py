"""The forms of notes."""

from journal.documentation.forms.note import (
    InErrorForm,
    NoteForm,
    correction_form,
    draft_form,
    new_note_form,
)
from journal.documentation.forms.reading import (
    NotesFilterForm,
    PrintForm,
    usual_period,
)
from journal.documentation.forms.withholding import WithholdForm

__all__ = [
    "InErrorForm",
    "NoteForm",
    "NotesFilterForm",
    "PrintForm",
    "WithholdForm",
    "correction_form",
    "draft_form",
    "new_note_form",
    "usual_period",
]
