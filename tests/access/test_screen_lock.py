"""A screen nobody uses is locked by the server too, and the same person goes on where he was."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from access.accounts.sessions import Session
from access.models import AccessRules, LastWorkplace
from access.roles import Role
from access.services.pins import set_pin
from audit.verbs import Verb
from tests import world as worlds
from tests.access.conftest import new_browser

PIN = "302918"
SCRIPT = {"x-requested-with": "XMLHttpRequest"}


@pytest.fixture
def siri(world, browser, sign_in):
    """Siri at her desk, signed in, with a PIN."""
    set_pin(PIN, by=world.nurse)
    sign_in("siri.sykepleier")
    browser.get("/profil/")
    return browser


def idle(minutes):
    """Let time go by in which nobody does anything."""
    Session.objects.update(last_used_at=timezone.now() - timedelta(minutes=minutes))


def used_ago():
    return (timezone.now() - Session.objects.get().last_used_at).total_seconds()


def test_a_session_that_lay_idle_answers_nothing_until_it_is_unlocked(
    world, siri, logged
):
    idle(16)
    record = f"/records/{world.ola.record_id}/"

    assert siri.get(record).url.startswith("/konto/las-opp/?next=%2Frecords%2F")
    assert siri.get(record, headers={"hx-request": "true"}).status_code == 401
    assert siri.post(f"{record}notes/new/", headers=SCRIPT).status_code == 401
    assert logged(Verb.READ) == []
    answer = siri.post(f"/konto/las-opp/?next={record}", {"step_up_password": PIN})
    assert answer.url == record
    assert siri.get(record).status_code == 200
    assert logged(Verb.STEPPED_UP)[-1]["detail"] == {"how": "pin", "what": "unlock"}


def test_ten_minutes_are_not_yet_too_long_and_use_starts_them_anew(siri):
    idle(9)

    assert siri.get("/profil/").status_code == 200
    assert used_ago() < 5


def test_what_is_typed_when_the_screen_was_locked_is_given_back(siri):
    siri.post("/konto/las/")

    answer = siri.post(
        "/patients/new/",
        {"given_name": "Marit", "step_up_password": "hemmelig-her"},
        headers={"origin": "http://fjord.localhost"},
    )

    assert answer.status_code == 401
    assert "Skjermen er låst" in answer.text
    assert "Marit" in answer.text
    assert "hemmelig" not in answer.text


def test_a_script_locks_and_unlocks_and_is_told_what_is_wrong(siri):
    assert siri.post("/konto/las/", headers=SCRIPT).status_code == 204
    state = siri.get("/konto/tilstand/", headers=SCRIPT).json()
    assert state["locked"] is True

    wrong = siri.post("/konto/las-opp/", {"step_up_password": "302919"}, headers=SCRIPT)
    right = siri.post("/konto/las-opp/", {"step_up_password": PIN}, headers=SCRIPT)

    assert wrong.status_code == 422
    assert "Det stemmer ikke." in wrong.json()["message"]
    assert right.status_code == 204
    assert siri.get("/profil/").status_code == 200


def test_only_the_same_person_unlocks(siri):
    siri.post("/konto/las/")

    answer = siri.post("/konto/las-opp/", {"step_up_password": "en-annens-passord"})

    assert answer.status_code == 422
    assert siri.get("/profil/").status_code == 302


def test_another_request_at_the_same_time_does_not_undo_the_lock(siri):
    late = siri.session
    siri.post("/konto/las/")

    late["something"] = "else"
    late.save()

    assert siri.get("/profil/").status_code == 302


def test_asking_for_the_state_is_no_use(siri):
    idle(9)

    siri.get("/konto/tilstand/", headers=SCRIPT)

    assert used_ago() > 8 * 60


def test_an_autosave_counts_from_when_the_person_typed(world, siri):
    idle(9)

    siri.post("/konto/i-bruk/", headers=SCRIPT | {"akson-idle": "120"})

    assert 115 < used_ago() < 130


@pytest.mark.parametrize("told", ["-5", "tull", "", "99999999999999999999", "1e5"])
def test_whatever_a_script_says_is_taken_as_it_can_be(siri, told):
    answer = siri.post("/konto/i-bruk/", headers=SCRIPT | {"akson-idle": told})

    assert answer.status_code == 204


def test_use_is_written_down_once_in_five_minutes(siri):
    siri.get("/profil/")

    with CaptureQueriesContext(connection) as captured:
        siri.get("/profil/")

    assert not [q for q in captured.captured_queries if "UPDATE" in q["sql"]]


def test_the_municipality_decides_how_long(world, browser, sign_in):
    AccessRules.objects.update_or_create(pk=1, defaults={"idle_minutes": 30})
    sign_in("siri.sykepleier")
    idle(29)

    assert browser.get("/profil/").status_code == 200
    assert 'data-idle-seconds="1800"' in browser.get("/profil/").text


def test_a_shared_machine_is_marked_once_and_locks_sooner(world, browser, sign_in):
    sign_in("siri.sykepleier")

    browser.post("/konto/maskinen/", {"is_shared": "yes"})

    cookie = browser.cookies["akson-shared"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert "siri" not in cookie.value
    assert 'data-idle-seconds="180"' in browser.get("/profil/").text
    browser.post("/konto/logg-ut/")
    sign_in("frank.fremmed")
    assert 'data-idle-seconds="180"' in browser.get("/profil/").text
    browser.post("/konto/maskinen/", {})
    assert 'data-idle-seconds="600"' in browser.get("/profil/").text


def test_whoever_makes_the_cookie_himself_has_marked_nothing(world, browser, sign_in):
    browser.cookies["akson-shared"] = "yes"

    sign_in("siri.sykepleier")

    assert 'data-idle-seconds="600"' in browser.get("/profil/").text


def test_the_next_on_a_shared_machine_goes_straight_to_his_last_workplace(
    world, browser, sign_in
):
    nils = worlds.person(
        "nils.natt", (Role.NURSE, world.north), (Role.NURSE, world.south)
    )
    LastWorkplace.objects.create(pk=nils.pk, unit_ids=[world.south.pk])
    sign_in("siri.sykepleier")
    browser.post("/konto/maskinen/", {"is_shared": "yes"})
    siris_key = browser.session.session_key

    out = browser.post("/konto/logg-ut/")
    sign_in("nils.natt")

    assert out.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert browser.get("/inn/").url == "/"
    assert "Hjemmetjenesten sør" in browser.get("/").text
    assert not Session.objects.filter(pk=siris_key).exists()


def test_on_ones_own_machine_the_workplace_is_asked_for(world, browser, sign_in):
    nils = worlds.person(
        "nils.natt", (Role.NURSE, world.north), (Role.NURSE, world.south)
    )
    LastWorkplace.objects.create(pk=nils.pk, unit_ids=[world.south.pk])

    sign_in("nils.natt")

    assert browser.get("/inn/").url == "/arbeidssted/"


def test_a_locked_session_may_be_left(siri):
    siri.post("/konto/las/")

    assert siri.post("/konto/logg-ut/").url == "/konto/logg-inn/"


def test_nobody_without_a_session_is_told_a_state(world):
    assert new_browser().get("/konto/tilstand/", headers=SCRIPT).status_code == 401
