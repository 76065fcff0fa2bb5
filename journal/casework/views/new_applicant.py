"""Registering somebody nobody here knew, because he applies: no unit has him yet."""

from uuid import UUID, uuid5

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access.actions import Action
from access.requests import AksonRequest
from audit.entry import Target
from audit.verbs import Verb
from journal.casework.forms import NewApplicantForm
from journal.casework.services import register_application
from journal.casework.views.applications import refused, to_applications
from journal.record.errors import RuleError
from journal.record.gate import open_admission
from journal.record.models import OpenRecord
from journal.record.selectors.known import records_of
from journal.record.services.registering import (
    AlreadyRegisteredError,
    register_person,
)
from journal.record.views.doors import explain, page_status
from journal.record.views.namesakes import Namesakes
from journal.record.views.new_person import ask_about_namesakes, ask_whose_number


@require_http_methods(["GET", "POST"])
def register_applicant(request: AksonRequest) -> HttpResponse:
    """Show the form for a new person who applies; or store him with his application."""
    worker = request.worker
    may_both = worker.may_somewhere(Action.REGISTER) and worker.may_somewhere(
        Action.REGISTER_APPLICATION
    )
    if not may_both:
        return refused(request, Verb.REGISTERED_APPLICATION)
    form = NewApplicantForm(request.POST or None, worker=worker)
    namesakes, taken = Namesakes(), None
    if request.method == "POST" and form.is_valid():
        already = records_of([form.new_id])
        if already:
            return to_applications(already[0].record_id)
        taken = ask_whose_number(request, form, kind=form.record_kind())
        namesakes = ask_about_namesakes(request, form)
        answer = _store(request, form) if form.is_valid() else None
        if answer is not None:
            return answer
    context = {"form": form, "namesakes": namesakes, "taken": taken}
    status = page_status(request)
    template = "journal/casework/register_applicant.html"
    return render(request, template, context, status=status)


def _store(request: AksonRequest, form: NewApplicantForm) -> HttpResponse | None:
    """Store all of it in one transaction; None when a rule said no, at its field."""
    patient_id = form.new_id
    record_id = uuid5(patient_id, "record")
    application_id = uuid5(patient_id, "application")
    try:
        with open_admission(
            patient_id=patient_id,
            record_id=record_id,
            kind=form.record_kind(),
            by=request.worker,
            to=Action.REGISTER,
            target=Target("journal.Application", str(application_id)),
        ) as record:
            _register(record, form, application_id)
    except AlreadyRegisteredError:
        return to_applications(record_id)
    except RuleError as error:
        explain(form, error)
        return None
    messages.success(request, _("Personen og søknaden er registrert."))
    return to_applications(record_id)


def _register(record: OpenRecord, form: NewApplicantForm, application_id: UUID) -> None:
    register_person(
        record,
        person=form.particulars(),
        home=form.home(),
        number=form.cleaned_data["number"],
    )
    register_application(record, request=form.request(), id=application_id)
