"""A new local administrator hires a nurse and makes a local choice; others see it at once."""

import re

from playwright.sync_api import expect

from access.roles import Role
from tests import world as worlds


def test_administrator_hires_a_nurse_and_says_whom_people_ask(world, screen):
    worlds.person("arne.admin", (Role.LOCAL_ADMIN, world.north.parent))
    arne = screen(width=320)
    page = arne.page
    arne.sign_in("fjord", "arne.admin")

    # One form, from the first page: the account, the work, and the link to hand over.
    arne.go("fjord", "/admin/")
    page.get_by_role("link", name="Ansett en ny person").click()
    page.get_by_label("Fornavn").fill("Åse")
    page.get_by_label("Etternavn").fill("Lie")
    page.get_by_label("Rolle").select_option(label="Sykepleier")
    page.get_by_label("Enhet").select_option(value=str(world.north.pk))
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.get_by_text("Gi denne lenken til Åse Lie")).to_be_visible()
    arne.picture("hired-320")
    (link,) = re.findall(r"http\S+/konto/nytt-\S+/", page.inner_text("body"))

    # One choice of the municipality's own.
    arne.go("fjord", "/tilgangsstyring/lokale-valg/")
    page.get_by_label("Brukerstøtte, telefon").fill("5512345")
    page.get_by_role("button", name="Lagre for hele kommunen").click()
    expect(page.get_by_text("Valgene er lagret.")).to_be_visible()
    arne.check()
    arne.check_width()

    # The nurse opens her link, and finds whom to ask where she signs in.
    ase = screen()
    ase.page.goto(link)
    expect(ase.page.get_by_role("heading", level=1)).to_contain_text("passord")
    ase.go("fjord", "/konto/logg-inn/")
    expect(ase.page.get_by_role("link", name="5512345")).to_be_visible()
