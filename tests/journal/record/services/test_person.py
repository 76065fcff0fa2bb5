"""Changing a person: nobody's change is lost, and no number belongs to two."""

from dataclasses import replace
from datetime import date

import pytest

from access.actions import Action
from access.person_number import read_number
from journal.record.errors import RuleError, StaleFormError
from journal.record.gate import open_record
from journal.record.models import ActionRefusedError
from journal.record.selectors.person import values_at
from journal.record.services.person import (
    Home,
    NumberTakenError,
    Particulars,
    add_number,
    change_person,
)
from tests import world as worlds

OLA = Particulars(
    given_name="Ola", family_name="Fjellheim", birth_date=date(1942, 2, 14), sex="male"
)
HOME = Home(line="Storgata 1", postcode="5003", city="Bergen")
D_NUMBER, BIRTH_NUMBER = read_number("49878530100"), read_number("14834212081")


def change(world, person=OLA, *, home=HOME, revision=1, by=None):
    with open_record(
        world.ola.record_id, by=by or world.nurse, to=Action.CHANGE_IDENTITY
    ) as record:
        return change_person(record, person=person, home=home, revision=revision)


def number(world, read, *, known=None):
    record_id = (known or world.ola).record_id
    with open_record(record_id, by=world.nurse, to=Action.CHANGE_IDENTITY) as record:
        return add_number(record, number=read)


def test_new_name_gets_new_keys_and_a_revision(world):
    patient = change(world, replace(OLA, family_name="Ås"))

    assert (patient.name_key, patient.revision) == ("ola as", 2)


def test_second_to_save_is_told_and_nothing_of_his_is_stored(world):
    change(world, replace(OLA, phone="55 12 34 56"))

    with pytest.raises(StaleFormError):
        change(world, replace(OLA, given_name="Olaf"), by=world.leader)

    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_IDENTITY
    ) as record:
        assert (record.patient.given_name, record.patient.phone) == (
            "Ola",
            "55 12 34 56",
        )


def test_earlier_values_are_found_by_revision(world):
    change(world, replace(OLA, phone="1"), home=replace(HOME, line="Elvegata 2"))
    change(world, replace(OLA, phone="2"), home=HOME, revision=2)

    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_IDENTITY
    ) as record:
        names = ["phone", "line"]
        assert values_at(record, 1, names) == {"phone": "", "line": "Storgata 1"}
        assert values_at(record, 2, names) == {"phone": "1", "line": "Elvegata 2"}
        assert values_at(record, 3, names) == {"phone": "2", "line": "Storgata 1"}
        assert values_at(record, 9, names) == {}


def test_address_kept_from_the_worker_stays_as_it_is(world):
    change(world, replace(OLA, phone="1"), home=None)

    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_IDENTITY
    ) as record:
        assert record.patient.address.line == "Storgata 1"


def test_number_replaces_the_one_before_which_is_kept(world):
    number(world, D_NUMBER)
    number(world, BIRTH_NUMBER)

    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_IDENTITY
    ) as record:
        rows = record.patient.identifiers.values_list("value", "is_official")
        assert set(rows) == {(D_NUMBER.value, False), (BIRTH_NUMBER.value, True)}
        assert record.patient.revision == 3


def test_former_number_may_become_official_again(world):
    for read in (D_NUMBER, BIRTH_NUMBER, D_NUMBER):
        number(world, read)

    with pytest.raises(RuleError, match="fra før"):
        number(world, D_NUMBER)


def test_number_of_another_is_refused_and_the_own_one_stays_official(world):
    kari = worlds.patient(world.clerk, "Kari", "Dal", at=world.north)
    number(world, BIRTH_NUMBER)
    number(world, D_NUMBER, known=kari)

    with pytest.raises(NumberTakenError):
        number(world, BIRTH_NUMBER, known=kari)

    with open_record(kari.record_id, by=world.nurse, to=Action.READ_IDENTITY) as record:
        assert record.patient.identifiers.get().is_official


def test_reading_does_not_let_one_change(world):
    with (
        pytest.raises(ActionRefusedError),
        open_record(
            world.ola.record_id, by=world.nurse, to=Action.READ_RECORD
        ) as record,
    ):
        change_person(record, person=OLA, home=HOME, revision=1)
