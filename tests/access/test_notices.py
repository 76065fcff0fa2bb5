"""A person is told of each change to how he signs in, until he says that he has seen it."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail

from access.accounts.models import User
from access.models import CredentialNotice
from access.services.accounts import password_link, take_factors_away
from access.services.pins import set_pin
from tests import world as worlds
from tests.access.conftest import new_browser

CHANGED = "Innloggingen din er endret"
AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36"
NEW = "et-annet-og-eget-passord"


@pytest.fixture
def siri(world):
    """Siri's account, with an address."""
    user = User.objects.get(pk=world.nurse.user_id)
    user.email = "siri@fjord.example"
    user.save()
    return user


@pytest.fixture
def at_desk(siri, sign_in, browser):
    """Her browser, signed in."""
    sign_in(siri.username)
    return browser


def change_password(browser):
    typed = {"oldpassword": worlds.PASSWORD, "password1": NEW, "password2": NEW}
    answer = browser.post(
        "/konto/passord/",
        typed,
        headers={"user-agent": AGENT, "host": "fjord.localhost"},
    )
    assert answer.status_code == 302


def told_ids(siri):
    return [str(one.pk) for one in CredentialNotice.objects.filter(user=siri)]


def test_new_password_is_told_on_the_first_page_and_by_mail_until_it_is_seen(
    siri, at_desk
):
    assert CHANGED not in at_desk.get("/").text

    change_password(at_desk)

    page = at_desk.get("/").text
    assert CHANGED in page
    assert "Passordet ble byttet" in page
    assert "fra Chrome på Windows" in page
    assert "Var det ikke deg" in page
    assert CHANGED in at_desk.get("/konto/sikkerhet/").text
    (sent,) = mail.outbox
    assert sent.to == [siri.email]
    assert "Passordet ble byttet på kontoen din i Akson, Fjord" in sent.body

    seen = at_desk.post("/konto/varsler/sett/", {"notice": told_ids(siri), "next": "/"})

    assert (seen.status_code, seen.url) == (303, "/")
    assert CHANGED not in at_desk.get("/").text


def test_factors_taken_away_by_an_administrator_are_told_with_his_name(
    siri, at_desk, administrator, sign_in
):
    Authenticator.objects.create(user=siri, type="totp", data={"secret": "A"})
    by = worlds.worker(administrator)

    take_factors_away(siri, by=by)
    password_link(siri, by=by)

    sign_in(siri.username)
    page = at_desk.get("/").text
    assert "Totrinn og PIN-kode ble fjernet" in page
    assert "Det ble laget en engangslenke for nytt passord" in page
    assert page.count("av Arne Admin") == 2
    assert [one.to for one in mail.outbox] == [[siri.email]] * 2


def test_new_address_is_mailed_to_the_old_one(siri, at_desk, administrator, sign_in):
    arne = new_browser()
    arne.post("/konto/logg-inn/", {"login": "arne.admin", "password": worlds.PASSWORD})
    typed = {
        "first_name": "Siri",
        "last_name": "Sykepleier",
        "username": siri.username,
        "email": "noen.andre@fjord.example",
    }

    arne.post(f"/admin/accounts/user/{siri.pk}/change/", typed)

    siri.refresh_from_db()
    assert siri.email == "noen.andre@fjord.example"
    assert [one.to for one in mail.outbox] == [["siri@fjord.example"]]
    assert "E-postadressen ble endret" in at_desk.get("/").text


def test_pin_is_told_and_a_mail_that_cannot_be_sent_stops_nothing(
    world, siri, at_desk, settings
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1  # nobody listens there

    set_pin("302918", by=world.nurse)

    assert "PIN-koden ble valgt eller byttet" in at_desk.get("/").text


def test_nobody_sees_or_puts_away_what_another_is_told(world, siri, at_desk, sign_in):
    change_password(at_desk)
    frank = new_browser()
    frank.post(
        "/konto/logg-inn/", {"login": "frank.fremmed", "password": worlds.PASSWORD}
    )

    assert CHANGED not in frank.get("/").text
    frank.post("/konto/varsler/sett/", {"notice": told_ids(siri)})
    assert frank.post("/konto/varsler/sett/", {"notice": "x"}).status_code == 303

    assert CHANGED in at_desk.get("/").text


def test_who_has_never_signed_in_is_told_nothing_of_his_beginning(world, administrator):
    ny = worlds.person("ny.nora", ("sykepleier", world.north))

    password_link(ny, by=worlds.worker(administrator))

    assert not CredentialNotice.objects.exists()
