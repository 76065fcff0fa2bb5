"""From what the auditor types to a part of the log, and what the log says of it."""

import json
import re
from datetime import date

import pytest
from django.utils import timezone

from access.actions import Action
from access.person_number import InvalidNumberError, read_number
from access.roles import Role
from audit.review.rules.log_filter import LogFilter, Named
from audit.review.services.choosing import Asked, SeveralPeopleError, choose
from journal.record.errors import RuleError
from journal.record.gate import open_record
from journal.record.models import PatientIdentifier
from tests import world as worlds

TODAY = timezone.localdate()


def synthetic_number():
    """Give a number whose month has 80 added and whose control digits are right."""
    for tail in range(100_000):
        number = f"148242{tail:05d}"
        try:
            return read_number(number).value
        except InvalidNumberError:
            continue
    raise AssertionError


@pytest.fixture
def number(world):
    """Ola's person number."""
    value = synthetic_number()
    to = Action.CHANGE_IDENTITY
    with open_record(world.ola.record_id, by=world.nurse, to=to):
        PatientIdentifier(
            patient_id=world.ola.patient_id, system="fnr", value=value
        ).save(force_insert=True)
    return value


def ask(world, now=None, **asked):
    return choose(Asked(since=TODAY, until=TODAY, **asked), by=world.auditor, now=now)


def test_patient_is_found_by_number_and_the_log_keeps_only_its_hash(
    world, number, readings
):
    chosen = ask(world, patient=f" {number[:6]} {number[6:]} ")

    body = bytes(readings()[-1].body)
    said = json.loads(body)
    assert chosen.patient.id == world.ola.patient_id
    assert chosen.patient.label == f"Personnummer {number[:6]} *****"
    assert said["query"]["kind"] == "identifier"
    assert said["query"]["hits"] == 1
    assert re.fullmatch("k1:[0-9a-f]{64}", said["query"]["keyed_hash"])
    assert number[6:].encode() not in body
    assert said["subjects"] == [{"patient": str(world.ola.patient_id), "reach": 0}]
    assert said["grounds"] == {"basis": "review", "purpose": "HCOMPL"}
    assert said["detail"] == {"from": TODAY.isoformat(), "to": TODAY.isoformat()}


@pytest.mark.parametrize(
    "typed",
    [
        "Ola Fjellheim 14.02.1942",
        "14.02.1942 ola fjellheim",
        "Fjellheim, Ola, født 140242",
        "Ola Fjelheim 14.02.1942",
    ],
)
def test_patient_is_found_by_name_and_birth_date(world, readings, typed):
    chosen = ask(world, patient=typed)

    assert chosen.patient.id == world.ola.patient_id
    assert chosen.patient.label.endswith(", født 14.02.1942")
    assert json.loads(bytes(readings()[-1].body))["query"]["text"] == typed


@pytest.mark.parametrize(
    ("typed", "says", "is_logged"),
    [
        ("Ola Fjellheim", "fødselsdatoen", False),
        ("14.02.1942", "fødselsdatoen", False),
        ("12345678901", "sifre", False),
        ("1234567890", "11 sifre", False),
        ("Ola Fjellheim 14.02.1942 14824200018", "fødselsdatoen", False),
        ("Kari Ukjent 14.02.1942", "Ingen pasient", True),
        ("Ola Fjellheim 15.02.1942", "Ingen pasient", True),
    ],
)
def test_nobody_found_is_said_plainly_and_a_search_is_logged_all_the_same(
    world, readings, typed, says, is_logged
):
    before = len(readings())

    with pytest.raises(RuleError) as error:
        ask(world, patient=typed)

    assert error.value.field == "patient"
    assert says in error.value.message
    assert len(readings()) - before == int(is_logged)
    if is_logged:
        said = json.loads(bytes(readings()[-1].body))
        assert said["query"]["hits"] == 0
        assert said["subjects"] == []


def test_two_patients_with_one_name_and_birth_date_need_a_number(world, readings):
    worlds.patient(world.clerk, "Ola", "Fjellheim", born=date(1942, 2, 14))

    with pytest.raises(RuleError, match="Flere pasienter"):
        ask(world, patient="Ola Fjellheim 14.02.1942")

    assert json.loads(bytes(readings()[-1].body))["query"]["hits"] == 2


def test_person_is_found_by_name(world, readings):
    chosen = ask(world, person="frank", verbs=("read",), bases=("episode",), outcome=4)

    said = json.loads(bytes(readings()[-1].body))
    assert chosen.actor == Named(world.stranger.user_id, "Frank Fremmed")
    assert said["detail"]["person"] == str(world.stranger.user_id)
    assert said["detail"]["verb"] == "read"
    assert said["detail"]["outcome"] == "4"
    assert "query" not in said


def test_one_of_several_people_is_chosen_by_id(world):
    other = worlds.person("frank.annen", (Role.NURSE, world.south))

    with pytest.raises(SeveralPeopleError) as error:
        ask(world, person="frank")
    chosen = ask(world, person="frank", person_id=other.id)

    assert {person.label for person in error.value.people} == {
        "Frank Fremmed",
        "Frank Annen",
    }
    assert chosen.actor.id == other.id


def test_unknown_name_is_said_plainly(world):
    with pytest.raises(RuleError, match="Ingen bruker"):
        ask(world, person="Nikolai Nei")


def test_name_of_very_many_asks_for_more_of_it(world):
    for number in range(13):
        worlds.person(f"anne.nummer{number}")

    with pytest.raises(RuleError, match="Mange"):
        ask(world, person="anne")


def test_people_are_kept_from_what_was_chosen_before(world):
    patient, actor = (
        Named(world.ola.patient_id, "Ola"),
        Named(world.nurse.user_id, "Siri"),
    )
    now = LogFilter(since=TODAY, until=TODAY, patient=patient, actor=actor)

    kept = ask(world, now=now, keep_patient=True, keep_person=True)
    dropped = ask(world, now=now)
    other = ask(world, now=now, keep_person=True, person="frank")

    assert (kept.patient, kept.actor) == (patient, actor)
    assert (dropped.patient, dropped.actor) == (None, None)
    assert other.actor.id == world.stranger.user_id
