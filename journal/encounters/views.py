"""The legevakt: who is here now, whoever comes next, and closing a contact."""

from uuid import UUID, uuid5

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from access.actions import Action
from access.explaining import Refusal
from access.requests import AksonRequest
from audit.entry import Target
from audit.verbs import Verb
from journal.encounters.forms import CloseContactForm, ContactForm
from journal.encounters.selectors import (
    has_signed_note,
    open_contact,
    people_here,
    records_here,
)
from journal.encounters.services import (
    close_contact,
    register_contact,
)
from journal.record.errors import RuleError
from journal.record.gate import open_arrival, open_people, record_refusal
from journal.record.selectors.header import patient_header
from journal.record.selectors.refusal import ways_on
from journal.record.services.relations import id_of
from journal.record.views.doors import (
    explain,
    is_kept,
    is_sent,
    onwards,
    open_for_form,
    page_status,
    to_record,
)
from journal.record.views.whoever import Who, register_if_new, who_it_is


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
        who = who_it_is(request, form)
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


def _is_stored(request: AksonRequest, form: ContactForm, who: Who) -> bool:
    """Store all of it in one transaction; False when a rule said no, at its field."""
    contact, contact_id = form.contact(), uuid5(form.new_id, "contact")
    try:
        with open_arrival(
            patient_id=who.patient_id,
            record_id=who.record_id,
            unit=contact.unit,
            relation_id=id_of(contact_id),
            by=request.worker,
            target=Target("journal.Encounter", str(contact_id)),
        ) as record:
            register_if_new(record, form, who)
            register_contact(record, contact=contact, id=contact_id)
    except RuleError as error:
        explain(form, error)
        return False
    return True
