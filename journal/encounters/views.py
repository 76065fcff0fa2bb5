"""The legevakt: who is here now, whoever comes next, and closing a contact."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from access.actions import Action
from access.explaining import Refusal
from access.requests import AksonRequest
from access.roles import RecordKind
from audit.entry import Target
from audit.verbs import Verb
from journal.encounters.forms import SAME, CloseContactForm, ContactForm
from journal.encounters.selectors import (
    has_signed_note,
    open_contact,
    people_here,
    records_here,
)
from journal.encounters.services import (
    close_contact,
    register_contact,
    relation_of,
)
from journal.record.errors import RuleError
from journal.record.gate import open_arrival, open_people, record_refusal
from journal.record.models import OpenRecord
from journal.record.selectors.header import patient_header
from journal.record.selectors.known import (
    patient_of,
    people_named,
    record_of_kind,
    records_of,
)
from journal.record.selectors.refusal import ways_on
from journal.record.services.person import Home
from journal.record.services.registering import register_person
from journal.record.views.doors import (
    explain,
    is_kept,
    is_sent,
    onwards,
    open_for_form,
    page_status,
    to_record,
)
from journal.record.views.namesakes import holder_of, namesakes_of


@dataclass(frozen=True, slots=True)
class Who:
    """Who it turned out to be: somebody known, or somebody new with the form's own id."""

    patient_id: UUID
    record_id: UUID
    is_new: bool = False


@require_GET
def here_now(request: AksonRequest) -> HttpResponse:
    """Show who is at my legevakt now, the most urgent first."""
    if not request.worker.arrivals_at:
        return _refused(request, Verb.LISTED)
    decisions = records_here(request.worker)
    with open_people(decisions, by=request.worker, verb=Verb.LISTED):
        context = {"people": people_here(request.worker, decisions)}
        return render(request, "journal/encounters/here_now.html", context)


@require_http_methods(["GET", "POST"])
def register(request: AksonRequest) -> HttpResponse:
    """Register whoever comes or calls, and open his record on that ground."""
    worker = request.worker
    if not worker.arrivals_at:
        return _refused(request, Verb.REGISTERED_CONTACT)
    form = ContactForm(request.POST or None, worker=worker)
    if is_sent(request, form):
        who = _who(request, form)
        if who is not None and form.is_valid() and _is_stored(request, form, who):
            messages.success(request, _("Kontakten er registrert."))
            return to_record(who.record_id)
    context = {"form": form}
    status = page_status(request)
    return render(request, "journal/encounters/register.html", context, status=status)


@require_http_methods(["GET", "POST"])
def close(request: AksonRequest, record_id: UUID) -> HttpResponse:
    """Close the contact, when it is documented or a reason is given why not."""
    form = CloseContactForm(request.POST if request.method == "POST" else None)
    acts = is_sent(request, form)
    to = Action.CLOSE_CONTACT
    with open_for_form(request, record_id, to=to, acts=acts) as record:
        contact = open_contact(record)
        if contact is None:
            raise Http404
        reason = form.reason() if acts else None
        if acts and is_kept(
            form, lambda: close_contact(record, contact, no_note=reason)
        ):
            messages.success(request, _("Kontakten er avsluttet."))
            return onwards(request, record_id, to_record)
        context = {
            "record": record,
            "header": patient_header(record),
            "contact": contact,
            "is_documented": has_signed_note(record, contact),
            "form": form,
        }
        status = page_status(request)
        return render(request, "journal/encounters/close.html", context, status=status)


def _refused(request: AksonRequest, verb: Verb) -> HttpResponse:
    record_refusal(request.worker, verb, reason=Refusal.ROLE)
    context = {"ways": ways_on(request.worker)}
    return render(request, "journal/record/refused.html", context, status=403)


def _who(request: AksonRequest, form: ContactForm) -> Who | None:
    """Find who it is; None when the form now asks for more."""
    if records_of([form.new_id]):  # the same form, sent again
        return Who(form.new_id, uuid5(form.new_id, "record"))
    number = form.cleaned_data["number"]
    if number is not None:
        found = holder_of(number.value, kind=RecordKind.JOURNAL, by=request.worker)
        if found is not None:
            return _known(form, patient_of(found))
        form.ask_for_names(
            _("Nummeret er ikke registrert her. Skriv navn og fødselsdato.")
        )
        return None if form.errors else _new(form)
    return _by_name(request, form)


def _by_name(request: AksonRequest, form: ContactForm) -> Who | None:
    data = form.cleaned_data
    if data["is_same"] and data["is_same"] != SAME:
        return _new(form)
    name = f"{data['given_name']} {data['family_name']}"
    people = namesakes_of(name, data["birth_date"], by=request.worker)
    if not people:
        return _new(form)
    if len(people) > 1:
        message = _("Flere har omtrent dette navnet og fødselsdatoen. Skriv nummeret.")
        form.add_error("number", message)
        form.add_error("is_same", _("Eller svar at det er en annen person."))
        return None
    exactly = people_named(name=name, birth_date=data["birth_date"])
    if data["is_same"] == SAME and people != exactly:
        message = _(
            "Navnet er ikke skrevet helt likt. Skriv hele navnet, eller nummeret."
        )
        form.add_error("number", message)
        return None
    if data["is_same"] != SAME:
        message = _(
            "En person med omtrent dette navnet og fødselsdatoen er registrert."
        )
        form.add_error("is_same", message)
        return None
    return _known(form, people[0])


def _known(form: ContactForm, patient_id: UUID) -> Who:
    """The health record of somebody known; one that begins has an id of the form's."""
    journal = record_of_kind(patient_id, RecordKind.JOURNAL)
    return Who(patient_id, journal or uuid5(form.new_id, "record"))


def _new(form: ContactForm) -> Who:
    return Who(form.new_id, uuid5(form.new_id, "record"), is_new=True)


def _is_stored(request: AksonRequest, form: ContactForm, who: Who) -> bool:
    """Store all of it in one transaction; False when a rule said no, at its field."""
    contact, contact_id = form.contact(), uuid5(form.new_id, "contact")
    try:
        with open_arrival(
            patient_id=who.patient_id,
            record_id=who.record_id,
            unit_id=contact.unit.pk,
            relation_id=relation_of(contact_id),
            by=request.worker,
            target=Target("journal.Encounter", str(contact_id)),
        ) as record:
            if who.is_new:
                _register_person(record, form)
            register_contact(record, contact=contact, id=contact_id)
    except RuleError as error:
        explain(form, error)
        return False
    return True


def _register_person(record: OpenRecord, form: ContactForm) -> None:
    register_person(
        record,
        person=form.particulars(),
        home=Home(),
        number=form.cleaned_data["number"],
    )
