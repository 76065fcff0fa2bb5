"""A provider, or somebody between, who says what is not so: nobody is signed in by it."""

import hmac
import json
import time
from base64 import urlsafe_b64encode
from hashlib import sha256
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey

from access.oidc import fetching, provider
from audit.verbs import Verb
from tests.access.oidc.test_signing_in import BEGIN, FJORD, signed_in

START = f"{FJORD}/konto/helseid/"


def _part(facts):
    return urlsafe_b64encode(json.dumps(facts).encode()).rstrip(b"=").decode()


def _unsigned(claims):
    return f"{_part({'alg': 'none'})}.{_part(claims)}."


def _refusals(logged):
    return [event["refusal"] for event in logged(Verb.SIGN_IN_FAILED)]


@pytest.mark.parametrize(
    "spoil",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "another"},
        {"aud": ["akson", "another"]},
        {"aud": None},
        {"azp": "another"},
        {"iss": "http://localhost:1"},
        {"iss": None},
        {"exp": -3600},
        {"exp": None},
        {"exp": "never"},
        {"iat": 3600},
        {"auth_time": -3600},
        {"auth_time": 3600},
        {"auth_time": None},
        {"auth_time": "now"},
        {"helseid://claims/identity/pid": None},
        {"helseid://claims/identity/pid": "14834212082"},
        {"helseid://claims/identity/pid": ["14834212081"]},
    ],
    ids=str,
)
def test_a_token_that_says_something_else_is_not_believed(
    siri, browser, helseid, logged, spoil
):
    helseid.spoil = {
        name: value + int(time.time()) if isinstance(value, int) else value
        for name, value in spoil.items()
    }

    answer = browser.follow(START)

    assert answer.status_code == 502
    assert "Svaret fra HelseID kunne ikke brukes" in answer.text
    assert signed_in(browser) is None
    assert _refusals(logged) == ["untrusted"]


@pytest.mark.parametrize("level", ["3", "2", "", None])
def test_a_weaker_way_of_signing_in_is_not_enough(
    siri, browser, helseid, logged, level
):
    helseid.spoil = {"helseid://claims/identity/security_level": level}

    answer = browser.follow(START)

    assert answer.status_code == 403
    assert "sikrere måte" in answer.text
    assert _refusals(logged) == ["level"]
    assert signed_in(browser) is None


@pytest.mark.parametrize("how", ["none", "shared", "stranger", "no key", "garbage"])
def test_a_token_the_provider_did_not_sign_is_not_believed(
    siri, browser, helseid, logged, how
):
    stranger = RSAKey.generate_key(2048, {"kid": helseid.keys[0].kid})

    def shared(claims):
        """Sign with the public key, as if it were a secret both have."""
        head = _part({"alg": "HS256", "kid": helseid.keys[0].kid})
        told = f"{head}.{_part(claims)}"
        public = helseid.keys[0].as_pem(private=False)
        mac = hmac.digest(public, told.encode(), sha256)
        return f"{told}.{urlsafe_b64encode(mac).rstrip(b'=').decode()}"

    helseid.forge = {
        "none": _unsigned,
        "shared": shared,
        "stranger": lambda claims: jwt.encode(
            {"alg": "RS256", "kid": stranger.kid}, claims, stranger
        ),
        "no key": lambda claims: jwt.encode(
            {"alg": "RS256", "kid": "unknown"}, claims, stranger
        ),
        "garbage": lambda _claims: "a.b.c",
    }[how]

    answer = browser.follow(START)

    assert answer.status_code == 502
    assert signed_in(browser) is None
    assert _refusals(logged) == ["untrusted"]


def test_a_new_key_is_asked_for_and_the_old_one_is_worth_nothing(
    siri, browser, helseid
):
    browser.follow(START, until="/inn/?code=")
    old = helseid.keys[0]
    helseid.rotate()

    browser.follow(START)
    assert signed_in(browser) == str(siri.pk)

    browser.at("fjord.localhost").post("/konto/logg-ut/")
    helseid.forge = lambda claims: jwt.encode(
        {"alg": "RS256", "kid": old.kid}, claims, old
    )
    assert browser.follow(START).status_code == 502
    assert signed_in(browser) is None


