"""How colleagues have let themselves in: emergency accesses, and a sample of stated needs."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
)

from access.errors import RightsError
from access.models import EmergencyAccess
from access.oversight import selectors, services
from access.oversight.forms import ConcludeForm
from access.requests import AksonRequest
from audit import log
from audit.entry import REVIEW
from audit.verbs import Outcome, Verb

CASES_SHOWN = 100


@require_GET
def emergencies(request: AksonRequest) -> HttpResponse:
    """List the emergency accesses of one's units; an auditor sees all."""
    if not request.worker.reviews_use:
        return _refused(request)
    cases = list(selectors.cases_of(request.worker)[:CASES_SHOWN])
    _say_what_was_seen(request, len(cases))
    context = {"cases": cases, "shown_max": CASES_SHOWN}
    return render(request, "access/oversight/emergencies.html", context)


@require_http_methods(["GET", "POST"])
def emergency(request: AksonRequest, case_id: UUID) -> HttpResponse:
    """Show one case with its explanation, and take the conclusion."""
    worker = request.worker
    if not worker.reviews_use:
        return _refused(request)
    case = get_object_or_404(selectors.cases_of(worker), pk=case_id)
    form = ConcludeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.conclude_emergency(
                case,
                by=worker,
                outcome=form.cleaned_data["outcome"],
                text=form.cleaned_data["comment"],
            )
        except RightsError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("Konklusjonen er lagret."))
            return _see_other("oversight:emergencies")
    return _case_page(request, case, form)


def _case_page(
    request: AksonRequest, case: EmergencyAccess, form: ConcludeForm
) -> HttpResponse:
    """Show a case; a person's own is shown without what others say of it."""
    worker = request.worker
    if case.worker_id == worker.user_id:
        return _see_other("record:my_emergency", case.pk)
    with services.open_case(case, by=worker, to=Verb.EMERGENCY_READ):
        context: dict[str, Any] = {
            "case": case,
            "texts": selectors.texts_of(case.pk),
            "form": form,
            "may_conclude": selectors.may_conclude(worker, case),
        }
        status = 422 if form.errors else 200
        page = "access/oversight/emergency.html"
        return render(request, page, context, status=status)


@require_GET
def needs(request: AksonRequest) -> HttpResponse:
    """List the stated needs of one's units, those the sample fell on marked."""
    if not request.worker.reviews_use:
        return _refused(request)
    rows = selectors.needs_of(request.worker)
    _say_what_was_seen(request, len(rows))
    sampled = [row for row in rows if row.is_sampled]
    context = {"sampled": sampled, "others": [r for r in rows if not r.is_sampled]}
    return render(request, "access/oversight/needs.html", context)


@require_POST
def need_seen(request: AksonRequest, need_id: UUID) -> HttpResponse:
    """Keep that a stated need has been looked at, and by whom."""
    if not request.worker.reviews_use:
        return _refused(request)
    need = selectors.need_of(request.worker, need_id)
    if need is None:
        raise Http404
    try:
        services.look_at_need(need, by=request.worker)
    except RightsError as error:
        messages.error(request, error.message)
    return _see_other("oversight:needs")


def _say_what_was_seen(request: AksonRequest, count: int) -> None:
    entry = replace(
        request.worker.entry(Verb.USE_REVIEWED),
        grounds=REVIEW,
        detail={"rows": str(count)},
    )
    log.append(entry)


def _refused(request: AksonRequest) -> HttpResponse:
    """Say that this is for those who review; the attempt is kept in the log."""
    entry = request.worker.entry(Verb.USE_REVIEWED)
    log.append(replace(entry, outcome=Outcome.REFUSED, refusal="role"))
    return render(request, "access/oversight/refused.html", status=403)


def _see_other(name: str, *args: UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(resolve_url(name, *args), status=303)
