"""The auditor's first page, and the way from each figure to the events behind it."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from access.requests import AksonRequest
from audit.review import session
from audit.review.access import auditor_required
from audit.review.overview.figures import KINDS
from audit.review.overview.forms import OverviewForm
from audit.review.overview.rules import Figure
from audit.review.overview.selectors import overview, waiting
from audit.review.rules.log_filter import LogFilter
from audit.review.services.choosing import choose_directly
from audit.review.services.reading import log_reading


@require_safe
@auditor_required
def show(request: AksonRequest) -> HttpResponse:
    """Show how much was done week by week, and what waits."""
    form = OverviewForm.asked(request.GET)
    period = form.period
    chosen = LogFilter(since=period.since, until=period.until) if period else None
    log_reading(request.worker, chosen=chosen)
    context: dict[str, Any] = {"form": form, "waiting": waiting(request.worker)}
    if chosen is not None:
        context |= {"period": period, "overview": overview(chosen)}
    status = 422 if form.errors else 200
    return render(request, "audit/overview.html", context, status=status)


@require_safe
@auditor_required
def behind(request: AksonRequest) -> HttpResponse:
    """Go to the events behind one figure."""
    form = OverviewForm(request.GET)
    period = form.period
    figure = request.GET.get("tall", "")
    if period is None or figure not in set(Figure):
        raise Http404
    chosen = KINDS[Figure(figure)].chosen(period.since, period.until)
    choose_directly(chosen, by=request.worker)
    token = session.keep(request.session, chosen)
    return HttpResponseRedirect(f"{reverse('audit:log')}?utvalg={token}", status=303)
