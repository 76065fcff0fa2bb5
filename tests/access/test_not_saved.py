"""A form sent when one may send it no more: what was typed is given back, and not stored."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from access.accounts.models import User
from access.models import Employment
from tests.access.conftest import new_browser

ORIGIN = "http://fjord.localhost"
TYPED = {
    "form_id": str(uuid4()),
    "category": "1",
    "text": "Penicillin",
    "reaction": "Utslett på brystet",
    "old_password": "hemmelig-passord",
}


@pytest.fixture
def page(world):
    return reverse("record:critical_add", args=[world.ola.record_id])


def send(browser, page, **headers):
    """Send the form as a browser does, from the page it stands on."""
    said = {"origin": ORIGIN, "referer": f"{ORIGIN}{page}", **headers}
    return browser.post(page, TYPED, headers=said)


def test_form_sent_when_the_session_is_over_is_given_back(browser, page):
    answer = send(browser, page)

    assert answer.status_code == 401
    assert "Du er logget ut" in answer.text
    assert "Penicillin\nUtslett på brystet" in answer.text
    assert f"/konto/logg-inn/?next={page.replace('/', '%2F')}" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_neither_passwords_nor_ids_are_repeated(browser, page):
    answer = send(browser, page)

    assert "hemmelig-passord" not in answer.text
    assert TYPED["form_id"] not in answer.text


def test_every_word_somebody_typed_is_given_back_and_no_code(browser, page):
    typed = {"text": "nøtter", "reaction": "utslett", "why": "sett_selv"}
    chosen = {"category": "1", "severity": "high", "is_certain": "on"}

    answer = browser.post(page, typed | chosen, headers={"origin": ORIGIN})

    assert "\nnøtter\nutslett\nsett_selv</textarea>" in answer.text


def test_what_another_site_sends_is_not_repeated_nor_led_back_to(browser, page):
    evil = "http://ond.example"

    answer = send(browser, page, origin=evil, referer=f"{evil}/side/")

    assert answer.status_code == 401
    assert "Penicillin" not in answer.text
    assert "ond.example" not in answer.text


def test_page_that_is_only_read_still_leads_to_sign_in(browser, page):
    answer = browser.get(page)

    assert (answer.status_code, answer.url) == (302, f"/konto/logg-inn/?next={page}")


def test_script_is_answered_with_the_status_alone(browser, page):
    answer = send(browser, page, **{"x-requested-with": "XMLHttpRequest"})

    assert (answer.status_code, answer.content) == (401, b"")


def test_form_sent_when_no_workplace_is_left_is_given_back(world, page):
    browser = new_browser()
    user = User.objects.get(pk=world.nurse.user_id)
    browser.force_login(user, backend="access.backends.AccountBackend")
    Employment.objects.filter(user=user).update(valid_until=timezone.now())

    answer = send(browser, page)

    assert answer.status_code == 403
    assert "Du har ikke valgt arbeidssted" in answer.text
    assert "Utslett på brystet" in answer.text
    assert "/arbeidssted/?next=" in answer.text


def test_signing_out_twice_is_no_form_that_was_lost(world, browser):
    answer = browser.post("/konto/logg-ut/", headers={"origin": ORIGIN})

    assert answer.status_code in {200, 302}
