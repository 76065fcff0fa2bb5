"""Applications: the list of those that wait, registering one, answering and closing it."""

from contextlib import AbstractContextManager
from dataclasses import replace
from uuid import UUID, uuid5

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
)

from access import policy
from access.actions import Action
from access.explaining import Refusal
from access.policy import Decision
from access.requests import AksonRequest
from access.worker import Worker
from audit.entry import Target
from audit.verbs import Verb
from journal.casework.forms import ApplicationForm, CloseForm
from journal.casework.models import Application, Outcome
from journal.casework.selectors import (
    applications_of,
    records_with_applications,
    waiting_applications,
)
from journal.casework.services import (
    close_application,
    note_preliminary_reply,
    register_application,
)
from journal.documentation.selectors.drafts import my_drafts_in
from journal.record.gate import (
    NoSuchRecordError,
    open_admission,
    open_people,
    open_record,
    record_refusal,
)
from journal.record.models import OpenRecord
from journal.record.selectors.header import patient_header
from journal.record.selectors.known import record_of_kind
from journal.record.selectors.offers import may_do
from journal.record.selectors.person import stays_shown
from journal.record.selectors.refusal import ways_on
from journal.record.views.doors import (
    SeeOther,
    is_kept,
    is_sent,
    onwards,
    open_for_form,
    page_status,
)


@require_GET
def waiting(request: AksonRequest) -> HttpResponse:
    """Show the open applications at my units, and how long each has waited."""
    if not request.worker.may_somewhere(Action.REGISTER_APPLICATION):
        return refused(request, Verb.LISTED)
    decisions = records_with_applications(request.worker)
    with open_people(decisions, by=request.worker, verb=Verb.LISTED):
        rows = waiting_applications(request.worker, decisions)
        context = {"applications": rows, "late": sum(row.is_late for row in rows)}
        return render(request, "journal/casework/waiting.html", context)


