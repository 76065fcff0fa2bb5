"""Critical information: writing it, ending it, and saying that there is none."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from access.actions import Action
from access.requests import AksonRequest
from audit.entry import Target
from journal.record.errors import RuleError
from journal.record.forms.critical import CriticalForm, EndCriticalForm
from journal.record.gate import open_record
from journal.record.models import CriticalInformation
from journal.record.selectors.critical import critical_items, sees_critical
from journal.record.selectors.header import patient_header
from journal.record.selectors.offers import may_do
from journal.record.selectors.person import stays_shown
from journal.record.services.critical import add_critical, confirm_none, end_critical
from journal.record.views.doors import (
    is_kept,
    is_sent,
    open_for_form,
    page_status,
    to_record,
)

_TO = Action.CHANGE_CRITICAL


@require_GET
def critical(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Show what counts, and what no longer does with the reason."""
    with open_record(record_id, by=request.worker, to=Action.READ_RECORD) as record:
        is_closed = not sees_critical(record)
        context = {
            "record": record,
            "header": patient_header(record),
            "critical": None if is_closed else critical_items(record),
            "may_change": _TO in may_do(record, stays_shown(record)),
        }
        return render(request, "journal/record/critical.html", context)


@require_http_methods(["GET", "POST"])
def critical_add(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Write critical information, beside what is registered already."""
    form = CriticalForm(request.POST or None)
    acts = is_sent(request, form)
    with open_for_form(request, record_id, to=_TO, acts=acts) as record:
        if acts and is_kept(
            form, lambda: add_critical(record, danger=form.danger(), id=form.new_id)
        ):
            messages.success(request, _("Den kritiske informasjonen er lagret."))
            return to_record(record_id)
        context = {
            "record": record,
            "header": patient_header(record),
            "critical": critical_items(record),
            "may_change": True,
            "form": form,
        }
        return render(
            request,
            "journal/record/critical_add.html",
            context,
            status=page_status(request),
        )


@require_http_methods(["GET", "POST"])
def critical_end(
    request: AksonRequest, record_id: UUID, critical_id: UUID
) -> HttpResponse:
    """Say that something no longer counts, or was never true, and why."""
    form = EndCriticalForm(request.POST or None)
    acts = is_sent(request, form)
    target = Target("journal.CriticalInformation", str(critical_id))
    with open_for_form(request, record_id, to=_TO, acts=acts, target=target) as record:
        item: CriticalInformation = get_object_or_404(
            record.critical_information, pk=critical_id
        )
        if acts and is_kept(
            form, lambda: end_critical(record, item, **form.cleaned_data)
        ):
            messages.success(request, _("Opplysningen er avsluttet."))
            return to_record(record_id)
        context = {
            "record": record,
            "header": patient_header(record),
            "item": item,
            "form": form,
        }
        return render(
            request,
            "journal/record/critical_end.html",
            context,
            status=page_status(request),
        )


@require_http_methods(["GET", "POST"])
def critical_none(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Say that one has asked, and that there is no critical information."""
    acts = request.method == "POST"
    error = ""
    with open_for_form(request, record_id, to=_TO, acts=acts) as record:
        if acts:
            try:
                confirm_none(record)
            except RuleError as refused:
                error = refused.message
            else:
                messages.success(request, _("Svaret er lagret."))
                return to_record(record_id)
        context = {
            "record": record,
            "header": patient_header(record),
            "critical": critical_items(record),
            "may_change": True,
            "error": error,
        }
        return render(
            request,
            "journal/record/critical_none.html",
            context,
            status=page_status(request),
        )
