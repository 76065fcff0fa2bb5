"""Signing a note or a correction, and marking a note as entered in error."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access.actions import Action
from access.requests import AksonRequest
from journal.documentation import selectors, services
from journal.documentation.forms import InErrorForm, NoteForm
from journal.documentation.models import Note
from journal.documentation.views.editor import show_again, show_written_by_other
from journal.documentation.views.writing import about, keep_draft
from journal.record.errors import RuleError
from journal.record.gate import open_record
from journal.record.models import ActionRefusedError
from journal.record.selectors.header import patient_header
from journal.record.views.doors import SeeOther, explain, open_for_form


@require_POST
def sign(request: AksonRequest, record_id: UUID, note_id: UUID) -> HttpResponse:
    """Sign what stands in the page; when it cannot be signed it is kept as a draft."""
    form = NoteForm(request.POST)
    if not form.is_written_by(request.user.id):
        return show_written_by_other(request)
    problem: RuleError | None = None
    if form.is_valid():
        try:
            note = _sign(request, record_id, note_id, form)
        except RuleError as error:
            problem = error
        else:
            is_correction = note.version > 1
            messages.success(
                request,
                _("Rettingen er signert.")
                if is_correction
                else _("Notatet er signert."),
            )
            page = reverse("chart:patient", args=[record_id])
            return SeeOther(f"{page}#note-{note.id}")
    keep_draft(request, record_id, note_id, form)
    return show_again(request, record_id, note_id, form=form, error=problem)


@require_http_methods(["GET", "HEAD", "POST"])
def in_error(request: AksonRequest, record_id: UUID, note_id: UUID) -> HttpResponse:
    """Ask why a note should not be there, and mark it so."""
    form = InErrorForm(request.POST if request.method == "POST" else None)
    problem: RuleError | None = None
    if form.is_valid():
        try:
            with open_record(
                record_id,
                by=request.worker,
                to=Action.MARK_NOTE_IN_ERROR,
                target=about(note_id),
            ) as record:
                services.mark_in_error(
                    record, note_id=note_id, reason=form.cleaned_data["reason"]
                )
        except RuleError as error:
            problem = error
        else:
            messages.success(request, _("Notatet er merket som feilført."))
            page = reverse("chart:patient", args=[record_id])
            return SeeOther(f"{page}#note-{note_id}")
    return _ask_why(request, record_id, note_id, form=form, problem=problem)


def _sign(
    request: AksonRequest, record_id: UUID, note_id: UUID, form: NoteForm
) -> Note:
    corrects_id = form.corrects_id
    action = Action.CORRECT_NOTE if corrects_id else Action.SIGN_NOTE
    with open_record(
        record_id, by=request.worker, to=action, target=about(note_id)
    ) as record:
        if corrects_id is None:
            return services.sign_note(
                record, note_id=note_id, content=form.content, page=form.page
            )
        return services.sign_correction(
            record,
            note_id=note_id,
            corrects_id=corrects_id,
            content=form.content,
            page=form.page,
        )


def _ask_why(
    request: AksonRequest,
    record_id: UUID,
    note_id: UUID,
    *,
    form: InErrorForm,
    problem: RuleError | None,
) -> HttpResponse:
    if problem is not None:
        explain(form, problem)
    with open_for_form(
        request,
        record_id,
        to=Action.MARK_NOTE_IN_ERROR,
        acts=False,
        target=about(note_id),
    ) as record:
        entry = selectors.entry_of(record, note_id)
        if entry is None:
            raise Http404
        is_changed = entry.current.id != note_id or entry.current.status != "signed"
        if is_changed and request.method != "POST":
            messages.info(request, _("Notatet er endret siden du åpnet siden."))
            return redirect("documentation:note", record_id, entry.current.id)
        if not selectors.may_mark_entry(record, entry):
            raise ActionRefusedError("not_author")
        context = {
            "record": record,
            "header": patient_header(record),
            "entry": entry,
            "form": form,
        }
        status = 422 if form.is_bound else 200
        template = "journal/documentation/in_error.html"
        return render(request, template, context, status=status)
