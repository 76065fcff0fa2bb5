"""The page on which a leader gives and withdraws access."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from access.models import Basis, CareRelation
from audit.models import AccessEvent
from audit.verbs import Outcome, Verb
from tests import world as worlds


@pytest.fixture
def browser():
    return Client(headers={"host": "fjord.localhost"})


@pytest.fixture
def leader(world, browser):
    """A leader's browser."""
    _sign_in(browser, "lise.leder")
    return browser


@pytest.fixture
def page(world):
    return f"/records/{world.ola.record_id}/grants/"


def _sign_in(browser, username):
    browser.post("/konto/logg-inn/", {"login": username, "password": worlds.PASSWORD})


def _typed(world, **changes):
    until = timezone.localtime() + timedelta(days=2)
    return {
        "form_id": str(uuid4()),
        "colleague": str(world.stranger.user_id),
        "until_date": until.strftime("%d.%m.%Y"),
        "until_time": "14.00",
        "reason": "vikar",
    } | changes


def test_a_leader_finds_gives_sees_and_withdraws(world, leader, page):
    found = leader.get(page, {"q": "fremmed frank"})
    assert "Frank Fremmed" in found.text
    assert "Sykepleier, Hjemmetjenesten sør" in found.text

    given = leader.post(page, _typed(world))
    assert (given.status_code, given.url) == (303, page)
    shown = leader.get(page).text
    assert "Frank Fremmed" in shown
    assert "gitt av Lise Leder" in shown

    grant = CareRelation.objects.get(basis=Basis.GRANT)
    stranger = Client(headers={"host": "fjord.localhost"})
    _sign_in(stranger, "frank.fremmed")
    record = f"/records/{world.ola.record_id}/"
    assert stranger.get(record).status_code == 200
    taken = leader.post(f"{page}{grant.pk}/withdraw/")
    assert taken.status_code == 303
    assert stranger.get(record).status_code == 403
    verbs = set(AccessEvent.objects.values_list("verb", flat=True))
    assert {Verb.GRANTED, Verb.WITHDREW_GRANT} <= verbs


def test_looking_is_not_logged_as_giving(world, leader, page):
    leader.get(page)
    leader.get(page, {"q": "frank"})
    leader.post(page, _typed(world, reason=""))

    assert not AccessEvent.objects.filter(verb=Verb.GRANTED).exists()


def test_mistakes_are_told_at_their_fields_and_nothing_is_given(world, leader, page):
    late = timezone.localtime() + timedelta(days=30)

    empty = leader.post(page, {"form_id": str(uuid4())})
    far = leader.post(page, _typed(world, until_date=late.strftime("%d.%m.%Y")))
    nobody = leader.post(page, _typed(world, colleague="tull"))

    assert empty.status_code == far.status_code == nobody.status_code == 422
    assert "Velg en kollega." in empty.text
    assert "Velg en grunn." in empty.text
    assert "høyst 14 dager" in far.text
    assert 'value="14.00"' in far.text
    assert "Søk på nytt" in nobody.text
    assert not CareRelation.objects.filter(basis=Basis.GRANT).exists()


def test_a_double_press_gives_once(world, leader, page):
    typed = _typed(world)

    assert leader.post(page, typed).status_code == 303
    assert leader.post(page, typed).status_code == 303
    assert CareRelation.objects.filter(basis=Basis.GRANT).count() == 1


def test_others_than_leaders_are_refused_and_it_is_logged(world, browser, page):
    _sign_in(browser, "siri.sykepleier")

    assert browser.get(page).status_code == 403
    assert browser.post(page, _typed(world)).status_code == 403
    assert browser.post(f"{page}{uuid4()}/withdraw/").status_code == 403
    refused = AccessEvent.objects.filter(verb=Verb.GRANTED, outcome=Outcome.REFUSED)
    assert refused.count() == 2


def test_a_grant_of_another_record_is_not_found(world, leader, page):
    assert leader.post(f"{page}{uuid4()}/withdraw/").status_code == 404


def test_a_record_that_does_not_exist_is_not_found(world, leader):
    assert leader.get(f"/records/{uuid4()}/grants/").status_code == 404


def test_a_search_for_one_letter_lists_nobody(world, leader, page):
    assert "Frank" not in leader.get(page, {"q": "f"}).text
    assert "Fant ingen kollega" in leader.get(page, {"q": "xyzzy"}).text


def test_a_clerk_is_not_found_for_he_reads_no_journal(world, leader, page):
    found = leader.get(page, {"q": "mona merkantil"}).text

    assert "Mona Merkantil" not in found
    assert "Fant ingen kollega" in found
