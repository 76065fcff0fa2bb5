"""One's own emergency accesses: how long each lasts, longer once, ending it, and what happened."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
)

from access.errors import RightsError
from access.models import EmergencyAccess
from access.oversight.forms import ExplainForm
from access.oversight.services import explain_emergency
from access.requests import AksonRequest
from journal.record.errors import RuleError
from journal.record.forms.emergency import ExtendForm
from journal.record.selectors import my_emergencies as selectors
from journal.record.services import letting_in as services
from journal.record.views.doors import SeeOther, page_status, to_record


@require_GET
def my_emergencies(request: AksonRequest) -> HttpResponse:
    """List one's own, those that lack an explanation first."""
    cases = selectors.cases_of(request.worker.user_id)
    return render(request, "journal/record/my_emergencies.html", {"cases": cases})


@require_http_methods(["GET", "POST"])
def my_emergency(request: AksonRequest, case_id: UUID) -> HttpResponse:
    """End it now and say what happened; or say it afterwards. The end does not wait for words."""
    case = _mine(request, case_id)
    form = ExplainForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        services.end_emergency(case, by=request.worker)
        if "later" in request.POST:
            messages.warning(
                request, _("Nødtilgangen er avsluttet. Husk forklaringen.")
            )
            return SeeOther(reverse("record:my_emergencies"))
        if form.is_valid() and _is_explained(request, case, form):
            messages.success(request, _("Forklaringen er sendt til lederen din."))
            return SeeOther(reverse("record:my_emergencies"))
        case.refresh_from_db()
    context = {"case": case, "form": form, "is_running": selectors.is_running(case)}
    status = page_status(request)
    return render(request, "journal/record/my_emergency.html", context, status=status)


@require_http_methods(["GET", "POST"])
def extend(request: AksonRequest, case_id: UUID) -> HttpResponse:
    """Make it last longer, once, for a reason."""
    case = _mine(request, case_id)
    form = ExtendForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            services.extend_emergency(case, by=request.worker, reason=reason)
        except RuleError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("Nødtilgangen er forlenget."))
            return to_record(case.record_id)
    context = {"case": case, "form": form}
    status = page_status(request)
    page = "journal/record/extend_emergency.html"
    return render(request, page, context, status=status)


@require_POST
def end(request: AksonRequest, case_id: UUID) -> HttpResponse:
    """Close the record at once, and ask what happened."""
    services.end_emergency(_mine(request, case_id), by=request.worker)
    messages.success(request, _("Nødtilgangen er avsluttet. Skriv nå hva som skjedde."))
    return SeeOther(reverse("record:my_emergency", args=[case_id]))


def _mine(request: AksonRequest, case_id: UUID) -> EmergencyAccess:
    case = selectors.case_of(request.worker.user_id, case_id)
    if case is None:
        raise Http404
    return case


def _is_explained(
    request: AksonRequest, case: EmergencyAccess, form: ExplainForm
) -> bool:
    try:
        text = form.cleaned_data["explanation"]
        explain_emergency(case, by=request.worker, text=text)
    except RightsError as error:
        form.add_error(None, error.message)
        return False
    return True
