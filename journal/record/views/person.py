"""The identity page, and changing what stands on it."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from access.actions import Action
from access.requests import AksonRequest
from journal.record.errors import StaleFormError
from journal.record.forms.person import HOME, PARTICULARS, NumberForm, PersonForm
from journal.record.gate import open_record
from journal.record.models import OpenRecord, Patient
from journal.record.selectors.header import patient_header
from journal.record.selectors.offers import may_do, stays_to_change, stays_to_reopen
from journal.record.selectors.person import (
    address_of,
    person_page,
    values_at,
)
from journal.record.services.person import add_number, change_person
from journal.record.views.doors import (
    beside_the_others,
    is_kept,
    is_sent,
    open_for_form,
    page_status,
    to_person,
)


@require_GET
def person(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Show who the patient is, the people around him, and where he receives services."""
    reading = Action.READ_IDENTITY
    with open_record(record_id, by=request.worker, to=reading) as record:
        header = patient_header(record)
        page = person_page(record)
        context = {
            "record": record,
            "header": header,
            "patient": record.patient,
            "page": page,
            "may": {a.name.lower(): True for a in may_do(record, page.stays)},
            "to_change": stays_to_change(record, page.stays),
            "to_reopen": stays_to_reopen(record, page.stays, ended=page.former_stays),
        }
        return render(request, "journal/record/person.html", context)


@require_GET
def address(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Show a protected address to whoever is to go there; it is an event of its own."""
    with open_record(record_id, by=request.worker, to=Action.READ_ADDRESS) as record:
        context = {
            "record": record,
            "header": patient_header(record),
            "home": address_of(record),
        }
        return render(request, "journal/record/address.html", context)


@require_http_methods(["GET", "POST"])
def person_edit(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Change names, address, language and GP; a stale form shows what others changed."""
    is_sent_without_address = "line" not in request.POST
    sent = PersonForm(request.POST or None, is_address_hidden=is_sent_without_address)
    acts = is_sent(request, sent)
    to = Action.CHANGE_IDENTITY
    with open_for_form(request, record_id, to=to, acts=acts) as record:
        context: dict[str, Any] = {
            "record": record,
            "header": patient_header(record),
            "form": _form(request, record),
        }
        form: PersonForm = context["form"]
        if acts and form.is_valid():
            try:
                if is_kept(form, lambda: _change(record, form)):
                    messages.success(request, _("Opplysningene er lagret."))
                    return to_person(record_id)
            except StaleFormError as error:
                context |= _beside_the_others(record, form, error)
        status = page_status(request)
        return render(
            request, "journal/record/person_edit.html", context, status=status
        )


@require_http_methods(["GET", "POST"])
def number_add(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Give a patient a new official number."""
    to = Action.CHANGE_IDENTITY
    acts = request.method == "POST"
    with open_for_form(request, record_id, to=to, acts=acts) as record:
        header = patient_header(record)
        form = NumberForm(request.POST or None, patient=record.patient)
        if is_sent(request, form) and is_kept(
            form, lambda: add_number(record, number=form.cleaned_data["number"])
        ):
            messages.success(request, _("Nummeret er lagret."))
            return to_person(record_id)
        context = {"record": record, "header": header, "form": form}
        status = page_status(request)
        return render(request, "journal/record/number_add.html", context, status=status)


def _form(request: AksonRequest, record: OpenRecord) -> PersonForm:
    """The form as sent, or as the person is now; without an address kept from the worker."""
    address = address_of(record)
    return PersonForm(
        request.POST or None,
        initial=PersonForm.initial_of(record.patient, address),
        is_address_hidden=record.decision.hides_address,
    )


def _change(record: OpenRecord, form: PersonForm) -> Patient:
    return change_person(
        record,
        person=form.particulars(),
        home=form.home_or_none(),
        revision=form.cleaned_data["revision"],
    )


def _beside_the_others(
    record: OpenRecord, form: PersonForm, error: StaleFormError
) -> dict[str, Any]:
    names = [name for name in (*PARTICULARS, *HOME) if name in form.fields]
    before = values_at(record, form.cleaned_data["revision"], names)
    is_hidden = "line" not in form.fields
    again = partial(PersonForm, is_address_hidden=is_hidden)
    return beside_the_others(form, error, before=before, again=again)
