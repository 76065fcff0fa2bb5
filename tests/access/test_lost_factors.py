"""Whoever has lost telephone or key, or has no password here, is not left outside."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from access.accounts.models import User
from access.accounts.sessions import Session
from access.errors import RightsError
from access.models import StepUp
from access.services.accounts import take_factors_away
from access.step_up import CONFIRMED_AT
from audit.verbs import Verb
from tests import world as worlds
from tests.access.conftest import new_browser

USERS = "/admin/accounts/user/"


@pytest.fixture
def siri(world):
    """Siri with an app and a PIN."""
    user = User.objects.get(pk=world.nurse.user_id)
    Authenticator.objects.create(user=user, type="totp", data={"secret": "A"})
    StepUp.objects.update_or_create(
        pk=user.pk, defaults={"pin_hash": make_password("302917")}
    )
    return user


def test_administrator_takes_lost_factors_away_and_signs_her_out(
    siri, administrator, browser, sign_in, logged
):
    hers = new_browser()
    hers.force_login(siri, backend="access.backends.AccountBackend")
    sign_in("arne.admin")
    page = f"{USERS}{siri.pk}/change/"
    assert "Fjern totrinn som er mistet" in browser.get(page).text

    typed = {"first_name": "Siri", "last_name": "S", "username": siri.username}
    browser.post(page, typed | {"accounts_user_lose_factors": "1"})

    assert not Authenticator.objects.filter(user=siri).exists()
    assert not StepUp.objects.exclude(pin_hash="").exists()
    assert not Session.objects.filter(user_id=siri.pk).exists()
    assert siri.has_usable_password()
    assert logged(Verb.RIGHTS_CHANGED)[-1]["detail"] == {"what": "factors_removed"}
    assert "Fjern totrinn som er mistet" not in browser.get(page).text


def test_nobody_takes_away_his_own(world, administrator):
    own = administrator

    with pytest.raises(RightsError):
        take_factors_away(own, by=worlds.worker(administrator))


def test_who_came_by_helseid_chooses_a_pin_without_a_password(world, browser):
    user = User.objects.get(pk=world.nurse.user_id)
    user.set_unusable_password()
    user.save()
    browser.force_login(user, backend="access.backends.AccountBackend")
    chosen = {"pin": "302917", "pin_again": "302917"}
    assert browser.post("/konto/pin/", chosen).status_code == 422

    session = browser.session
    session[CONFIRMED_AT] = timezone.now().timestamp()
    session.save()

    page = browser.get("/konto/pin/").text
    assert 'id="id_step_up_password"' not in page
    assert 'id="id_pin"' in page
    assert browser.post("/konto/pin/", chosen).status_code == 303
    assert StepUp.objects.exclude(pin_hash="").exists()
