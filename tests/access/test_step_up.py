"""A person confirms inside a page that it is he: by PIN or password, and what happens when not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from access.models import StepUp
from access.pins import is_weak
from audit.verbs import Outcome, Verb
from tests import world as worlds

PIN = "302918"


@pytest.fixture
def siri(world, browser, sign_in):
    """Siri at her desk, signed in."""
    assert sign_in("siri.sykepleier").status_code == 302
    return browser


def choose(browser, pin=PIN, password=worlds.PASSWORD):
    return browser.post(
        "/konto/pin/", {"step_up_password": password, "pin": pin, "pin_again": pin}
    )


def test_a_pin_is_chosen_with_the_password_and_kept_as_a_hash(siri, logged):
    answer = choose(siri)

    assert answer.url == "/konto/sikkerhet/"
    assert "Du har en PIN-kode" in siri.get("/konto/sikkerhet/").text
    assert PIN not in StepUp.objects.get().pin_hash
    (event,) = logged(Verb.STEPPED_UP)
    assert event["detail"] == {"how": "password", "what": "pin"}
    assert event["place"]["unit_name"] == "Hjemmetjenesten nord"
    assert logged(Verb.SIGN_IN_WAY_CHANGED)[0]["detail"] == {"what": "pin_set"}


@pytest.mark.parametrize(
    "pin",
    "111111 123456 654321 901234 121212 123123 111222 112233 147258 909090".split(),
)
def test_a_pin_a_thief_would_try_is_refused(siri, pin):
    answer = choose(siri, pin)

    assert is_weak(pin)
    assert answer.status_code == 422
    assert "for lett å gjette" in answer.text
    assert not StepUp.objects.exclude(pin_hash="").exists()


@pytest.mark.parametrize("pin", ["12345", "1234567", "abcdef", "30291٨"])
def test_only_six_digits_are_a_pin(siri, pin):
    answer = choose(siri, pin)

    assert answer.status_code == 422
    assert "En PIN-kode er seks sifre." in answer.text


def test_two_pins_that_differ_are_asked_for_again(siri):
    answer = siri.post(
        "/konto/pin/",
        {"step_up_password": worlds.PASSWORD, "pin": PIN, "pin_again": "302919"},
    )

    assert answer.status_code == 422
    assert "De to PIN-kodene er ikke like." in answer.text
    assert PIN not in answer.text


def test_the_old_pin_is_not_enough_to_choose_a_new_one(siri, logged):
    choose(siri)

    answer = choose(siri, "481516", password=PIN)

    assert answer.status_code == 422
    assert "Det stemmer ikke." in answer.text
    failure = logged(Verb.STEPPED_UP)[-1]
    assert failure["outcome"] == Outcome.FAILED
    assert failure["detail"] == {"what": "pin"}


def test_five_wrong_passwords_close_it_for_a_quarter_in_the_same_words(siri, logged):
    wrong = [choose(siri, password="feil-passord-her") for _ in range(5)]

    right = choose(siri)

    assert {answer.status_code for answer in [*wrong, right]} == {422}
    assert "Det stemmer ikke." in right.text
    assert [event["outcome"] for event in logged(Verb.STEPPED_UP)] == [8] * 6
    StepUp.objects.update(failed_at=timezone.now() - timedelta(minutes=16))
    assert choose(siri).status_code == 303


def test_failures_are_each_persons_own(siri, world):
    for _ in range(5):
        choose(siri, password="feil-passord-her")

    assert StepUp.objects.get().pk == world.nurse.user_id


def test_a_pin_is_taken_away(siri, logged):
    choose(siri)

    siri.post("/konto/pin/fjern/")

    assert StepUp.objects.get().pin_hash == ""
    assert logged(Verb.SIGN_IN_WAY_CHANGED)[-1]["detail"] == {"what": "pin_removed"}


def test_a_pin_does_not_sign_in(siri, sign_in):
    choose(siri)
    siri.post("/konto/logg-ut/")

    assert sign_in("siri.sykepleier", PIN).status_code == 422
