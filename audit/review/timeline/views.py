"""The page of one patient's or one employee's events over time."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from access.oversight.cases.selectors import case_to_review
from access.requests import AksonRequest
from audit.review import session
from audit.review.access import auditor_required
from audit.review.rules.log_filter import LogFilter, Named
from audit.review.selectors.asked import asked_for
from audit.review.services.choosing import choose_directly
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


@require_safe
@auditor_required
def case_week(request: AksonRequest, case_id: UUID) -> HttpResponse:
    """Go to the timeline of the employee whose week an opened case is about."""
    case = case_to_review(request.worker, case_id)
    if case is None or case.opened_at is None:
        raise Http404
    chosen = LogFilter(
        since=case.week,
        until=case.week + timedelta(days=6),
        actor=Named(case.worker_id, case.worker.name),
    )
    choose_directly(chosen, by=request.worker)
    token = session.keep(request.session, chosen)
    address = f"{reverse('audit:timeline')}?utvalg={token}"
    return HttpResponseRedirect(address, status=303)
