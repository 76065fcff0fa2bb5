"""Registering a new person: everything at once, or nothing."""

from datetime import date
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.models import Basis, CareRelation, KnownRecord
from access.person_number import read_number
from access.roles import RecordKind
from journal.record.errors import RuleError
from journal.record.gate import RecordRefusedError, open_admission, open_record
from journal.record.services.person import Home, NumberTakenError, Particulars
from journal.record.services.registering import (
    AlreadyRegisteredError,
    register_patient,
)
from journal.record.services.stays import Place, Stay
from tests.journal.record.asking import decided

NUMBER = read_number("14834212081")


def register(world, *, by=None, number=NUMBER, patient_id=None, service="15"):
    """Register Áile Øvergård at the northern unit."""
    record_id = uuid4()
    with open_admission(
        patient_id=patient_id or uuid4(),
        record_id=record_id,
        kind=RecordKind.JOURNAL,
        by=by or world.clerk,
        to=Action.REGISTER,
    ) as record:
        register_patient(
            record,
            person=Particulars(
                given_name="Áile",
                family_name="Øvergård",
                birth_date=date(1942, 3, 14),
                sex="female",
            ),
            home=Home(line="Elveveien 3", postcode="9730", city="Karasjok"),
            number=number,
            stay=Stay(Place(world.north, service, room="4"), timezone.now()),
            stay_id=uuid4(),
        )
    return record_id


def test_person_record_stay_and_relation_are_stored_together(world):
    record_id = register(world)

    with open_record(record_id, by=world.nurse, to=Action.READ_RECORD) as record:
        patient = record.patient
        assert patient.full_name == "Áile Øvergård"
        assert (patient.name_key, patient.revision) == ("aile overgard", 1)
        assert patient.address.city == "Karasjok"
        assert patient.identifiers.get().value == NUMBER.value
        assert record.episodes.get().room == "4"
        assert patient.history.get().event_id != record.event_id
    assert decided(world.nurse, record_id, Action.SIGN_NOTE).is_allowed


def test_taken_number_stores_nothing(world):
    register(world)
    known = KnownRecord.objects.count()

    with pytest.raises(NumberTakenError) as refused:
        register(world)

    assert refused.value.field == "number"
    assert KnownRecord.objects.count() == known
    assert CareRelation.objects.filter(basis=Basis.EPISODE).count() == known


def test_people_without_a_number_may_be_many(world):
    register(world, number=None)
    register(world, number=None)

    assert KnownRecord.objects.count() == 3


def test_same_person_sent_twice_is_known(world):
    patient_id = uuid4()
    register(world, patient_id=patient_id, number=None)

    with pytest.raises(AlreadyRegisteredError):
        register(world, patient_id=patient_id, number=None)


def test_rule_of_the_stay_stores_no_person(world):
    with open_record(world.ola.record_id, by=world.leader, to=Action.ADMIT):
        pass
    world.north.is_active = False
    world.north.save()

    with pytest.raises(RuleError) as refused:
        register(world)

    assert refused.value.field == "unit"
    assert KnownRecord.objects.count() == 1


def test_nurse_may_not_register(world):
    with pytest.raises(RecordRefusedError):
        register(world, by=world.nurse)
