"""From whom a signed note is kept: chosen anew by its author or a leader, with a reason."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access.actions import Action
from access.requests import AksonRequest
from journal.documentation import selectors, services
from journal.documentation.forms import WithholdForm
from journal.documentation.models import WithholdCode
from journal.documentation.views.writing import about
from journal.record.models import ActionRefusedError, OpenRecord
from journal.record.selectors.header import patient_header
from journal.record.views.doors import (
    is_kept,
    is_sent,
    open_for_form,
    page_status,
    to_record,
)


@require_http_methods(["GET", "HEAD", "POST"])
def withhold(request: AksonRequest, record_id: UUID, note_id: UUID) -> HttpResponse:
    """Ask from whom the note is kept and why, and keep it so."""
    form = WithholdForm(request.POST or None)
    acts = is_sent(request, form)
    with open_for_form(
        request,
        record_id,
        to=Action.WITHHOLD_NOTE,
        acts=acts,
        target=about(note_id),
    ) as record:
        entry = selectors.entry_of(record, note_id)
        if entry is None:
            raise Http404
        if not entry.standing.may_correct:
            raise ActionRefusedError("not_author")
        if acts and is_kept(form, lambda: _withhold(record, note_id, form)):
            messages.success(request, _("Innsynet i notatet er endret."))
            return to_record(record_id)
        header = patient_header(record)
        marked = selectors.withholding_of(record, entry.current.entry_id)
        form.go_on_from(marked)
        form.offer(
            age_years=selectors.age_of(record), parents=selectors.parents_of(record)
        )
        context = {"record": record, "header": header, "entry": entry, "form": form}
        template = "journal/documentation/withhold.html"
        return render(request, template, context, status=page_status(request))


def _withhold(record: OpenRecord, note_id: UUID, form: WithholdForm) -> None:
    chosen = form.cleaned_data
    services.withhold_note(
        record,
        note_id=note_id,
        code=WithholdCode(chosen["code"] or WithholdCode.NORMAL),
        reason=chosen["reason"],
        from_relative=chosen["from_relative"],
    )