@require_GET
def applications(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Show what a person has applied for in this record."""
    with open_record(record_id, by=request.worker, to=Action.READ_IDENTITY) as record:
        may = may_do(record, stays_shown(record))
        context = {
            "record": record,
            "header": patient_header(record),
            "applications": applications_of(record),
            "may_register": Action.REGISTER_APPLICATION in may,
            "may_handle": Action.HANDLE_APPLICATION in may,
        }
        return render(request, "journal/casework/applications.html", context)


@require_http_methods(["GET", "POST"])
def register(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Register an application of somebody who is known; his unit need not have him.

    A form sent with `preview` (from the form for new people) is shown, not done.
    """
    worker = request.worker
    decision = policy.decide(worker, record_id, Action.REGISTER_APPLICATION)
    if decision is None:
        raise NoSuchRecordError
    is_asked = request.method == "POST" and "preview" not in request.POST
    form = ApplicationForm(
        request.POST if is_asked else None, initial=_initial(request), worker=worker
    )
    if is_asked and form.is_valid():
        wanted = _record_wanted(worker, decision, form)
        target = Target("journal.Application", str(form.new_id))
        to = Action.REGISTER_APPLICATION
        with _opened(worker, wanted, to=to, target=target) as record:
            if is_kept(form, lambda: _register(record, form)):
                messages.success(request, _("Søknaden er registrert."))
                return to_applications(wanted.record_id)
            return _form_page(request, record, form)
    with _opened(worker, decision, to=Action.READ_IDENTITY) as record:
        return _form_page(request, record, form)


@require_POST
def reply(request: AksonRequest, record_id: UUID, application_id: UUID) -> HttpResponse:
    """Note that a preliminary reply has been sent."""
    target = Target("journal.Application", str(application_id))
    to = Action.HANDLE_APPLICATION
    with open_record(record_id, by=request.worker, to=to, target=target) as record:
        note_preliminary_reply(record, _application(record, application_id))
    messages.success(request, _("Det er notert at foreløpig svar er sendt i dag."))
    return to_applications(record_id)


@require_http_methods(["GET", "POST"])
def close(request: AksonRequest, record_id: UUID, application_id: UUID) -> HttpResponse:
    """Close an application with its outcome, when one has signed what one wrote for it."""
    drafts = my_drafts_in(request.worker, record_id)
    form = CloseForm(request.POST if request.method == "POST" else None)
    acts = is_sent(request, form)
    target = Target("journal.Application", str(application_id))
    to = Action.HANDLE_APPLICATION
    with open_for_form(request, record_id, to=to, acts=acts, target=target) as record:
        application = _application(record, application_id)
        if acts and is_kept(form, lambda: _close(record, application, form)):
            messages.success(request, _("Søknaden er avsluttet."))
            return onwards(request, record_id, to_applications)
        context = {
            "record": record,
            "header": patient_header(record),
            "application": application,
            "drafts": drafts,
            "form": form,
        }
        status = page_status(request)
        return render(request, "journal/casework/close.html", context, status=status)


def refused(request: AksonRequest, verb: Verb) -> HttpResponse:
    """Say that the role does not handle applications; the log has it."""
    record_refusal(request.worker, verb, reason=Refusal.ROLE)
    context = {"ways": ways_on(request.worker)}
    return render(request, "journal/record/refused.html", context, status=403)


def to_applications(record_id: UUID) -> SeeOther:
    """Go to the applications of a record."""
    return SeeOther(reverse("casework:applications", args=[record_id]))


def _register(record: OpenRecord, form: ApplicationForm) -> Application:
    return register_application(record, request=form.request(), id=form.new_id)


def _close(
    record: OpenRecord, application: Application, form: CloseForm
) -> Application:
    outcome = Outcome(form.cleaned_data["outcome"])
    return close_application(record, application, outcome=outcome)


def _application(record: OpenRecord, application_id: UUID) -> Application:
    found: Application = get_object_or_404(record.applications, pk=application_id)
    return found


def _record_wanted(
    worker: Worker, decision: Decision, form: ApplicationForm
) -> Decision:
    """Which of the person's records it belongs in; one that begins has a new id."""
    kind = form.record_kind()
    if kind == decision.kind:
        return decision
    existing = record_of_kind(decision.patient_id, kind)
    if existing is not None:
        found = policy.decide(worker, existing, Action.REGISTER_APPLICATION)
        return found or decision
    begun = uuid5(form.new_id, "record")
    return replace(decision, record_id=begun, kind=kind, refusal=Refusal.NO_RELATION)


def _opened(
    worker: Worker, decision: Decision, *, to: Action, target: Target | None = None
) -> AbstractContextManager[OpenRecord]:
    """Open by the worker's own relation if he has one, else as an admission (COC)."""
    is_known = decision.is_allowed
    if is_known or not worker.may_somewhere(Action.REGISTER_APPLICATION):
        asked = to if is_known else Action.REGISTER_APPLICATION
        return open_record(decision.record_id, by=worker, to=asked, target=target)
    return open_admission(
        patient_id=decision.patient_id,
        record_id=decision.record_id,
        kind=decision.kind,
        by=worker,
        to=to,
        target=target,
    )


def _form_page(
    request: AksonRequest, record: OpenRecord, form: ApplicationForm
) -> HttpResponse:
    context = {"record": record, "patient": record.patient, "form": form}
    status = 422 if form.errors else 200
    return render(request, "journal/casework/register.html", context, status=status)


def _initial(request: AksonRequest) -> dict[str, object]:
    """What was typed for a new person, when he turned out to be known."""
    if "preview" not in request.POST:
        return {}
    names = [name for name in ApplicationForm.base_fields if name != "form_id"]
    typed: dict[str, object] = {
        name: request.POST[name] for name in names if request.POST.get(name)
    }
    if "services" in typed:
        typed["services"] = request.POST.getlist("services")
    return typed
