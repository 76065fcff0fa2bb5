"""The consortium switches a module off, and the municipality's people see it go."""

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
def ivar(world, fjord, screen):
    """Somebody who follows the rollout, signed in to the administration."""
    with in_consortium():
        person = User.objects.create_user("ivar.inn", password=PASSWORD, is_staff=True)
        person.groups.set(Group.objects.filter(name="rollout"))
    with in_municipality(fjord):
        worlds.person("lene.vakt", (Role.CLERK, worlds.legevakt(world)))
    window = screen()
    window.go("konsortium", "/admin/")
    window.page.get_by_label("Brukernavn").fill("ivar.inn")
    window.page.get_by_label("Passord").fill(PASSWORD)
    window.page.get_by_role("button", name="Logg inn").click()
    expect(window.page.get_by_role("heading", name="Kommunene i Akson")).to_be_visible()
    return window


def test_module_is_read_first_and_then_gone(ivar, screen):
    lene = screen()
    lene.sign_in("fjord", "lene.vakt")
    lene.go("fjord", "/legevakt/")
    link = lene.page.get_by_role("link", name="Legevakten nå")
    expect(link.first).to_be_visible()

    # In use, it cannot be gone from one day to the next.
    page = ivar.page
    ivar.go("konsortium", "/admin/tenants/modulesetting/add/")
    page.locator("#id_municipality").locator("..").get_by_role("combobox").first.click()
    page.get_by_role("option", name="Fjord").click()
    page.get_by_label("Modul").select_option("Legevakt")
    page.get_by_label("Status").select_option("Ikke i bruk")
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.get_by_text("Velg «Bare lesing» først")).to_be_visible()
    ivar.check(impacts=BAD)
    ivar.picture("module-refused-1280")
    page.get_by_label("Status").select_option("Bare lesing")
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.get_by_role("row").filter(has_text="Bare lesing")).to_be_visible()

    # At the legevakt the page says so.
    lene.page.reload()
    expect(lene.page.get_by_text("Du kan lese, men ikke lagre")).to_be_visible()
    lene.check()
    lene.become(320, "dark")
    lene.check_width()
    lene.picture("module-reading-320-dark")
    lene.become(1280, "light")

    # Then it is switched off: no entry, no page.
    page.get_by_role("row").filter(has_text="Bare lesing").get_by_role(
        "link"
    ).first.click()
    page.get_by_label("Status").select_option("Ikke i bruk")
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.get_by_role("row").filter(has_text="Ikke i bruk")).to_be_visible()
    lene.go("fjord", "/profil/")
    expect(link).to_have_count(0)
    lene.expected = {404}
    assert lene.go("fjord", "/legevakt/").status == 404
