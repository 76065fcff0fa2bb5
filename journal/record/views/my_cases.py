"""Questions about one's own accesses, and saying oneself that one was a mistake."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from access import policy
from access.actions import Action
from access.errors import RightsError
from access.models import CasePart
from access.oversight.cases import selectors
from access.oversight.cases.looked import Looked
from access.oversight.cases.services import (
    answer_as_worker,
    open_case,
    report_mistake,
)
from access.requests import AksonRequest
from audit.own_events import OwnEvent, own_events_among
from audit.verbs import Outcome, Verb
from journal.record.forms.cases import AnswerForm, MistakeForm
from journal.record.gate import open_people
from journal.record.selectors.my_lookups import lookup_rows
from journal.record.views.doors import SeeOther, page_status


@require_GET
def my_questions(request: AksonRequest) -> HttpResponse:
    """List what one is asked about, as oneself and as a leader."""
    context = {
        "mine": selectors.cases_about(request.worker),
        "as_leader": selectors.cases_asked_of(request.worker),
    }
    return render(request, "journal/record/my_questions.html", context)


@require_http_methods(["GET", "POST"])
def my_case(request: AksonRequest, case_id: UUID) -> HttpResponse:
    """Show which accesses one is asked about, and take the explanation."""
    case = selectors.cases_about(request.worker).filter(pk=case_id).first()
    if case is None:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            answer_as_worker(case, by=request.worker, text=form.cleaned_data["text"])
        except RightsError as error:
            form.add_error(None, error.message)
        else:
            messages.success(request, _("Forklaringen er sendt."))
            return SeeOther(reverse("record:my_questions"))
    with open_case(case, by=request.worker, to=Verb.CASE_READ):
        written = selectors.written_of(case.pk)
    events = own_events_among(request.worker.user_id, selectors.event_ids_of(case))
    context = {
        "case": case,
        "form": form,
        "question": written.get(CasePart.QUESTION),
        "explanation": written.get(CasePart.EXPLANATION),
    }
    return _with_accesses(request, "journal/record/my_case.html", events, context)


@require_http_methods(["GET", "POST"])
def report(request: AksonRequest, event_id: UUID) -> HttpResponse:
    """Say that one of one's own accesses was to the wrong person's record."""
    events = own_events_among(request.worker.user_id, [event_id])
    if not events or not events[0].people or events[0].outcome is not Outcome.DONE:
        raise Http404
    form = MistakeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        try:
            report_mistake(_looked(events[0], request), by=request.worker, text=text)
        except RightsError as error:
            form.add_error(None, error.message)
        else:
            messages.success(
                request, _("Takk. Den som kontrollerer loggen, ser på det.")
            )
            return SeeOther(reverse("access:my_lookups"))
    page = "journal/record/report_mistake.html"
    is_reported = selectors.has_reported(request.worker, event_id)
    context = {"form": form, "is_reported": is_reported}
    return _with_accesses(request, page, events, context)


def _with_accesses(
    request: AksonRequest,
    page: str,
    events: Iterable[OwnEvent],
    context: dict[str, object],
) -> HttpResponse:
    """Show a page with one's own accesses; people still open to one are named."""
    events = list(events)
    people = {person for event in events for person in event.people}
    decisions = [
        decision
        for decision in policy.records_open_to(request.worker, Action.READ_IDENTITY)
        if decision.patient_id in people
    ]
    with open_people(decisions, by=request.worker, verb=Verb.LOG_READ):
        context["rows"] = lookup_rows(events, decisions)
        return render(request, page, context, status=page_status(request))


def _looked(event: OwnEvent, request: AksonRequest) -> Looked:
    return Looked(
        event_id=event.id,
        worker_id=request.worker.user_id,
        unit_id=event.unit_id,
        day=timezone.localdate(event.at),
        people=tuple((person, None) for person in event.people),
    )
