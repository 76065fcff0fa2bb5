"""Writing a note: open the page, keep the draft, come back to it, throw it away."""

from contextlib import AbstractContextManager
from datetime import datetime
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from access.actions import Action
from access.requests import AksonRequest
from audit.entry import Target
from journal.documentation import selectors, services
from journal.documentation.forms import (
    NoteForm,
    correction_form,
    draft_form,
    new_note_form,
)
from journal.documentation.models import Note
from journal.documentation.views.editor import (
    Editor,
    correction_id,
    show_again,
    show_closed,
    show_editor,
    show_written_by_other,
)
from journal.record.errors import RuleError
from journal.record.gate import RecordRefusedError, open_record
from journal.record.models import ActionRefusedError, OpenRecord
from journal.record.views.doors import SeeOther, open_for_form, to_record


def about(note_id: UUID) -> Target:
    """Name a note for the log."""
    return Target("journal.Note", str(note_id))


@require_GET
def new(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Open an empty page; nothing is stored before the first words."""
    with open_for_form(request, record_id, to=Action.DRAFT_NOTE, acts=False) as record:
        if selectors.is_former(record):
            return show_closed(
                request,
                record,
                title=_("Oppholdet er avsluttet"),
                text=_(
                    "Du kan fullføre kladdene dine og rette det du selv har skrevet, "
                    "men ikke begynne på nye notater. Må noe føres likevel, kan lederen "
                    "din ta det opp med enheten som har pasienten."
                ),
            )
        return show_editor(request, record, Editor(uuid4(), new_note_form(record)))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: AksonRequest, record_id: UUID, note_id: UUID) -> HttpResponse:
    """Come back to a draft; POST keeps it for those without scripts."""
    if request.method == "POST":
        return _save(request, record_id, note_id)
    with open_for_form(
        request, record_id, to=Action.DRAFT_NOTE, acts=False, target=about(note_id)
    ) as record:
        draft = selectors.draft_in(record, note_id)
        if draft is None:
            if selectors.signed_note(record, note_id) is None:
                raise Http404
            return redirect("documentation:note", record_id, note_id)
        form = draft_form(record, draft)
        return show_editor(request, record, Editor(note_id, form, draft))


@require_GET
def correct(request: AksonRequest, record_id: UUID, note_id: UUID) -> HttpResponse:
    """Open a signed note to be corrected; nothing is stored before it is changed."""
    with open_for_form(
        request, record_id, to=Action.CORRECT_NOTE, acts=False, target=about(note_id)
    ) as record:
        entry = selectors.entry_of(record, note_id)
        note = selectors.signed_note(record, note_id)
        if entry is None or note is None:
            raise Http404
        if entry.current.id != note_id or entry.current.status != "signed":
            messages.info(request, _("Notatet er endret siden du åpnet siden."))
            return redirect("documentation:note", record_id, entry.current.id)
        if not selectors.may_correct_entry(record, entry):
            raise ActionRefusedError("not_author")
        draft = selectors.draft_correcting(record, note_id)
        if draft is not None:
            return redirect("documentation:edit", record_id, draft.id)
        draft_id = correction_id(note_id, record.worker.user_id)
        form = correction_form(record, note)
        return show_editor(request, record, Editor(draft_id, form))


@require_POST
def autosave(request: AksonRequest, record_id: UUID, note_id: UUID) -> JsonResponse:
    """Keep what stands in the page, while it is written; answers draft.js."""
    form = NoteForm(request.POST)
    if not form.is_written_by(request.user.id):
        return _not_saved(_("Kladden tilhører en annen."), status=403)
    try:
        with _drafting(request, record_id, note_id) as record:
            draft = _keep(record, note_id, form)
            others = selectors.others_writing(record)
    except (RecordRefusedError, ActionRefusedError):
        return _not_saved(_("Du har ikke lenger tilgang til journalen."), status=403)
    except (services.DraftConflictError, services.DraftGoneError) as error:
        return _not_saved(error.message, status=409)
    except RuleError as error:
        return _not_saved(error.message, status=422)
    return JsonResponse(
        {
            "time": _clock(draft.updated_at),
            "fields": {"revision": str(draft.revision)},
            "others": [_writes_too(other) for other in others],
        }
    )


@require_POST
def discard(request: AksonRequest, record_id: UUID, note_id: UUID) -> HttpResponse:
    """Throw a draft away."""
    with open_record(
        record_id, by=request.worker, to=Action.DISCARD_DRAFT, target=about(note_id)
    ) as record:
        services.discard_draft(record, note_id=note_id)
    messages.success(request, _("Kladden er slettet."))
    return to_record(record_id)


def keep_draft(
    request: AksonRequest, record_id: UUID, note_id: UUID, form: NoteForm
) -> None:
    """Keep what could not be signed, unless something newer would be overwritten."""
    try:
        form.go_on_from(_store(request, record_id, note_id, form))
    except RuleError:
        return


def _save(request: AksonRequest, record_id: UUID, note_id: UUID) -> HttpResponse:
    """Keep the draft, and say what in it cannot be signed as it stands."""
    form = NoteForm(request.POST)
    if not form.is_written_by(request.user.id):
        return show_written_by_other(request)
    try:
        form.go_on_from(_store(request, record_id, note_id, form))
    except RuleError as error:
        return show_again(request, record_id, note_id, form=form, error=error)
    if form.errors:
        return show_again(request, record_id, note_id, form=form, error=None)
    messages.success(request, _("Kladden er lagret."))
    return SeeOther(reverse("documentation:edit", args=[record_id, note_id]))


def _store(
    request: AksonRequest, record_id: UUID, note_id: UUID, form: NoteForm
) -> Note:
    with _drafting(request, record_id, note_id) as record:
        return _keep(record, note_id, form)


def _drafting(
    request: AksonRequest, record_id: UUID, note_id: UUID
) -> AbstractContextManager[OpenRecord]:
    target = about(note_id)
    return open_record(
        record_id, by=request.worker, to=Action.DRAFT_NOTE, target=target
    )


def _keep(record: OpenRecord, note_id: UUID, form: NoteForm) -> Note:
    return services.save_draft(
        record,
        note_id=note_id,
        content=form.content,
        page=form.page,
        corrects_id=form.corrects_id,
    )


def _writes_too(other: selectors.OtherWriter) -> str:
    """Say that somebody else writes here too: the first to begin learns it from his own saving."""
    words = _("%(name)s skriver et notat her nå (sist kl. %(time)s).")
    return words % {"name": other.author_name, "time": _clock(other.updated_at)}


def _clock(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "H.i")


def _not_saved(message: str, *, status: int) -> JsonResponse:
    return JsonResponse({"message": message}, status=status)
