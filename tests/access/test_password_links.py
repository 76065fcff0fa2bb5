"""Links, passwords and addresses, when a person begins to work where others decide."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.utils import timezone

from access.accounts.models import User
from access.errors import RightsError
from access.events import carry_out
from access.models import Employment, Unit
from access.roles import Role
from access.services.accounts import change_account, creating, password_link
from access.services.employment import change_end, end_employment, hire
from tests import world as worlds
from tests.access.conftest import new_browser

EMPLOYMENTS = "/admin/access/employment/"
NEW = "en-helt-ny-fjord"


@pytest.fixture
def north_by(world):
    """A local administrator of the northern part only."""
    return worlds.worker(worlds.person("pia.part", (Role.LOCAL_ADMIN, world.north)))


@pytest.fixture
def south_by(world):
    """A local administrator of the southern part only."""
    return worlds.worker(worlds.person("sara.sor", (Role.LOCAL_ADMIN, world.south)))


def _works(link):
    return "Lenken virker ikke lenger" not in new_browser().get(link, follow=True).text


def test_no_link_is_made_for_somebody_nobody_employs(world, north_by):
    user = User(username="nina.ny", first_name="Nina")
    carry_out([creating(user)], by=north_by)

    with pytest.raises(RightsError, match="ansettelse først"):
        password_link(user, by=north_by)


def test_a_link_stops_working_when_others_hire_the_person(world, north_by, south_by):
    user = worlds.person("nina.nord", (Role.NURSE, world.north))
    link = password_link(user, by=north_by)
    assert _works(link)

    hire(user, role=Role.NURSE, unit=world.south, by=south_by)

    assert not _works(link)


def test_a_link_half_used_stops_too(world, north_by, south_by):
    user = worlds.person("nina.nord", (Role.NURSE, world.north))
    browser = new_browser()
    form = browser.get(password_link(user, by=north_by)).url

    hire(user, role=Role.NURSE, unit=world.south, by=south_by)

    browser.post(form, {"password1": NEW, "password2": NEW})
    user.refresh_from_db()
    assert user.check_password(worlds.PASSWORD)


def test_a_link_stops_when_an_end_is_taken_away_elsewhere(world, north_by, south_by):
    user = worlds.person("nina.nord", (Role.NURSE, world.north))
    yesterday = timezone.now() - timedelta(days=1)
    was_south = worlds.hire(user, Role.NURSE, world.south, until=yesterday)
    link = password_link(user, by=north_by)

    change_end(was_south, until=None, by=south_by)

    assert not _works(link)


def test_a_link_stops_when_the_unit_is_moved(world, north_by):
    user = worlds.person("nina.nord", (Role.NURSE, world.north))
    link = password_link(user, by=north_by)

    moved = [*world.south.path, world.north.pk]
    Unit.objects.filter(pk=world.north.pk).update(parent=world.south, path=moved)

    assert not _works(link)


def test_whoever_worked_nowhere_starts_anew(world, north_by, south_by):
    user = worlds.person("nina.nord", (Role.NURSE, world.north))
    link = password_link(user, by=north_by)
    end_employment(Employment.objects.get(user=user), by=north_by)
    user.email = "pia@fjord.example"
    change_account(user, changed=["email"], by=north_by)
    EmailAddress.objects.create(user=user, email="pia@andre.example", primary=True)
    browser = new_browser()
    browser.post(
        "/konto/logg-inn/", {"login": "nina.nord", "password": worlds.PASSWORD}
    )

    hire(user, role=Role.NURSE, unit=world.south, by=south_by)

    user.refresh_from_db()
    assert not user.has_usable_password()
    assert not _works(link)
    assert browser.get("/profil/").status_code == 302
    for address in ("pia@fjord.example", "pia@andre.example"):
        browser.post("/konto/glemt-passord/", {"email": address})
    assert mail.outbox == []


def test_whoever_works_here_already_keeps_the_password(world, north_by):
    user = worlds.person("nina.nord", (Role.NURSE, world.north))

    hire(user, role=Role.CARE_WORKER, unit=world.north, by=north_by)

    user.refresh_from_db()
    assert user.check_password(worlds.PASSWORD)


def test_an_address_that_was_replaced_gets_no_link(world, north_by):
    user = worlds.person("nina.nord", (Role.NURSE, world.north), email="n@old.example")
    EmailAddress.objects.create(user=user, email="n@old.example", primary=True)

    user.email = "n@new.example"
    change_account(user, changed=["email"], by=north_by)

    new_browser().post("/konto/glemt-passord/", {"email": "n@old.example"})
    assert mail.outbox == []


def test_the_hiring_administrator_gets_the_new_link(
    world, administrator, browser, sign_in
):
    user = worlds.person("nina.ny")
    sign_in("arne.admin")
    typed = {
        "user": str(user.pk),
        "role": "sykepleier",
        "content_object": str(world.north.pk),
        "first_day": "01.02.2026",
        "last_day": "",
    }

    answer = browser.post(f"{EMPLOYMENTS}add/", typed, follow=True)

    (link,) = set(re.findall(r"http://fjord\.localhost(/konto/nytt-\S+/)", answer.text))
    chosen = new_browser()
    form = chosen.get(link).url
    assert chosen.post(form, {"password1": NEW, "password2": NEW}).status_code == 302
    user.refresh_from_db()
    assert user.check_password(NEW)


def test_no_link_and_no_address_is_offered_before_somebody_employs_the_person(
    world, administrator, browser, sign_in
):
    accounts = "/admin/accounts/user/"
    newcomer = worlds.person("nina.ny")
    nurse = User.objects.get(username="siri.sykepleier")
    sign_in("arne.admin")

    without = browser.get(f"{accounts}{newcomer.pk}/change/").text
    employed = browser.get(f"{accounts}{nurse.pk}/change/").text

    for offered in ("Lag engangslenke", 'name="email"'):
        assert offered in employed
        assert offered not in without
