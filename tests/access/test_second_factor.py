"""Signing in with more than a password, where the municipality asks for it."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.db import transaction
from django.utils import timezone

from access.accounts.models import User
from access.models import AccessRules, StepUp
from access.services.credentials import start_anew
from audit.verbs import Verb
from tests import world as worlds
from tests.access.conftest import new_browser


def code_of(secret, *, step=0):
    """What an app with the secret shows now, or some half minutes from now."""
    now = list(yield_hotp_counters_from_time())[1]
    return format_hotp_value(hotp_value(secret, now + step))


@pytest.fixture
def strict(settings):
    """Not a demo: a password alone is not enough."""
    settings.AKSON_PASSWORD_IS_ENOUGH = False
    # A half minute may pass between a code and its being tried.
    settings.MFA_TOTP_TOLERANCE = 2


@pytest.fixture
def secret(world, strict, browser, sign_in):
    """The secret of Siri's app, which she has set up and signed out again."""
    sign_in("siri.sykepleier")
    page = browser.get("/konto/kodeapp/").text
    found = re.search(r'class="secret">([A-Z2-7 ]+)<', page)
    assert found is not None
    secret = found.group(1).replace(" ", "")
    answer = browser.post(
        "/konto/kodeapp/", {"one_time_code": code_of(secret, step=-1)}
    )
    assert "Ta vare på reservekodene" in answer.text
    browser.codes = re.findall(
        r"<li class=\"secret numbers\">([\d ]+)</li>", answer.text
    )
    browser.post("/konto/logg-ut/")
    return secret


def test_whoever_has_only_a_password_gets_a_second_factor_before_anything_else(
    world, strict, browser, sign_in
):
    sign_in("siri.sykepleier")

    led = browser.get("/", follow=True)

    assert led.redirect_chain[-1][0] == "/konto/sikkerhet/"
    assert "Du trenger noe mer enn passordet" in led.text
    record = f"/records/{world.ola.record_id}/"
    assert browser.get(record).url == "/konto/sikkerhet/"
    assert browser.post("/patients/new/").url == "/konto/sikkerhet/"
    assert browser.get(record, headers={"hx-request": "true"}).status_code == 403


def test_a_municipality_may_say_that_a_password_is_enough(
    world, strict, browser, sign_in
):
    AccessRules.objects.update_or_create(pk=1, defaults={"needs_second_factor": False})

    sign_in("siri.sykepleier")

    assert browser.get("/").status_code == 200


def test_password_and_code_sign_in_and_the_log_says_how_sure_it_is(
    secret, browser, sign_in, logged
):
    answer = sign_in("siri.sykepleier")
    assert answer.url == "/konto/logg-inn/kode/"
    assert browser.get("/profil/").status_code == 302

    answer = browser.post(answer.url, {"one_time_code": code_of(secret)})

    assert answer.url == "/inn/"
    assert browser.get("/").status_code == 200
    client = logged(Verb.SIGNED_IN)[-1]["client"]
    assert (client["auth_method"], client["auth_level"]) == (
        "password_code",
        "substantial",
    )
    assert logged(Verb.SIGNED_IN)[0]["client"]["auth_level"] == "low"


def test_a_code_counts_once(secret, browser, sign_in):
    code = code_of(secret)
    sign_in("siri.sykepleier")
    browser.post("/konto/logg-inn/kode/", {"one_time_code": code})
    other = new_browser()
    other.post(
        "/konto/logg-inn/",
        {"login": "siri.sykepleier", "password": worlds.PASSWORD},
    )

    again = other.post("/konto/logg-inn/kode/", {"one_time_code": code})

    assert again.status_code == 422
    assert other.get("/profil/").status_code == 302


def test_a_code_on_paper_signs_in_once(secret, browser, sign_in, logged):
    paper = browser.codes[0]
    assert len(browser.codes) == 10
    for expected in (302, 422):
        sign_in("siri.sykepleier")
        answer = browser.post("/konto/logg-inn/kode/", {"one_time_code": paper})
        assert answer.status_code == expected
        browser.post("/konto/logg-ut/")

    assert logged(Verb.SIGNED_IN)[-1]["client"]["auth_method"] == "password_paper"


