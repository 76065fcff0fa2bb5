"""The first page beside the identity page: the same words, and what fits on one screen."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from journal.record.gate import open_record
from journal.record.models import Address, Patient
from journal.record.services.stays import Place, Stay, admit_patient, discharge_patient
from tests.journal.chart.reading import section

PAGES = ("chart:patient", "record:person")


@pytest.fixture
def siri(world, desk):
    return desk(world.nurse)


def pages(desk, known):
    return [desk.get(name, known.record_id).text for name in PAGES]


@pytest.fixture
def tell(world):
    """Let Ola's particulars be as told."""

    def _tell(model, **facts):
        to = Action.CHANGE_IDENTITY
        with open_record(world.ola.record_id, by=world.nurse, to=to):
            model.objects.update(**facts)

    return _tell


def test_room_is_said_in_the_same_words(world, siri, admit):
    admit(world.ola, world.north, service="18", room="204", bed="1")

    for page in pages(siri, world.ola):
        assert "Hjemmetjenesten nord · rom 204, seng 1" in page
        assert "Hjemmetjenesten nord · rom 12" in page


@pytest.mark.parametrize(
    ("code", "words"),
    [("", "Ikke registrert"), ("se", "Nordsamisk"), ("xx", "Annet språk")],
)
def test_language_is_said_in_the_same_words_and_never_as_a_code(
    world, siri, tell, code, words
):
    tell(Patient, language=code)

    for page in pages(siri, world.ola):
        assert f"<dt>Språk</dt><dd>{words}" in page


def test_interpreter_needed_is_told(world, siri, tell):
    tell(Patient, language="se", needs_interpreter=True)

    for page in pages(siri, world.ola):
        assert "Trenger tolk" in page


@pytest.mark.parametrize("protection", ["fortrolig", "strengt_fortrolig"])
def test_protected_address_is_left_out(world, siri, tell, protection):
    tell(Address, protection=protection, access_note="Nøkkel hos naboen")

    page, _identity = pages(siri, world.ola)

    assert "Adressen er fortrolig" in page
    for secret in ("Storgata", "5003", "Bergen", "Nøkkel hos naboen"):
        assert secret not in page


def test_address_that_is_not_protected_is_there_with_the_way_in(world, siri, tell):
    tell(Address, access_note="Nøkkel hos naboen")

    page, _identity = pages(siri, world.ola)

    assert "Storgata 1, 5003 Bergen" in page
    assert "Nøkkel hos naboen" in page


def lived_through(world, number):
    """Let Ola have had stays that ended, one a month, the latest a month ago."""
    for back in range(1, number + 1):
        began = timezone.now() - timedelta(days=30 * back + 3)
        with open_record(
            world.ola.record_id, by=world.leader, to=Action.ADMIT
        ) as record:
            stay = Stay(Place(world.north, "18", room=f"R{back}"), began)
            episode = admit_patient(record, stay=stay, id=uuid4())
        with open_record(
            world.ola.record_id, by=world.leader, to=Action.DISCHARGE
        ) as record:
            at = began + timedelta(days=3)
            discharge_patient(record, episode, at=at)


def test_three_latest_of_those_that_ended_are_shown_and_the_way_to_the_rest(
    world, siri
):
    lived_through(world, 5)

    first, identity = pages(siri, world.ola)
    shown = section(first, "services")

    months = [timedelta(days=30 * back) for back in range(1, 6)]
    # The day there and then: after an hour was put on or off, it may be another.
    ended = [timezone.localdate(timezone.now() - back) for back in months]
    assert [f"{day:%d.%m.%Y}" in shown for day in ended] == [True] * 3 + [False] * 2
    assert "Helsetjenester i hjemmet" in shown
    assert f"/records/{world.ola.record_id}/person/#stays" in first
    assert all(f"{day:%d.%m.%Y}" in section(identity, "stays") for day in ended)


def test_few_that_ended_need_no_other_page(world, siri):
    lived_through(world, 3)

    page, _identity = pages(siri, world.ola)

    assert "#stays" not in page
    assert section(page, "services").count("Avsluttet") == 3


def test_nothing_goes_on_though_something_did(world, desk, lend, end):
    lend(world.ola, world.stranger)
    end(world.ola, at=world.north)

    shown = section(pages(desk(world.stranger), world.ola)[0], "services")

    assert "Ingen opphold eller tjenester i gang" in shown
    assert "Helsetjenester i hjemmet Avsluttet" in shown


def test_how_he_is_reached_stands_before_the_notes_and_the_notes_before_the_rest(
    siri, world, tell
):
    tell(Patient, phone="905 12 345")
    tell(Address, access_note="Nøkkelboks ved kjellerdøra")

    page = siri.get("chart:patient", world.ola.record_id).text

    shown = section(page, "contact")
    for words in ("905 12 345", "Storgata 1", "Nøkkelboks ved kjellerdøra"):
        assert words in shown
        assert page.count(words) == 1
    order = [page.index(f'id="{one}"') for one in ("contact", "notes", "services")]
    assert order == sorted(order)
    assert page.index('id="services"') < page.index('id="relatives"')
