"""The page one writes on, and what it shows when something stood in the way."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from access.actions import Action
from access.requests import AksonRequest
from journal.documentation import selectors, services
from journal.documentation.forms import NoteForm
from journal.documentation.models import Note
from journal.documentation.rules.difference import Part, difference
from journal.documentation.rules.usual_kinds import USUAL
from journal.record.errors import RuleError
from journal.record.gate import open_record
from journal.record.models import OpenRecord
from journal.record.selectors.header import patient_header
from journal.record.views.doors import explain

RECENT = 5


@dataclass(slots=True)
class Editor:
    """What the page shows beside the patient: the form, and what it collides with."""

    note_id: UUID
    form: NoteForm
    draft: Note | None = None
    corrected: selectors.ShownNote | None = None
    newest: selectors.ShownNote | None = None
    changes: list[Part] = field(default_factory=list)
    other_text: str | None = None


def correction_id(note_id: UUID, author_id: UUID) -> UUID:
    """Give the one id a person's correction of a note has, in whatever tab it is begun."""
    return uuid5(note_id, str(author_id))


def show_editor(
    request: AksonRequest, record: OpenRecord, editor: Editor, *, status: int = 200
) -> HttpResponse:
    """Show the page; the record is open to be read."""
    _look_at_what_is_corrected(record, editor)
    header = patient_header(record)
    editor.form.offer_codes(age_years=selectors.age_of(record))
    kinds = list(editor.form["kind"])
    chosen = str(editor.form["kind"].value() or "")
    drafts = [d for d in selectors.drafts_in(record) if d.id != editor.note_id]
    context: dict[str, Any] = {
        "record": record,
        "header": header,
        "editor": editor,
        "form": editor.form,
        "usual_kinds": kinds[:USUAL],
        "other_kinds": kinds[USUAL:],
        "is_other_chosen": any(k.data["value"] == chosen for k in kinds[USUAL:]),
        "drafts": drafts,
        "recent": selectors.recent_texts(record, limit=RECENT),
        "others_writing": selectors.others_writing(record),
    }
    return render(request, "journal/documentation/editor.html", context, status=status)


def show_again(
    request: AksonRequest,
    record_id: UUID,
    note_id: UUID,
    *,
    form: NoteForm,
    error: RuleError | None,
) -> HttpResponse:
    """Show the page as it was sent, with what is wrong where it is wrong."""
    if error is not None:
        explain(form, error)
    editor = Editor(note_id, form)
    with open_record(record_id, by=request.worker, to=Action.READ_RECORD) as record:
        editor.draft = selectors.draft_in(record, note_id)
        if isinstance(error, services.DraftConflictError):
            _show_both(editor, error.stored)
        if isinstance(error, services.AlreadySignedError):
            editor.note_id = correction_id(error.note.id, record.worker.user_id)
            form.correct_instead(error.note.id)
            form.go_on_from(None)
        form.offer(record, is_correction=form.corrects_id is not None)
        return show_editor(request, record, editor, status=422)


def show_closed(
    request: AksonRequest, record: OpenRecord | None, *, title: str, text: str
) -> HttpResponse:
    """Say why nothing can be written here."""
    context = {
        "record": record,
        "header": patient_header(record) if record else None,
        "title": title,
        "text": text,
    }
    template = "journal/documentation/closed.html"
    return render(request, template, context, status=403)


def show_written_by_other(request: AksonRequest) -> HttpResponse:
    """Refuse a text that somebody else left in a page on this machine."""
    return show_closed(
        request,
        None,
        title=_("Teksten er ikke din"),
        text=_(
            "En annen var logget inn da siden ble åpnet. Ingenting er lagret eller "
            "signert i ditt navn. Den som skrev, finner kladden sin på startsiden."
        ),
    )


def _show_both(editor: Editor, stored: Note) -> None:
    """Show the other window's text beside this one; the next save replaces it."""
    editor.form.go_on_from(stored)
    editor.other_text = stored.text
    editor.changes = difference(stored.text, editor.form.text_now)


def _look_at_what_is_corrected(record: OpenRecord, editor: Editor) -> None:
    """Show what is corrected; when it has been corrected since, what is different now."""
    corrects_id = editor.form.corrects_id
    entry = selectors.entry_of(record, corrects_id) if corrects_id else None
    if entry is None:
        return
    editor.corrected = entry.current
    if "reason" in editor.form.fields:
        editor.form.fields["reason"].required = entry.standing.must_say_why
    if entry.current.id != corrects_id:
        editor.newest = entry.current
        editor.form.correct_instead(entry.current.id)
        editor.changes = difference(entry.current.text, editor.form.text_now)
