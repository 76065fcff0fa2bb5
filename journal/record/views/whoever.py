"""Finding out who somebody is who comes: known here or new, with as little shown as possible."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from access.requests import AksonRequest
from access.roles import RecordKind
from journal.record.forms.whoever import SAME, WhoeverForm
from journal.record.models import OpenRecord
from journal.record.selectors.known import (
    patient_of,
    people_named,
    record_of_kind,
    records_of,
)
from journal.record.services.person import Home
from journal.record.services.registering import register_person
from journal.record.views.namesakes import holder_of, namesakes_of


@dataclass(frozen=True, slots=True)
class Who:
    """Who it turned out to be: somebody known, or somebody new with the form's own id."""

    patient_id: UUID
    record_id: UUID
    is_new: bool = False


def who_it_is(request: AksonRequest, form: WhoeverForm) -> Who | None:
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


def _by_name(request: AksonRequest, form: WhoeverForm) -> Who | None:
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


def _known(form: WhoeverForm, patient_id: UUID) -> Who:
    """The health record of somebody known; one that begins has an id of the form's."""
    journal = record_of_kind(patient_id, RecordKind.JOURNAL)
    return Who(patient_id, journal or uuid5(form.new_id, "record"))


def _new(form: WhoeverForm) -> Who:
    return Who(form.new_id, uuid5(form.new_id, "record"), is_new=True)


def register_if_new(record: OpenRecord, form: WhoeverForm, who: Who) -> None:
    """Store the person, with his first record, when nobody here knew him."""
    if not who.is_new:
        return
    register_person(
        record,
        person=form.particulars(),
        home=Home(),
        number=form.cleaned_data["number"],
    )
