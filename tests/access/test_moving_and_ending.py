"""People who leave, who move, and who are hired: in few steps, and at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from access.errors import RightsError
from access.models import Employment
from access.roles import Role
from access.services.employment import (
    change_end,
    end_employment,
    move_employment,
    new_employment,
)
from audit.verbs import Verb
from tests import world as worlds
from tests.access.conftest import new_browser

USERS = "/admin/accounts/user/"
EMPLOYMENTS = "/admin/access/employment/"


@pytest.fixture
def by(administrator):
    """The local administrator at work."""
    return worlds.worker(administrator)


@pytest.fixture
def nils(world):
    """A substitute nurse in the north, signed in."""
    nils = worlds.person("nils.ny", (Role.NURSE, world.north))
    nils.browser = new_browser()
    nils.browser.post(
        "/konto/logg-inn/", {"login": "nils.ny", "password": worlds.PASSWORD}
    )
    return nils


def _signed_in(nils):
    return nils.browser.get("/profil/").status_code == 200


def _employment(user):
    return Employment.objects.get(user=user)


def test_an_end_that_has_been_signs_out_as_ending_now_does(by, nils):
    assert _signed_in(nils)

    change_end(_employment(nils), until=timezone.now() - timedelta(days=2), by=by)

    assert not _signed_in(nils)


def test_who_is_hired_anew_next_month_is_signed_out_all_the_same(world, by, nils):
    later = timezone.now() + timedelta(days=30)
    new_employment(nils, role=Role.NURSE, unit=world.south, valid_from=later).save()

    end_employment(Employment.objects.get(user=nils, valid_from__lt=later), by=by)

    assert not _signed_in(nils)


def test_an_end_to_come_lets_him_work_on_until_then(by, nils):
    change_end(_employment(nils), until=timezone.now() + timedelta(days=2), by=by)

    assert _signed_in(nils)


def test_moving_ends_one_and_begins_another_and_he_stays_signed_in(
    world, by, nils, logged
):
    to = new_employment(nils, role=Role.NURSE, unit=world.south)

    move_employment(_employment(nils), to=to, by=by)

    left, come = Employment.objects.filter(user=nils).order_by("valid_from")
    assert left.valid_until == come.valid_from
    assert come.content_object == world.south
    assert _signed_in(nils)
    assert worlds.worker(nils).unit_ids == [world.south.pk]
    rights = {event["detail"]["rights"] for event in logged(Verb.RIGHTS_CHANGED)}
    assert rights == {f"sykepleier@{world.south.pk}"}


def test_a_move_that_cannot_be_changes_nothing(world, by, nils):
    before = _employment(nils)

    with pytest.raises(RightsError):
        move_employment(
            _employment(nils),
            to=new_employment(nils, role=Role.NURSE, unit=world.north),
            by=by,
        )

    assert _employment(nils).valid_until == before.valid_until


def test_administrator_moves_a_person_in_one_step(
    world, administrator, browser, sign_in, nils
):
    sign_in("arne.admin")
    page = f"{EMPLOYMENTS}{_employment(nils).pk}/change/"
    assert "Flytt til en annen enhet" in browser.get(page).text

    browser.post(page, {"last_day": "", "move_to": world.south.pk, "move_role": ""})

    assert worlds.worker(nils).unit_ids == [world.south.pk]
    assert worlds.worker(nils).roles == {Role.NURSE}


def test_administrator_gives_a_move_a_day_and_a_role(
    world, administrator, browser, sign_in, nils
):
    sign_in("arne.admin")
    day = timezone.localdate() + timedelta(days=5)
    moved = {
        "move_to": world.south.pk,
        "move_role": "leder",
        "move_on": f"{day:%d%m%Y}",
    }

    browser.post(f"{EMPLOYMENTS}{_employment(nils).pk}/change/", moved)

    come = Employment.objects.filter(user=nils).latest("valid_from")
    assert (come.role, come.first_day) == (Role.LEADER, day)
    assert worlds.worker(nils).unit_ids == [world.north.pk]


def test_a_move_back_in_time_or_out_of_the_administrators_part_is_refused(
    world, browser, sign_in, nils
):
    worlds.person("pia.part", (Role.LOCAL_ADMIN, world.north))
    sign_in("pia.part")
    page = f"{EMPLOYMENTS}{_employment(nils).pk}/change/"

    past = browser.post(page, {"move_to": world.north.pk, "move_on": "01.01.2020"})
    outside = browser.post(page, {"move_to": world.south.pk})

    assert "Velg i dag eller en senere dag." in past.text
    assert outside.status_code == 200
    assert Employment.objects.filter(user=nils).count() == 1


def test_the_account_leads_to_its_employments_and_to_hiring(
    administrator, browser, sign_in, nils
):
    sign_in("arne.admin")

    page = browser.get(f"{USERS}{nils.pk}/change/").text

    assert f"{EMPLOYMENTS}{_employment(nils).pk}/change/" in page
    assert f"{EMPLOYMENTS}add/?user={nils.pk}" in page
