"""The page of one patient's or one employee's events over time."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from access.requests import AksonRequest
from audit.review import session
from audit.review.access import auditor_required
from audit.review.selectors.asked import asked_for
from audit.review.services.reading import log_reading
from audit.review.timeline.selectors import MOST_EVENTS, timeline_of


@require_safe
@auditor_required
def timeline(request: AksonRequest) -> HttpResponse:
    """Show the events of the patient, or of the employee, that the log is filtered by."""
    token = request.GET.get("utvalg", "")
    chosen = session.find(request.session, token)
    if chosen is None or (chosen.patient is None and chosen.actor is None):
        messages.info(
            request, _("Velg en pasient eller en ansatt først, og så tidslinjen.")
        )
        return HttpResponseRedirect(reverse("audit:log"), status=303)
    log_reading(request.worker, chosen=chosen)
    context = {
        "chosen": chosen,
        "token": token,
        "asked": asked_for(chosen),
        "timeline": timeline_of(chosen, reader_id=request.worker.user_id),
        "most": MOST_EVENTS,
    }
    return render(request, "audit/timeline.html", context)
