"""Registering a person nobody here knew: the person, the record and the first stay."""

from dataclasses import asdict
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from access.actions import Action
from access.person_number import PersonNumber
from journal.record.errors import RuleError
from journal.record.models import Address, OpenRecord, Patient
from journal.record.services.person import Home, Particulars, store_number
from journal.record.services.stays import Stay, admit_patient, ensure_record


class AlreadyRegisteredError(RuleError):
    """The same form was sent before, and what it says is stored."""


def register_patient(
    record: OpenRecord,
    *,
    person: Particulars,
    home: Home,
    number: PersonNumber | None,
    stay: Stay,
    stay_id: UUID,
) -> Patient:
    """Store a new person with his first record and the stay it begins with.

    Args:
        record: The record that shall be, opened to register; it carries the person's id.
        person: The person's particulars.
        home: Where he lives.
        number: His official number, if he has one.
        stay: The stay the record begins with.
        stay_id: The stay's own id.

    Raises:
        ActionRefusedError: the record was opened for something else.
        NumberTakenError: the number belongs to somebody registered before.
        AlreadyRegisteredError: this very person has just been stored.
        RuleError: the stay cannot be as told.
    """
    patient = register_person(record, person=person, home=home, number=number)
    admit_patient(record, stay=stay, id=stay_id)
    return patient


def register_person(
    record: OpenRecord,
    *,
    person: Particulars,
    home: Home,
    number: PersonNumber | None,
) -> Patient:
    """Store a new person and his first record; what it begins with is the caller's.

    Raises:
        ActionRefusedError: the record was opened for something else.
        NumberTakenError: the number belongs to somebody registered before.
        AlreadyRegisteredError: this very person has just been stored.
    """
    record.require(Action.REGISTER, Action.REGISTER_CONTACT, Action.ENROL)
    patient = _store(Patient(pk=record.patient_id, **asdict(person)))
    if number is not None:
        store_number(patient, number)
    Address.objects.create(patient=patient, **asdict(home))
    ensure_record(record)
    return patient


def _store(patient: Patient) -> Patient:
    patient.set_keys()
    try:
        with transaction.atomic():
            patient.save(force_insert=True)
    except IntegrityError as error:
        if "patient_pkey" not in str(error):
            raise
        raise AlreadyRegisteredError(_("Personen er allerede registrert.")) from error
    return patient
