"""The auditor's page of how long the log is kept, and the two steps of a decision to erase."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from access.asking_again import asked_again
from access.errors import RightsError
from access.requests import AksonRequest
from audit.review.access import auditor_required
from audit.review.retention import services
from audit.review.retention.selectors import proposal_with, retention
from audit.review.services.reading import log_reading


@require_safe
@auditor_required
def show(request: AksonRequest) -> HttpResponse:
    """Show how long the log is kept, and what may be erased."""
    log_reading(request.worker)
    shown = retention(reader_id=request.worker.user_id)
    return render(request, "audit/retention.html", {"retention": shown})


@require_POST
@auditor_required
def propose(request: AksonRequest) -> HttpResponse:
    """Propose to erase what may be erased."""
    try:
        era, leaves = int(request.POST["era"]), int(request.POST["leaves"])
    except (KeyError, ValueError) as error:
        raise Http404 from error
    try:
        services.propose(by=request.worker, era=era, leaves=leaves)
    except RightsError as error:
        messages.error(request, error.message)
    else:
        messages.success(
            request, _("Forslaget er lagret. En annen revisor må bekrefte det.")
        )
    return HttpResponseRedirect(reverse("audit:retention"), status=303)


@require_POST
@auditor_required
@asked_again("erasure")
def confirm(request: AksonRequest, erasure_id: UUID) -> HttpResponse:
    """Confirm what another auditor proposed."""
    erasure = proposal_with(erasure_id)
    if erasure is None:
        raise Http404
    try:
        services.confirm(erasure, by=request.worker)
    except RightsError as error:
        messages.error(request, error.message)
    else:
        messages.success(
            request,
            _("Slettingen er vedtatt. Konsortiet utfører den ved neste vedlikehold."),
        )
    return HttpResponseRedirect(reverse("audit:retention"), status=303)
