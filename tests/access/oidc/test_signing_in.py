"""Signing in with HelseID: from a municipality, from the one address, and what is logged."""

import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache

from access.accounts.sessions import SIGNED_IN_AT
from access.oidc.memory import Kind
from access.roles import Role
from audit.hashing import number_hash, platform_hash
from audit.verbs import Verb
from tenants.account_places import drop_place, places_of
from tenants.context import in_municipality
from tenants.directory import municipality_at
from tests import world as worlds
from tests.access.oidc.conftest import ADDRESS, is_the_account_of
from tests.access.oidc.provider import NUMBER

FJORD = "http://fjord.localhost"
BEGIN = f"http://{ADDRESS}/helseid/"
PAGE = f"{FJORD}/konto/logg-inn/"


@pytest.fixture
def people(siri):
    """Somebody to sign in."""
    return siri


def signed_in(browser, host="fjord.localhost"):
    """Name who is signed in at a host, by the session."""
    municipality = municipality_at(host)
    assert municipality is not None
    with in_municipality(municipality):
        return browser.at(host).session.get("_auth_user_id")


def test_from_a_municipalitys_page_one_comes_straight_back_to_it(
    people, browser, logged, settings
):
    page = browser.get(f"{PAGE}?next=/profil/")
    assert 'href="/konto/helseid/?next=%2Fprofil%2F"' in page.text

    answer = browser.follow(f"{FJORD}/konto/helseid/?next=/profil/")

    assert answer.status_code == 200
    assert browser.visited[-1] == f"{FJORD}/profil/"
    assert signed_in(browser) == str(people.pk)
    session = browser.at("fjord.localhost").session
    assert session["helseid"]["sid"] == "session-1"
    assert session[SIGNED_IN_AT]
    (event,) = logged(Verb.SIGNED_IN)
    assert event["client"]["auth_method"] == "helseid"
    assert "confirmed_at" in session
    assert event["client"]["auth_level"] == "high"
    assert event["actor"]["name"] == "Siri Sykepleier"


def test_from_the_one_address_with_one_municipality_one_goes_straight_on(
    people, browser
):
    welcome = browser.get(f"http://{ADDRESS}/")
    assert 'href="/helseid/"' in welcome.text

    browser.follow(BEGIN)

    assert browser.visited[-1] == f"{FJORD}/"
    assert signed_in(browser) == str(people.pk)
    assert not any("kommuner/" in one and "proof" not in one for one in browser.visited)


def test_with_several_municipalities_one_chooses(people, siri_in_fjell, browser):
    page = browser.follow(BEGIN)

    assert browser.visited[-1] == f"http://{ADDRESS}/kommuner/"
    assert page.text.index("Fjell<") < page.text.index("Fjord<")
    browser.follow("http://fjell.localhost/konto/helseid/")
    assert signed_in(browser, "fjell.localhost") == str(siri_in_fjell.pk)
    assert signed_in(browser) is None
    # The choice is used up: the next municipality asks HelseID again.
    assert browser.get(f"http://{ADDRESS}/kommuner/").headers["Location"].endswith("/")
    browser.visited.clear()
    browser.follow(f"{FJORD}/konto/helseid/")
    assert any(one.startswith(browser.helseid.issuer) for one in browser.visited)


def test_a_closed_account_is_not_offered(people, siri_in_fjell, browser):
    people.is_active = False
    people.save()

    browser.follow(BEGIN)

    assert signed_in(browser, "fjell.localhost") == str(siri_in_fjell.pk)


def test_no_number_and_no_name_is_sent_along_or_left_behind(people, browser, logged):
    browser.follow(f"{FJORD}/konto/helseid/")

    held = [
        str(cookie.value)
        for client in browser.clients.values()
        for cookie in client.cookies.values()
    ]
    cached: Any = cache
    everything = [*browser.visited, *held, str(logged()), str(cached._cache)]
    for text in everything:
        assert NUMBER not in text
        assert "Siri" not in text or text == str(logged())


def test_the_finger_post_is_put_up_again_where_it_is_gone(people, fjord, browser):
    drop_place(people.pk)

    browser.follow(f"{FJORD}/konto/helseid/")

    assert places_of(platform_hash("identifier", NUMBER)) == [fjord]


def test_somebody_without_an_account_is_told_whom_to_call(
    people, root, browser, helseid, logged
):
    root.phone = "57 00 00 00"
    root.save()
    helseid.claims["helseid://claims/identity/pid"] = "21838200009"

    answer = browser.follow(f"{FJORD}/konto/helseid/")

    assert answer.status_code == 403
    assert "Vi fant ingen konto for deg" in answer.text
    assert 'href="tel:57000000"' in answer.text
    (event,) = logged(Verb.SIGN_IN_FAILED)
    assert event["refusal"] == "no_account"
    assert event["query"] == {
        "kind": "identifier",
        "keyed_hash": number_hash("21838200009"),
    }
    assert "21838200009" not in str(logged())
    everywhere = browser.follow(BEGIN)
    assert everywhere.status_code == 403
    assert "Vi fant ingen konto for deg" in everywhere.text


