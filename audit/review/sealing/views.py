"""The auditor's page of the health of the log's seal."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from access.requests import AksonRequest
from audit.review.access import auditor_required
from audit.review.sealing.selectors import seal_health
from audit.review.services.reading import log_reading


@require_safe
@auditor_required
def show(request: AksonRequest) -> HttpResponse:
    """Show whether the log is sealed, witnessed and verified."""
    health = seal_health()  # before this reading is itself an event that waits
    log_reading(request.worker)
    return render(request, "audit/seal.html", {"health": health})
