"""Registering a person nobody here knew, without making the same person twice."""

from uuid import uuid5

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access.actions import Action
from access.explaining import Refusal
from access.requests import AksonRequest
from access.roles import RecordKind
from audit.entry import Target
from audit.verbs import Verb
from journal.record.errors import RuleError
from journal.record.forms.register import RegisterForm
from journal.record.gate import open_admission, record_refusal
from journal.record.selectors.known import records_of
from journal.record.selectors.refusal import ways_on
from journal.record.selectors.units import units_to_admit_at
from journal.record.services.registering import (
    AlreadyRegisteredError,
    register_patient,
)
from journal.record.services.stays import check_stay
from journal.record.views.doors import explain, page_status, to_record
from journal.record.views.namesakes import Namesakes
from journal.record.views.new_person import ask_about_namesakes, ask_whose_number
from journal.record.views.stays import warn_of_taken_bed


@require_http_methods(["GET", "POST"])
def register(request: AksonRequest) -> HttpResponse:
    """Show the form for a new person; or store him, his record and his first stay."""
    worker = request.worker
    if not worker.may_register:
        record_refusal(worker, Verb.REGISTERED, reason=Refusal.ROLE)
        refused = {"ways": ways_on(worker)}
        return render(request, "journal/record/refused.html", refused, status=403)
    form = RegisterForm(request.POST or None, units=units_to_admit_at(worker))
    namesakes, taken = Namesakes(), None
    if request.method == "POST" and form.is_valid():
        already = records_of([form.new_id])
        if already:
            return to_record(already[0].record_id)
        kind = RecordKind(form.cleaned_data["kind"])
        taken = ask_whose_number(request, form, kind=kind)
        namesakes = ask_about_namesakes(request, form)
        if form.is_valid():
            answer = _store(request, form)
            if answer is not None:
                return answer
    context = {"form": form, "namesakes": namesakes, "taken": taken}
    status = page_status(request)
    return render(request, "journal/record/register.html", context, status=status)


def _store(request: AksonRequest, form: RegisterForm) -> HttpResponse | None:
    """Store all of it in one transaction; None when a rule said no, at its field."""
    patient_id = form.new_id
    record_id = uuid5(patient_id, "record")
    stay, stay_id = form.stay(), uuid5(patient_id, "stay")
    person = form.particulars()
    try:
        check_stay(stay, born=person.birth_date)
        with open_admission(
            patient_id=patient_id,
            record_id=record_id,
            kind=RecordKind(form.cleaned_data["kind"]),
            by=request.worker,
            to=Action.REGISTER,
            target=Target("journal.Episode", str(stay_id)),
        ) as record:
            register_patient(
                record,
                person=person,
                home=form.home(),
                number=form.cleaned_data["number"],
                stay=stay,
                stay_id=stay_id,
            )
            warn_of_taken_bed(request, record, stay.place)
    except AlreadyRegisteredError:
        return to_record(record_id)
    except RuleError as error:
        explain(form, error)
        return None
    messages.success(request, _("Personen er registrert og skrevet inn."))
    return to_record(record_id)
