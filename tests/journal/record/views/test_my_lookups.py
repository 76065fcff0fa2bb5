"""My own lookups: mine and nobody else's, by name only while the people are open to me."""

import pytest
from django.test import Client
from django.utils import timezone

from access.actions import Action
from access.models import CareRelation
from audit.models import AccessEvent
from audit.verbs import Verb
from journal.record.gate import open_record
from tests import world as worlds


@pytest.fixture
def browser():
    return Client(headers={"host": "fjord.localhost"})


def _sign_in(browser, username):
    browser.post("/konto/logg-inn/", {"login": username, "password": worlds.PASSWORD})


def test_i_see_what_i_opened_and_why(world, browser):
    _sign_in(browser, "siri.sykepleier")
    browser.get(f"/records/{world.ola.record_id}/")

    page = browser.get("/mine-oppslag/").text

    assert "Leste journalen" in page
    assert "Ola Fjellheim" in page
    assert "Aktivt opphold ved enheten" in page
    assert "Hjemmetjenesten nord" in page
    assert "Logget inn" in page


def test_i_never_see_what_colleagues_opened(world, browser):
    with open_record(world.ola.record_id, by=world.leader, to=Action.READ_RECORD):
        pass
    _sign_in(browser, "siri.sykepleier")

    page = browser.get("/mine-oppslag/").text

    assert "Lise" not in page
    assert "Leste journalen" not in page


def test_a_patient_i_no_longer_have_is_not_named(world, browser):
    _sign_in(browser, "siri.sykepleier")
    browser.get(f"/records/{world.ola.record_id}/")
    CareRelation.objects.update(valid_until=timezone.now())

    page = browser.get("/mine-oppslag/").text

    assert "Fjellheim" not in page
    assert "pasient du ikke har tilgang til" in page


def test_a_refusal_is_mine_too_and_names_nobody(world, browser):
    _sign_in(browser, "frank.fremmed")
    assert browser.get(f"/records/{world.ola.record_id}/").status_code == 403

    page = browser.get("/mine-oppslag/").text

    assert "Avvist" in page
    assert "Fjellheim" not in page


def test_reading_it_is_one_event_with_the_people_shown(world, browser):
    _sign_in(browser, "siri.sykepleier")
    browser.get(f"/records/{world.ola.record_id}/")

    browser.get("/mine-oppslag/")

    event = AccessEvent.objects.get(verb=Verb.LOG_READ)
    assert [subject.patient_id for subject in event.subjects.all()] == [
        world.ola.patient_id
    ]


def test_a_long_list_comes_in_pages(world, browser):
    _sign_in(browser, "siri.sykepleier")
    for _ in range(26):
        with open_record(world.ola.record_id, by=world.nurse, to=Action.READ_RECORD):
            pass

    first, second = browser.get("/mine-oppslag/"), browser.get("/mine-oppslag/?page=2")

    assert "Side 1 av 2" in first.text
    assert "Side 2 av 2" in second.text
    assert browser.get("/mine-oppslag/?page=tull").status_code == 200
