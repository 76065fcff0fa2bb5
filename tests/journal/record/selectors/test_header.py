"""Whose record it is, and who is easily taken for him."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from access.actions import Action
from access.roles import RecordKind
from journal.record.gate import open_record
from journal.record.models import Patient
from journal.record.selectors.header import patient_header
from journal.record.selectors.lookalikes import Lookalikes, lookalikes_of
from tests import world as worlds


@pytest.fixture
def opened(world):
    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_RECORD
    ) as record:
        yield record


def test_header_says_who_he_is_in_one_statement(opened):
    with CaptureQueriesContext(connection) as queries:
        header = patient_header(opened)
        assert opened.patient.family_name == "Fjellheim"

    assert len(queries) == 1
    assert (header.name, header.birth_date) == ("Ola Fjellheim", date(1942, 2, 14))
    assert header.age_text.endswith(" år")
    assert header.sex_label == "Mann"
    assert header.national_id_display is None
    assert header.protection_label is None
    assert header.record_kind_label is None
    assert header.lookalike_warning is None


def test_protection_death_and_age_at_death_are_shown(opened):
    Patient.objects.update(deceased_on=date(2000, 2, 13))
    opened.decision = replace(opened.decision, protection="fortrolig")

    header = patient_header(opened)

    assert header.protection_label == "Fortrolig adresse (kode 7)"
    assert (header.is_deceased, header.age_text) == (True, "57 år")


@pytest.mark.parametrize(
    ("sex", "child", "adult"),
    [
        ("male", "Gutt", "Mann"),
        ("female", "Jente", "Kvinne"),
        ("other", "Annet", "Annet"),
    ],
)
def test_child_is_called_boy_or_girl_until_the_day_it_is_18(opened, sex, child, adult):
    today = timezone.localdate()
    eighteen = today.replace(year=today.year - 18, day=min(today.day, 28))
    Patient.objects.update(sex=sex, birth_date=today)
    assert patient_header(opened).sex_label == child
    Patient.objects.update(birth_date=eighteen)
    assert patient_header(opened).sex_label == adult
    Patient.objects.update(deceased_on=today - timedelta(days=40))
    assert patient_header(opened).sex_label == child


def test_case_is_named(world):
    known = worlds.patient(
        world.clerk, "Per", "Dal", at=world.north, kind=RecordKind.CASE
    )
    with open_record(
        known.record_id, by=world.clerk, to=Action.READ_IDENTITY
    ) as record:
        assert "Tjenestesak" in str(patient_header(record).record_kind_label)


@pytest.mark.parametrize(
    ("given", "family", "born", "expected"),
    [
        ("OLA", "Fjellheim", date(1950, 1, 1), Lookalikes(same_name=1)),
        ("Kari", "Dal", date(1942, 2, 14), Lookalikes(same_birth_date=1)),
        ("Kari", "Dal", date(1950, 1, 1), Lookalikes()),
    ],
)
def test_lookalikes_among_my_patients_are_counted(world, given, family, born, expected):
    worlds.patient(world.clerk, given, family, at=world.north, born=born)

    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_RECORD
    ) as record:
        assert lookalikes_of(record.patient, world.nurse) == expected


def test_lookalikes_of_other_units_are_not(world):
    worlds.patient(world.clerk, "Ola", "Fjellheim", at=world.south)

    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_RECORD
    ) as record:
        assert lookalikes_of(record.patient, world.nurse) == Lookalikes()


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Lookalikes(same_name=1, same_birth_date=2), "En annen .* samme navn"),
        (Lookalikes(same_name=2), "2 andre .* samme navn"),
        (Lookalikes(same_birth_date=1), "En annen .* samme fødselsdato"),
        (Lookalikes(same_birth_date=3), "3 andre .* samme fødselsdato"),
    ],
)
def test_warning_in_words(found, words):
    assert re.search(words, found.warning)