def test_the_answer_comes_back_once_to_the_browser_that_asked(siri, browser, helseid):
    answer = browser.follow(START, until="/tilbake/?")
    stranger = type(browser)(helseid)

    assert stranger.get(answer).status_code == 410
    browser.follow(answer)
    assert signed_in(browser) == str(siri.pk)
    assert browser.get(answer).status_code == 410
    assert helseid.asks.count("/token") == 1


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"state": "another"}, 410),
        ({"state": ""}, 410),
        ({"state": "ø"}, 410),
        ({"iss": "https://another.example"}, 502),
        ({"iss": None}, 502),
        ({"code": ""}, 502),
        ({"code": "of another client"}, 502),
        ({"error": "server_error"}, 502),
        ({"error": "access_denied"}, 403),
    ],
    ids=str,
)
def test_an_answer_that_is_not_to_this_question_signs_nobody_in(
    siri, browser, logged, change, status
):
    address = urlsplit(browser.follow(START, until="/tilbake/?"))
    query = {name: one for name, [one] in parse_qs(address.query).items()} | change
    kept = {name: value for name, value in query.items() if value is not None}

    answer = browser.get(address._replace(query=urlencode(kept)).geturl())

    assert answer.status_code == status
    assert "Prøv igjen" in answer.text
    assert signed_in(browser) is None
    assert len(_refusals(logged)) == 1


def test_turning_round_at_helseid_is_no_error(siri, browser):
    address = browser.follow(BEGIN, until="/tilbake/?")
    state = parse_qs(urlsplit(address).query)["state"][0]
    issuer = browser.helseid.issuer
    query = urlencode({"state": state, "iss": issuer, "error": "access_denied"})

    answer = browser.get(f"{address.partition('?')[0]}?{query}")

    assert "Innloggingen ble avbrutt" in answer.text
    assert 'href="/"' in answer.text


@pytest.mark.parametrize(
    "discovery",
    [
        {"issuer": "https://another.example"},
        {"token_endpoint": None},
        {"token_endpoint": "file:///etc/passwd"},
        {"pushed_authorization_request_endpoint": "ftp://localhost/par"},
        {"jwks_uri": ""},
    ],
    ids=str,
)
def test_a_description_of_somebody_else_is_not_followed(
    siri, browser, helseid, discovery
):
    helseid.discovery = discovery

    answer = browser.follow(START)

    assert answer.status_code == 502
    assert "/par" not in helseid.asks


def test_a_nonce_the_provider_wants_in_the_proof_is_given_it(siri, browser, helseid):
    helseid.asked_nonce = "only-now"

    browser.follow(START)

    assert signed_in(browser) == str(siri.pk)
    assert helseid.asks.count("/token") == 2


def test_a_provider_that_hangs_or_is_gone_is_told_in_plain_words(
    siri, browser, helseid, logged, monkeypatch
):
    monkeypatch.setattr(fetching, "_TIMEOUT", 0.2)
    helseid.delay_s = 0.5
    answer = browser.follow(START)
    assert answer.status_code == 503
    assert "HelseID svarer ikke" in answer.text
    assert "/konto/logg-inn/" in answer.text
    helseid.delay_s = 0
    helseid.__exit__()

    assert browser.follow(START).status_code == 503
    assert _refusals(logged) == ["unavailable", "unavailable"]


def test_an_answer_without_end_is_left_off(siri, browser, helseid):
    helseid.discovery = {"padding": "x" * 300_000}

    assert browser.follow(START).status_code == 503


def test_a_redirect_of_the_provider_is_not_followed(siri, browser, helseid):
    helseid.discovery = {"jwks_uri": f"{helseid.issuer}/authorize"}

    assert browser.follow(START).status_code == 502


def test_the_description_is_asked_for_once_an_hour(siri, browser, helseid, monkeypatch):
    for _ in range(2):
        browser.follow(START, until="/inn/?code=")
    described = "/.well-known/openid-configuration"
    assert helseid.asks.count(described) == helseid.asks.count("/jwks") == 1

    monkeypatch.setattr(provider, "MAX_AGE_S", 0)
    browser.follow(START, until="/inn/?code=")
    assert helseid.asks.count(described) > 1


def test_without_its_key_the_product_asks_nothing(siri, browser, helseid, settings):
    settings.AKSON_HELSEID = {**settings.AKSON_HELSEID, "KEY_FILE": "/nowhere.pem"}

    assert browser.follow(START).status_code == 503
    assert "/par" not in helseid.asks
