"""A local administrator of one part of the municipality, and what lies outside it."""

from datetime import timedelta

from django.utils import timezone

from access.accounts.models import User
from access.models import Employment, Unit
from access.roles import Role
from audit.verbs import Verb
from tests import world as worlds

USERS = "/admin/accounts/user/"
UNITS = "/admin/access/unit/"
EMPLOYMENTS = "/admin/access/employment/"


def test_whoever_administers_a_part_decides_there_only(world, root, browser, sign_in):
    worlds.person("pia.part", (Role.LOCAL_ADMIN, world.north))
    sign_in("pia.part")

    assert "Hjemmetjenesten sør" not in browser.get(UNITS).text
    assert "Hjemmetjenesten nord" in browser.get(UNITS).text
    assert "frank.fremmed" not in browser.get(EMPLOYMENTS).text
    stranger = User.objects.get(username="frank.fremmed")
    hired = browser.post(
        f"{EMPLOYMENTS}add/",
        {
            "user": str(stranger.pk),
            "role": "lege",
            "content_object": str(world.south.pk),
            "first_day": "01.02.2026",
        },
    )
    assert hired.status_code == 200
    assert not Employment.objects.filter(
        user=stranger, permission__codename="work_as_lege"
    ).exists()


def test_whoever_administers_a_part_changes_no_account_of_another(
    world, root, browser, sign_in, logged
):
    worlds.person("pia.part", (Role.LOCAL_ADMIN, world.north))
    works_elsewhere = User.objects.get(username="frank.fremmed")
    begins_elsewhere = worlds.person("maja.mandag")
    worlds.hire(begins_elsewhere, Role.NURSE, world.south, since=-timedelta(days=3))
    back_elsewhere = worlds.person("hild.hvilende", (Role.NURSE, world.south))
    sign_in("pia.part")

    answers = [_ask_for_link(browser, works_elsewhere)]
    answers.append(_ask_for_link(browser, begins_elsewhere))
    Unit.objects.filter(pk=world.south.pk).update(is_active=False)
    answers.append(_ask_for_link(browser, back_elsewhere))

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert logged(Verb.RIGHTS_CHANGED) == []


def test_whoever_administers_a_part_changes_accounts_that_work_there_only(
    world, root, browser, sign_in, logged
):
    worlds.person("pia.part", (Role.LOCAL_ADMIN, world.north))
    was_elsewhere = worlds.person("siv.sluttet", (Role.NURSE, world.north))
    worlds.hire(
        was_elsewhere, Role.NURSE, world.south, until=timezone.now() - timedelta(days=1)
    )
    sign_in("pia.part")

    answer = _ask_for_link(browser, was_elsewhere)

    assert answer.status_code == 302
    (event,) = logged(Verb.RIGHTS_CHANGED)
    assert event["detail"]["what"] == "password_link"


def _ask_for_link(browser, user):
    typed = {"first_name": "F", "last_name": "F", "username": user.username}
    more = {"accounts_user_send_link": "1"}
    was = {"first_name": user.first_name, "last_name": user.last_name}
    return browser.post(f"{USERS}{user.pk}/change/", typed | was | more)


def test_whoever_administers_a_part_may_rename_it_where_it_stands(
    world, root, browser, sign_in
):
    worlds.person("pia.part", (Role.LOCAL_ADMIN, world.north))
    sign_in("pia.part")

    answer = browser.post(
        f"{UNITS}{world.north.pk}/change/",
        {"name": "Hjemmetjenesten Nordre", "kind": "ward", "is_active": "on"},
    )

    assert answer.status_code == 302
    world.north.refresh_from_db()
    assert world.north.name == "Hjemmetjenesten Nordre"
    assert world.north.parent_id == root.pk
