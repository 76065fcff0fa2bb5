"""An application from the post to its outcome: who has the person meanwhile, and who no longer."""

from playwright.sync_api import expect

from access.roles import Role
from tests import world as worlds


def test_application_of_somebody_no_unit_has(world, screen):
    office = worlds.unit("Tildelingskontoret", parent=world.north.parent)
    worlds.person("anne.sakb", (Role.CASE_HANDLER, office))
    anne = screen()
    page = anne.page
    anne.sign_in("fjord", "anne.sakb")

    # She registers the person and what she applies for, in one page.
    page.get_by_role("link", name="Søknader").click()
    expect(page.get_by_role("main")).to_contain_text("Ingen åpne søknader")
    page.get_by_role("link", name="Registrer søknad").click()
    page.get_by_label("Fødselsnummer, D-nummer").fill("148342 12081")
    page.get_by_label("Fornavn").fill("Áile")
    page.get_by_label("Etternavn").fill("Øvergård")
    page.get_by_label("Fødselsdato", exact=True).fill("14.03.1942")
    page.get_by_label("Kvinne").check()
    anne.expected = {422}
    page.get_by_role("button", name="Registrer søknad").click()
    expect(page.get_by_text("Kryss av for minst én tjeneste").first).to_be_visible()
    page.get_by_label("Helsetjenester i hjemmet").check()
    page.get_by_label("Pårørende").check()
    anne.check()
    anne.picture("application-new-1280")
    page.get_by_role("button", name="Registrer søknad").click()

    # It stands among those that wait, and opens what the case needs.
    expect(page.get_by_role("heading", level=1)).to_have_text("Søknader")
    anne.check()
    anne.picture("application-1280")
    page.get_by_role("link", name="Søknader").first.click()
    expect(page.get_by_role("main")).to_contain_text("Øvergård, Áile")
    anne.check()
    anne.picture("applications-waiting-1280")
    page.set_viewport_size({"width": 320, "height": 640})
    anne.check_width()
    anne.picture("applications-waiting-320")
    page.get_by_role("link", name="Øvergård, Áile").click()
    anne.check_width()
    anne.picture("application-320")

    # Once it is closed, the person is no longer hers to open.
    page.get_by_role("link", name="Avslutt søknaden").click()
    page.get_by_label("Innvilget", exact=True).check()
    anne.check_width()
    anne.picture("application-close-320")
    page.get_by_role("button", name="Avslutt søknaden").click()
    expect(page.get_by_role("main")).not_to_contain_text("Øvergård")
