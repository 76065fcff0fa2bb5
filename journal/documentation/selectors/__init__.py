"""Every read of notes, for this feature's pages and for the patient's first page."""

from journal.documentation.selectors.drafts import (
    DraftRow,
    MyDrafts,
    OtherWriter,
    draft_correcting,
    draft_in,
    drafts_in,
    my_drafts,
    others_writing,
)
from journal.documentation.selectors.handing_out import (
    HandedOut,
    age_of,
    asker,
    hand_out,
    parents_of,
    withholding_of,
)
from journal.documentation.selectors.notes import (
    Entry,
    Version,
    entry_of,
    latest_notes,
    may_correct_entry,
    may_mark_entry,
    notes_for_paper,
    notes_page,
    recent_texts,
    signed_note,
)
from journal.documentation.selectors.shown import ShownNote, show
from journal.documentation.selectors.standing import (
    is_former,
    kinds_open_to,
    may,
    standing_to,
)

__all__ = [
    "DraftRow",
    "Entry",
    "HandedOut",
    "MyDrafts",
    "OtherWriter",
    "ShownNote",
    "Version",
    "age_of",
    "asker",
    "draft_correcting",
    "draft_in",
    "drafts_in",
    "entry_of",
    "hand_out",
    "is_former",
    "kinds_open_to",
    "latest_notes",
    "may",
    "may_correct_entry",
    "may_mark_entry",
    "my_drafts",
    "notes_for_paper",
    "notes_page",
    "others_writing",
    "parents_of",
    "recent_texts",
    "show",
    "signed_note",
    "standing_to",
    "withholding_of",
]
