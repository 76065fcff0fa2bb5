"""My own lookups: what the access log says that I have done, and nobody else's."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from access import policy
from access.actions import Action
from access.requests import AksonRequest
from audit.own_events import own_events
from audit.verbs import Verb
from journal.record.gate import open_people
from journal.record.selectors.my_lookups import NAMES_MAX, lookup_rows

PER_PAGE = 25


@require_GET
def my_lookups(request: AksonRequest) -> HttpResponse:
    """Show one page of my lookups; people still open to me by name, others without.

    Reading it is one event, like any other list of people.
    """
    page = own_events(
        request.worker.user_id, number=request.GET.get("page"), per_page=PER_PAGE
    )
    named = {
        person
        for event in page.object_list
        for person in event.people
        if len(event.people) <= NAMES_MAX
    }
    decisions = [
        decision
        for decision in policy.records_open_to(request.worker, Action.READ_IDENTITY)
        if decision.patient_id in named
    ]
    with open_people(decisions, by=request.worker, verb=Verb.LOG_READ):
        rows = lookup_rows(page.object_list, decisions)
        context = {"rows": rows, "page": page}
        return render(request, "access/my_lookups.html", context)
