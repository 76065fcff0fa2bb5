"""Nobody reaches the consortium's administration by a password alone."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth.models import Group

from access.accounts.models import User
from access.consortium.models import ConsortiumEvent
from tests.access.conftest import new_browser
from tests.contracts import consortium_walk as walk
from tests.contracts.test_consortium_roles import FREE
from tests.world import PASSWORD

CODE = "/admin/kode/"
OWN = "/admin/sikkerhet/"
NEW = "/admin/sikkerhet/ny/"


@pytest.fixture(autouse=True)
def password_is_not_enough(settings):
    settings.AKSON_PASSWORD_IS_ENOUGH = False


@pytest.fixture
def signed_in(staff):
    """Make a person who has typed the password, and nothing more."""

    def sign_in(username, *roles):
        staff(username, *roles)
        person = User.objects.get(username=username)
        person.set_password(PASSWORD)
        person.save()
        return again(username)

    return sign_in


def again(username):
    browser = new_browser("konsortium.localhost")
    typed = {"username": username, "password": PASSWORD}
    answer = browser.post("/admin/login/?next=/admin/accounts/user/", typed)
    assert answer.status_code == 302
    browser.person = User.objects.get(username=username)
    return browser


def set_up(browser):
    browser.get(CODE)
    secret = browser.session["consortium_new_secret"]
    counters = sorted(yield_hotp_counters_from_time())
    code = format_hotp_value(hotp_value(secret, counters[0]))
    answer = browser.post(
        CODE, {"one_time_code": code, "next": "/admin/accounts/user/"}
    )
    browser.codes = re.findall(r"<li>(\d{4} \d{4})</li>", answer.text)
    return secret, answer


def some_time_later(browser):
    session = browser.session
    del session["shown_at"]
    session.save()


def newest_code(secret):
    return format_hotp_value(hotp_value(secret, max(yield_hotp_counters_from_time())))


def test_an_app_is_set_up_at_the_first_sign_in_and_asked_at_the_next(signed_in):
    sigrid = signed_in("sigrid.sikker", "security")
    assert "/admin/kode/" in sigrid.get("/admin/", follow=True).redirect_chain[-1][0]
    assert "QR-kode" in sigrid.get(CODE).text

    secret, answer = set_up(sigrid)

    assert 'href="/admin/accounts/user/"' in answer.text
    assert sigrid.get("/admin/accounts/user/").status_code == 200
    later = again("sigrid.sikker")
    assert later.get("/admin/accounts/user/").status_code == 302
    assert "QR-kode" not in later.get(CODE).text
    assert later.post(CODE, {"one_time_code": newest_code(secret)}).status_code == 302
    assert later.get("/admin/accounts/user/").status_code == 200


def test_password_alone_reaches_no_page(signed_in, fjord):
    kari = signed_in("kari.alt", *Group.objects.values_list("name", flat=True))
    reached = {
        route
        for route in walk.routes()
        for address in walk.filled(route, walk.keys() if "<" in route else {})
        for ask in (() if route in walk.ENDS else (kari.get, kari.post))
        if ask(address).status_code not in {302, 403, 404, 405}
    }

    own = {route for route in FREE if route.startswith("admin/sikkerhet/")}
    assert reached <= {*FREE} - own - {"admin/", "admin/search/"}


def test_wrong_codes_are_refused_and_five_close_it_for_every_session(signed_in):
    secret, _answer = set_up(signed_in("sigrid.sikker", "security"))
    other = again("sigrid.sikker")
    for browser in (other, other, again("sigrid.sikker"), other, other):
        assert browser.post(CODE, {"one_time_code": "000000"}).status_code == 422

    right = again("sigrid.sikker").post(CODE, {"one_time_code": newest_code(secret)})

    assert right.status_code == 422
    assert "15 minutter" in right.text
    failed = ConsortiumEvent.objects.filter(action="sign_in_failed")
    assert {event.actor_name for event in failed} == {"sigrid.sikker"}


def test_lost_telephone_is_taken_away_by_another_and_ends_what_it_opened(
    signed_in, mailoutbox
):
    ivar = signed_in("ivar.inn", "rollout")
    User.objects.filter(pk=ivar.person.pk).update(email="ivar@akson.example")
    set_up(ivar)
    assert ivar.get("/admin/").status_code == 200
    sigrid = signed_in("sigrid.sikker", "security")
    set_up(sigrid)
    chosen = [ivar.person.pk, sigrid.person.pk]
    typed = {"action": "lose_factor", "_selected_action": chosen}
    some_time_later(sigrid)
    assert "Skriv passordet ditt" in sigrid.post("/admin/accounts/user/", typed).text
    typed |= {"asked_again": "1", "password": PASSWORD}

    assert sigrid.post("/admin/accounts/user/", typed).status_code == 302

    assert ivar.get("/admin/").status_code == 302
    assert "QR-kode" in ivar.get(CODE).text
    left = Authenticator.objects.values_list("user__username", flat=True)
    assert set(left) == {"sigrid.sikker"}
    told = ConsortiumEvent.objects.get(detail="Fjernet totrinn som var mistet.")
    assert told.object_id == str(ivar.person.pk)
    (mail,) = mailoutbox
    assert mail.to == ["ivar@akson.example"]
    assert mail.body.startswith("sigrid.sikker har fjernet kodeapp")


def test_codes_on_paper_let_in_once_each_and_new_ones_replace_them(signed_in):
    sigrid = signed_in("sigrid.sikker", "security")
    set_up(sigrid)
    first, second = sigrid.codes[:2]
    lost = again("sigrid.sikker")
    assert lost.post(CODE, {"one_time_code": first}).status_code == 302
    assert lost.get("/admin/accounts/user/").status_code == 200
    assert (
        again("sigrid.sikker").post(CODE, {"one_time_code": first}).status_code == 422
    )

    renewed = sigrid.post(OWN, {"does": "codes"})

    assert "Ta vare på reservekodene" in renewed.text
    assert lost.get("/admin/accounts/user/").status_code == 302
    assert lost.post(CODE, {"one_time_code": second}).status_code == 422
    told = ConsortiumEvent.objects.filter(action="changed").values_list(
        "detail", flat=True
    )
    assert set(told) == {"Tok en kodeapp i bruk.", "Laget nye reservekoder."}


def test_new_app_replaces_a_lost_one_and_the_last_is_never_removed(signed_in):
    ivar = signed_in("ivar.inn", "rollout")
    set_up(ivar)
    app = Authenticator.objects.get(type="totp", user=ivar.person)

    kept = ivar.post(OWN, {"factor": app.pk}, follow=True)
    assert "Du må ha minst én." in kept.text
    secret = ivar.get(NEW).wsgi_request.session["consortium_new_secret"]
    wrong = ivar.post(NEW, {"one_time_code": "000000"})
    assert "Koden stemmer ikke." in wrong.text
    assert ivar.post(NEW, {"one_time_code": newest_code(secret)}).url == OWN

    assert not Authenticator.objects.filter(pk=app.pk).exists()
    assert ivar.get(OWN).status_code == 200


def test_what_one_signs_in_with_changes_for_whoever_types_the_password_again(signed_in):
    ivar = signed_in("ivar.inn", "rollout")
    set_up(ivar)
    some_time_later(ivar)

    asked = ivar.post(OWN, {"does": "codes"})
    assert "Skriv passordet ditt før du endrer" in asked.text
    answer = {"does": "codes", "asked_again": "1", "password": PASSWORD}
    assert "Ta vare på reservekodene" in ivar.post(OWN, answer).text


def test_password_alone_sets_up_nothing_beside_what_is_there(signed_in):
    set_up(signed_in("sigrid.sikker", "security"))
    thief = again("sigrid.sikker")

    assert thief.post("/admin/kode/passnokkel/lag/").status_code == 403
    assert thief.post(CODE, {"credential": "{}"}).status_code == 422
    assert thief.post(NEW, {"credential": "{}"}).status_code == 302
    assert Authenticator.objects.filter(type="webauthn").count() == 0


def test_whoever_has_typed_the_password_alone_can_sign_out(signed_in):
    sigrid = signed_in("sigrid.sikker", "security")
    assert "Logg ut" in sigrid.get(CODE).text

    sigrid.post("/admin/logout/")

    assert "/admin/login/" in sigrid.get(CODE).url


def test_it_leads_to_no_other_house(signed_in):
    sigrid = signed_in("sigrid.sikker", "security")
    sigrid.get(CODE)
    secret = sigrid.session["consortium_new_secret"]
    typed = {"one_time_code": newest_code(secret), "next": "https://ond.example/"}

    assert 'href="/admin/"' in sigrid.post(CODE, typed).text