def test_five_wrong_codes_close_it_also_for_the_right_one(
    secret, browser, sign_in, logged, world
):
    sign_in("siri.sykepleier")
    for _ in range(5):
        browser.post("/konto/logg-inn/kode/", {"one_time_code": "000000"})

    answer = browser.post("/konto/logg-inn/kode/", {"one_time_code": code_of(secret)})

    assert answer.status_code == 422
    failures = logged(Verb.SIGN_IN_FAILED)
    assert len(failures) == 6
    assert failures[0]["refusal"] == "wrong_code"
    assert failures[0]["target"]["id"] == str(world.nurse.user_id)
    StepUp.objects.update(failed_at=timezone.now() - timedelta(minutes=16))
    answer = browser.post("/konto/logg-inn/kode/", {"one_time_code": code_of(secret)})
    assert answer.url == "/inn/"


def test_the_code_is_asked_of_nobody_whose_password_was_not_right(secret, browser):
    assert browser.get("/konto/logg-inn/kode/").url == "/konto/logg-inn/"


def test_the_secret_is_not_kept_as_it_is(secret):
    stored = Authenticator.objects.get(type="totp")

    assert secret not in str(stored.data)


def test_changing_what_one_signs_in_with_asks_again_who_one_is(
    world, browser, sign_in, logged
):
    sign_in("siri.sykepleier")

    asked = browser.get("/konto/passnokkel/")
    assert asked.url == "/konto/bekreft/?next=%2Fkonto%2Fpassnokkel%2F"
    assert browser.post("/konto/passnokkel/lag/").status_code == 303
    wrong = browser.post(asked.url, {"step_up_password": "feil-passord-her"})
    right = browser.post(asked.url, {"step_up_password": worlds.PASSWORD})

    assert wrong.status_code == 422
    assert right.url == "/konto/passnokkel/"
    assert browser.get("/konto/passnokkel/").status_code == 200
    told = [(one["outcome"], one["detail"]) for one in logged(Verb.STEPPED_UP)]
    assert told == [(8, {"what": "ways"}), (0, {"how": "password", "what": "ways"})]


def test_a_page_elsewhere_is_never_led_to(world, browser, sign_in):
    sign_in("siri.sykepleier")

    answer = browser.post(
        "/konto/bekreft/?next=https://example.org/",
        {"step_up_password": worlds.PASSWORD},
    )

    assert answer.url == "/konto/sikkerhet/"


def test_the_last_factor_takes_the_codes_on_paper_with_it(
    secret, browser, sign_in, logged
):
    sign_in("siri.sykepleier")
    browser.post("/konto/logg-inn/kode/", {"one_time_code": code_of(secret)})
    app = Authenticator.objects.get(type="totp")
    address = f"/konto/sikkerhet/{app.pk}/fjern/"
    browser.post(
        f"/konto/bekreft/?next={address}", {"step_up_password": worlds.PASSWORD}
    )

    browser.post(address)

    assert not Authenticator.objects.exists()
    assert logged(Verb.SIGN_IN_WAY_CHANGED)[-1]["detail"] == {"what": "app_removed"}


def test_nobody_takes_away_what_is_somebody_elses(secret, browser, sign_in, settings):
    settings.AKSON_PASSWORD_IS_ENOUGH = True
    app = Authenticator.objects.get(type="totp")
    sign_in("frank.fremmed")
    address = f"/konto/sikkerhet/{app.pk}/fjern/"
    browser.post(
        f"/konto/bekreft/?next={address}", {"step_up_password": worlds.PASSWORD}
    )

    assert browser.post(address).status_code == 404
    assert Authenticator.objects.filter(pk=app.pk).exists()


def test_a_passkey_nobody_has_signs_nobody_in(world, browser, logged):
    asked = browser.post("/konto/passnokkel/bruk/")
    assert asked.json()["publicKey"]["userVerification"] == "required"

    for answer in ("", "tull", "[]", '{"id": "x"}', '{"response": {"userHandle": 1}}'):
        page = browser.post("/konto/logg-inn/passnokkel/", {"credential": answer})
        assert page.status_code == 422
        assert "Passnøkkelen virket ikke" in page.text

    assert logged(Verb.SIGN_IN_FAILED)[0]["refusal"] == "wrong_passkey"


def test_whoever_starts_anew_has_no_second_factor(secret, world):
    with transaction.atomic():
        start_anew(User.objects.get(pk=world.nurse.user_id).pk)

    assert not Authenticator.objects.exists()
