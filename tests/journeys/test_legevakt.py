"""Somebody comes to the legevakt: registered in a few taps, written of, and closed."""

from playwright.sync_api import expect

from access.roles import Role
from tests import world as worlds


def test_whoever_arrives_is_registered_and_documented(world, screen):
    unit = worlds.legevakt(world)
    worlds.person("trude.legevakt", (Role.NURSE, unit))
    trude = screen()
    page = trude.page
    trude.sign_in("fjord", "trude.legevakt")
    page.get_by_role("link", name="Legevakten nå").click()
    expect(page.get_by_role("main")).to_contain_text("Ingen er registrert nå")
    page.get_by_role("link", name="Ny kontakt").click()

    # Name and birth date find one person, and she says that it is he.
    page.get_by_label("Fornavn").fill("Ola")
    page.get_by_label("Etternavn").fill("Fjellheim")
    page.get_by_label("Fødselsdato", exact=True).fill("14.02.1942")
    page.get_by_label("Ambulanse").check()
    page.get_by_label("Rød – akutt").check()
    trude.check()
    trude.picture("contact-new-1280")
    trude.expected = {422}
    page.get_by_role("button", name="Registrer og åpne journalen").click()
    page.get_by_label("Ja, samme person").check()
    trude.check()
    trude.picture("contact-same-1280")
    page.get_by_role("button", name="Registrer og åpne journalen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ola Fjellheim")
    trude.check()
    trude.picture("contact-patient-1280")

    # He stands in the list until he is written of.
    page.get_by_role("link", name="Legevakten nå").click()
    expect(page.get_by_role("main")).to_contain_text("Fjellheim, Ola")
    trude.check()
    trude.picture("contacts-now-1280")
    page.set_viewport_size({"width": 320, "height": 640})
    trude.check_width()
    trude.picture("contacts-now-320")
    page.get_by_role("link", name="Avslutt – Fjellheim, Ola").click()
    page.get_by_role("button", name="Avslutt kontakten").click()
    expect(page.get_by_text("si hvorfor det ikke er noe").first).to_be_visible()
    trude.check_width()
    trude.picture("contact-close-320")
    page.get_by_label("Gikk før helsehjelpen begynte").check()
    page.get_by_role("button", name="Avslutt kontakten").click()
    expect(page.get_by_text("Oppholdet hos dere er avsluttet").first).to_be_visible()
    trude.go("fjord", "/legevakt/ny/")
    trude.check_width()
    trude.picture("contact-new-320")
