"""The person's own particulars: names, address, GP, language and numbers."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from access.actions import Action
from access.person_number import PersonNumber
from journal.record.errors import RuleError, StaleFormError
from journal.record.models import Address, OpenRecord, Patient, PatientIdentifier
from journal.record.services.stays import locked_patient

_TAKEN = "a_number_belongs_to_one_person"


class NumberTakenError(RuleError):
    """The number belongs to another person in the municipality."""

    def __init__(self) -> None:
        super().__init__(
            _("Dette fødselsnummeret er allerede registrert."), field="number"
        )


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is told of a person himself."""

    given_name: str
    family_name: str
    birth_date: date
    sex: str
    middle_name: str = ""
    phone: str = ""
    language: str = ""
    needs_interpreter: bool = False
    gp_name: str = ""
    gp_office: str = ""
    gp_phone: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a person lives, how it is protected, and how one gets in."""

    line: str = ""
    postcode: str = ""
    city: str = ""
    protection: str = "ugradert"
    access_note: str = ""


def change_person(
    record: OpenRecord, *, person: Particulars, home: Home | None, revision: int
) -> Patient:
    """Change a person's particulars, unless somebody else has changed them meanwhile.

    Args:
        record: The open record.
        person: All particulars as they shall be.
        home: The address as it shall be; None leaves it, for those who may not see it.
        revision: The revision the form was made from.

    Raises:
        ActionRefusedError: the record was opened for something else.
        StaleFormError: there is a later revision.
        RuleError: the person would have died before birth.
    """
    record.require(Action.CHANGE_IDENTITY)
    patient = locked_patient(record)
    if patient.revision != revision:
        raise StaleFormError(
            _(
                "Opplysningene er endret av andre mens du skrev. Ingenting er lagret ennå."
            )
        )
    if patient.deceased_on is not None and patient.deceased_on < person.birth_date:
        raise RuleError(_("Fødselsdatoen er etter dødsdatoen."), field="birth_date")
    _set(patient, asdict(person))
    save_patient(patient)
    if home is not None:
        _change_home(patient, home)
    return patient


def add_number(record: OpenRecord, *, number: PersonNumber) -> PatientIdentifier:
    """Give a person a new official number; the former is kept as old.

    Raises:
        ActionRefusedError: the record was opened for something else.
        NumberTakenError: another person has it.
        RuleError: it is the person's official number already.
    """
    record.require(Action.CHANGE_IDENTITY)
    patient = locked_patient(record)
    own = patient.identifiers.filter(system=number.kind, value=number.value).first()
    if own is not None and own.is_official:
        raise RuleError(_("Personen har dette nummeret fra før."), field="number")
    for former in patient.identifiers.filter(is_official=True):
        former.is_official = False
        former.save(update_fields=["is_official"])
    if own is not None:
        own.is_official = True
        own.save(update_fields=["is_official"])
    else:
        own = store_number(patient, number)
    save_patient(patient)
    return own


def store_number(patient: Patient, number: PersonNumber) -> PatientIdentifier:
    """Store a person's first or new official number.

    Raises:
        NumberTakenError: another person has it.
    """
    try:
        with transaction.atomic():
            return PatientIdentifier.objects.create(
                patient=patient, system=number.kind.value, value=number.value
            )
    except IntegrityError as error:
        if _TAKEN not in str(error):
            raise
        raise NumberTakenError from error


def save_patient(patient: Patient) -> None:
    """Store a changed person with new keys and the next revision."""
    patient.set_keys()
    patient.revision += 1
    patient.save()


def _change_home(patient: Patient, home: Home) -> None:
    address = Address.objects.filter(patient=patient).first() or Address(
        patient=patient
    )
    if _set(address, asdict(home)) or address._state.adding:
        address.save()


def _set(row: Any, values: Mapping[str, Any]) -> bool:
    """Put values on a row, and say whether any of them is new."""
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    return bool(changed)
