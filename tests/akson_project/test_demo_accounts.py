"""Whom the demo's sign-in page offers, and what it says they work as."""

from datetime import timedelta

from django.utils import timezone

from access.roles import Role
from akson_project.demo.accounts import demo_accounts
from tests import world as worlds


def test_accounts_stand_by_what_they_do_now(world):
    worlds.person("anna.åmot", (Role.NURSE, world.north), (Role.NURSE, world.south))

    accounts = {account.username: account.work for account in demo_accounts()}

    both = "Sykepleier, Hjemmetjenesten nord + Hjemmetjenesten sør"
    assert accounts["anna.åmot"] == both
    assert list(accounts) == [
        "frank.fremmed",
        "siri.sykepleier",
        "anna.åmot",
        "mona.merkantil",
        "lise.leder",
        "ruth.revisor",
    ]


def test_who_has_left_or_not_begun_is_not_said_to_work(world):
    yesterday = timezone.now() - timedelta(days=1)
    worlds.hire(worlds.person("siv.sluttet"), Role.NURSE, world.north, until=yesterday)
    newcomer = worlds.person("maja.mandag")
    worlds.hire(newcomer, Role.NURSE, world.north, since=-timedelta(days=3))
    worlds.person("per.privat")

    accounts = {account.username: account.work for account in demo_accounts()}

    assert list(accounts)[-2:] == ["maja.mandag", "siv.sluttet"]
    assert accounts["siv.sluttet"] == "Ingen ansettelse nå"
    assert accounts["maja.mandag"] == "Ingen ansettelse nå"
    assert "per.privat" not in accounts


def test_a_closed_account_is_not_offered(world):
    user = worlds.person("lukas.lukket", (Role.NURSE, world.north))
    user.is_active = False
    user.save()

    assert "lukas.lukket" not in {account.username for account in demo_accounts()}
