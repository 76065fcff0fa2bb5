"""What a unit sees of somebody in the days after his stay: who he is, and how he was then."""

from uuid import uuid4

import pytest

from access.actions import Action
from journal.record.gate import open_record
from journal.record.models import Patient
from journal.record.services.critical import confirm_none
from journal.record.services.relatives import Relative, add_relative

PAGES = ("chart:patient", "record:person")
LIVES_NOW = ("Storgata 1", "Per Dal", "Dr. Lie", "41 23 45 67", "Nordsamisk")


@pytest.fixture
def siri(world, desk):
    return desk(world.nurse)


@pytest.fixture
def around(world):
    """Let it be known how Ola lives, and with whom."""
    to = Action.CHANGE_IDENTITY
    with open_record(world.ola.record_id, by=world.nurse, to=to) as record:
        Patient.objects.update(gp_name="Dr. Lie", phone="41 23 45 67", language="se")
        add_relative(record, relative=Relative(name="Per Dal", kind="FA"), id=uuid4())


@pytest.fixture
def ask(world):
    """Let somebody ask Ola what is critical, and be told of nothing."""

    def _ask(by):
        to = Action.CHANGE_CRITICAL
        with open_record(world.ola.record_id, by=by, to=to) as record:
            confirm_none(record)

    return _ask


@pytest.mark.parametrize("page", PAGES)
def test_former_unit_sees_who_he_is_and_not_how_he_lives_now(
    world, siri, around, end, page
):
    before = siri.get(page, world.ola.record_id).text
    end(world.ola, at=world.north)
    after = siri.get(page, world.ola.record_id).text

    assert all(words in before for words in LIVES_NOW)
    assert [words for words in LIVES_NOW if words in after] == []
    assert "Ola Fjellheim" in after
    assert "14.02.1942" in after
    assert "Adresse og pårørende vises ikke når oppholdet er over." in after


@pytest.mark.parametrize("page", PAGES)
def test_former_unit_is_not_told_that_there_is_nothing(world, siri, end, admit, page):
    end(world.ola, at=world.north)
    admit(world.ola, world.south, days=0)

    shown = siri.get(page, world.ola.record_id).text

    assert "Hjemmetjenesten sør" not in shown
    for nothing in (
        "tjenester i gang",
        "Ingen er navngitt",
        "Ingen pårørende",
        "Ikke registrert",
    ):
        assert nothing not in shown


def test_former_unit_reads_that_somebody_had_asked_when_its_stay_ended(
    world, siri, desk, ask, admit, end
):
    admit(world.ola, world.south)
    ask(by=world.nurse)
    end(world.ola, at=world.north)
    ask(by=world.stranger)

    theirs = siri.get("chart:patient", world.ola.record_id).text
    ours = desk(world.stranger).get("chart:patient", world.ola.record_id).text

    assert f"av {world.nurse.name}" in theirs
    assert world.stranger.name not in theirs
    assert f"av {world.stranger.name}" in ours


def test_former_unit_is_not_told_that_somebody_asked_after_its_stay(
    world, siri, ask, admit, end
):
    admit(world.ola, world.south)
    end(world.ola, at=world.north)
    ask(by=world.stranger)

    shown = siri.get("chart:patient", world.ola.record_id).text

    assert "Kritisk informasjon: ikke spurt" in shown
