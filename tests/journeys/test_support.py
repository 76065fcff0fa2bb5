"""The consortium asks a municipality for a way to help, and the municipality decides."""

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import expect

from access.accounts.models import User
from access.roles import Role
from tenants.context import in_consortium, in_municipality
from tests import world as worlds
from tests.world import PASSWORD

BAD = {"serious", "critical"}


@pytest.fixture
def people(world, fjord):
    with in_municipality(fjord):
        worlds.person("arne.admin", (Role.LOCAL_ADMIN, world.north.parent))
    with in_consortium():
        bente = User.objects.create_user(
            "bente.brattegg",
            password=PASSWORD,
            first_name="Bente",
            last_name="Brattegg",
            is_staff=True,
        )
        bente.groups.set(Group.objects.filter(name="support"))


@pytest.fixture
def bente(people, screen):
    """A person of the consortium's support, signed in to the administration."""
    window = screen()
    window.go("konsortium", "/admin/")
    window.page.get_by_label("Brukernavn").fill("bente.brattegg")
    window.page.get_by_label("Passord").fill(PASSWORD)
    window.page.get_by_role("button", name="Logg inn").click()
    expect(window.page.get_by_role("heading", name="Kommunene i Akson")).to_be_visible()
    return window


def test_support_is_asked_for_approved_used_and_ended(bente, fjord, screen):
    # She finds the municipality, and asks.
    page = bente.page
    bente.go("konsortium", f"/admin/tenants/municipality/{fjord.pk}/change/")
    page.get_by_role("link", name="Støttetilgang").click()
    bente.check(impacts=BAD)
    page.get_by_label("Hva det gjelder").fill("Loggen er ikke forseglet siden i går")
    page.get_by_label("Antall timer").fill("2")
    page.get_by_role("button", name="Be om støttetilgang").click()
    expect(page.get_by_role("status").get_by_text("Venter på svar")).to_be_visible()
    bente.picture("support-asked-1280")

    # The local administrator sees it on his first page, reads what it opens, and approves.
    arne = screen()
    arne.sign_in("fjord", "arne.admin")
    arne.go("fjord", "/admin/")
    arne.page.get_by_role("link", name="Svar på det").click()
    arne.page.get_by_role("link", name="Bente Brattegg", exact=True).click()
    expect(arne.page.get_by_text("Ingen pasienter, ansatte")).to_be_visible()
    arne.check(impacts=BAD)
    arne.picture("support-answer-1280")
    arne.page.set_viewport_size({"width": 320, "height": 720})
    arne.picture("support-answer-320")
    arne.page.set_viewport_size({"width": 1280, "height": 900})
    arne.page.get_by_role("button", name="Godkjenn").click()
    expect(arne.page.get_by_text("Støttetilgangen er godkjent")).to_be_visible()

    # She reads how the municipality is set up, and nothing else of it.
    page.reload()
    page.get_by_role("link", name="Se innstillingene").click()
    expect(page.get_by_role("rowheader", name="Hjemmetjenesten nord")).to_be_visible()
    bente.check(impacts=BAD)
    bente.picture("support-settings-1280")
    bente.become(320, "dark")
    bente.check_width()
    bente.picture("support-settings-320-dark")

    # He ends it; her next look is refused.
    arne.page.get_by_role("link", name="Bente Brattegg", exact=True).click()
    arne.page.get_by_role("button", name="Avslutt nå").click()
    expect(arne.page.get_by_text("Støttetilgangen er avsluttet.")).to_be_visible()
    page.reload()
    expect(
        page.get_by_text("Du har ingen støttetilgang som gjelder nå.")
    ).to_be_visible()