def test_the_account_closed_between_choice_and_arrival_opens_nothing(
    people, siri_in_fjell, browser
):
    browser.follow(BEGIN)
    people.is_active = False
    people.save()

    answer = browser.follow(f"{FJORD}/konto/helseid/")

    assert answer.status_code == 403
    assert signed_in(browser) is None


def test_a_nurse_whose_licence_helseid_does_not_confirm_gets_no_further(
    people, browser, helseid, logged
):
    for said in (None, "181000002"):
        helseid.claims["helseid://claims/hpr/hpr_number"] = said
        answer = browser.follow(f"{FJORD}/konto/helseid/")
        assert answer.status_code == 403
        assert "HPR-nummeret stemmer ikke" in answer.text

    assert signed_in(browser) is None
    event = logged(Verb.SIGN_IN_FAILED)[-1]
    assert event["refusal"] == "hpr"
    assert event["target"]["id"] == str(people.pk)


@pytest.mark.parametrize(
    ("profession", "may"), [("", True), ("XX", True), ("HF", False)]
)
def test_a_care_worker_needs_a_licence_when_the_account_names_a_profession(
    world, administrator, browser, helseid, profession, may
):
    user = worlds.person(
        "anne.assistent", (Role.CARE_WORKER, world.north), profession=profession
    )
    is_the_account_of(user, NUMBER, by=administrator, hpr="")
    del helseid.claims["helseid://claims/hpr/hpr_number"]

    browser.follow(f"{FJORD}/konto/helseid/")

    assert (signed_in(browser) is not None) is may


def test_a_code_is_good_once_in_one_browser_and_for_its_own_municipality(
    people, siri_in_fjell, browser, helseid, logged
):
    arrival = browser.follow(f"{FJORD}/konto/helseid/", until="/inn/?code=")
    code = parse_qs(urlsplit(arrival).query)["code"][0]
    other = type(browser)(helseid)

    assert other.get(arrival).status_code == 410  # it is used up by the attempt
    assert browser.get(arrival).status_code == 410
    assert signed_in(browser) is signed_in(other) is None
    assert logged(Verb.SIGN_IN_FAILED)[-1]["refusal"] == "expired"

    arrival = browser.follow(f"{FJORD}/konto/helseid/", until="/inn/?code=")
    code = parse_qs(urlsplit(arrival).query)["code"][0]
    assert (
        browser.get(
            f"http://fjell.localhost/konto/helseid/inn/?code={code}"
        ).status_code
        == 410
    )
    assert signed_in(browser, "fjell.localhost") is None


def test_a_page_loaded_again_after_sign_in_leads_to_work(people, browser):
    arrival = browser.follow(f"{FJORD}/konto/helseid/", until="/inn/?code=")
    assert browser.get(arrival).status_code == 302

    assert browser.get(arrival).headers["Location"] == f"{FJORD}/inn/"
    assert browser.get(f"{FJORD}/konto/helseid/").headers["Location"] == f"{FJORD}/inn/"


def test_a_code_lives_a_minute(people, browser, monkeypatch):
    arrival = browser.follow(f"{FJORD}/konto/helseid/", until="/inn/?code=")
    assert Kind.CODE.seconds == 60
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + 61)

    assert browser.get(arrival).status_code == 410


def test_another_site_is_never_the_page_after_sign_in(people, browser):
    browser.follow(f"{FJORD}/konto/helseid/?next=https://example.org/")

    assert browser.visited[-1] == f"{FJORD}/"


def test_without_settings_there_is_no_button_and_no_address(world, client):
    page = client.get("/konto/logg-inn/", headers={"host": "fjord.localhost"})

    assert "HelseID" not in page.text
    asked = client.get("/konto/helseid/", headers={"host": "fjord.localhost"})
    assert asked.status_code == 404
    assert client.get("/", headers={"host": ADDRESS}).status_code == 404


def test_the_one_address_has_no_sessions_whatever_cookie_comes(fjord, browser):
    browser.at(ADDRESS).cookies["akson-session"] = "a" * 32

    answer = browser.get(f"http://{ADDRESS}/")

    assert answer.status_code == 200
    assert "akson-session" not in answer.cookies
    assert browser.get(f"http://{ADDRESS}/admin/").status_code == 404
    unknown = f"http://{ADDRESS}/kommuner/00000000-0000-4000-8000-000000000000/"
    assert browser.get(f"{unknown}?proof={'a' * 64}").status_code == 404


def test_the_address_speaks_the_browsers_written_norwegian(fjord, browser):
    client = browser.at(ADDRESS)

    assert "Her logger du inn" in client.get("/").text
    nynorsk = client.get("/", headers={"Accept-Language": "nn"})
    assert 'lang="nn"' in nynorsk.text
