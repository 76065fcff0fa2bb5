"""A GP's list and a health station's programme: from an empty list to an opened record."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from access.roles import Role
from tests import world as worlds


def test_secretary_puts_somebody_on_a_gp_s_list_and_moves_him(world, screen):
    office, *_lists = worlds.practice(world, "Berit Dahl", "Anders Lie")
    worlds.person("vigdis.sekretær", (Role.CLERK, office))
    vigdis = screen()
    page = vigdis.page
    vigdis.sign_in("fjord", "vigdis.sekretær")
    page.get_by_role("link", name="Fastlegelister").click()
    expect(page.get_by_role("main")).to_contain_text("Ingen står på listen")
    vigdis.check()
    vigdis.picture("gp-list-empty-1280")
    page.get_by_role("link", name="Sett på listen").click()

    # Name and birth date find one person, and she says that it is he.
    page.get_by_label("Fornavn").fill("Ola")
    page.get_by_label("Etternavn").fill("Fjellheim")
    page.get_by_label("Fødselsdato", exact=True).fill("14.02.1942")
    page.get_by_label("Liste", exact=True).select_option(label="Berit Dahl")
    vigdis.check()
    vigdis.picture("gp-enrol-1280")
    vigdis.expected = {422}
    page.get_by_role("button", name="Sett på listen").click()
    page.get_by_label("Ja, samme person").check()
    page.get_by_role("button", name="Sett på listen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Personopplysninger")
    expect(page.get_by_role("main")).to_contain_text("Berit Dahl, Fjord legekontor")
    vigdis.picture("gp-person-1280")

    # He stands on the list, and is moved to the GP beside.
    page.get_by_role("link", name="Fastlegelister").click()
    expect(page.get_by_role("main")).to_contain_text("Fjellheim, Ola")
    vigdis.check()
    vigdis.picture("gp-list-1280")
    page.set_viewport_size({"width": 320, "height": 640})
    vigdis.check_width()
    vigdis.check()
    vigdis.picture("gp-list-320")
    page.get_by_role("link", name="Flytt – Fjellheim, Ola").click()
    vigdis.check_width()
    vigdis.picture("gp-move-320")
    next_month = timezone.localdate() + timedelta(days=20)
    page.get_by_label("Fra og med").fill(f"{next_month:%d.%m.%Y}")
    page.get_by_role("button", name="Flytt", exact=True).click()
    expect(page.get_by_text("Flyttingen er registrert").first).to_be_visible()
    expect(page.get_by_text("1 kommer senere").first).to_be_visible()
    expect(page.get_by_role("row").nth(1)).to_contain_text(f"{next_month:%d.%m.%Y}")
    vigdis.picture("gp-list-moved-320")
    vigdis.go("fjord", "/fastlegeliste/ny/")
    vigdis.check_width()
    vigdis.picture("gp-enrol-320")


def test_health_visitor_enrols_a_newborn_and_lets_a_child_go(world, screen):
    hanne = screen()
    station = worlds.health_station(world)
    worlds.person("hanne.helse", (Role.HEALTH_VISITOR, station))
    page = hanne.page
    hanne.sign_in("fjord", "hanne.helse")
    page.get_by_role("link", name="Program", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Ingen følger programmet")
    hanne.picture("programme-empty-1280")
    page.get_by_role("link", name="Meld inn").click()
    born = timezone.localdate() - timedelta(days=9)
    page.get_by_label("Fornavn").fill("Eline")
    page.get_by_label("Etternavn").fill("Nyfjord")
    page.get_by_label("Fødselsdato", exact=True).fill(f"{born:%d.%m.%Y}")
    page.get_by_label("Skolehelsetjeneste").check()
    hanne.check()
    hanne.picture("programme-enrol-1280")
    hanne.expected = {422}
    page.get_by_role("button", name="Meld inn").click()
    expect(page.get_by_text("Programmet er for en annen alder").first).to_be_visible()
    hanne.check()
    hanne.picture("programme-wrong-age-1280")
    page.get_by_label("Helsestasjon, 0–5 år").check()
    page.get_by_role("button", name="Meld inn").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Eline Nyfjord")
    hanne.check()
    hanne.picture("programme-patient-1280")

    # She stands in the programme, the youngest first, until the family moves.
    page.get_by_role("link", name="Program", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Nyfjord, Eline")
    hanne.check()
    hanne.picture("programme-1280")
    page.set_viewport_size({"width": 320, "height": 640})
    hanne.check_width()
    hanne.picture("programme-320")
    page.get_by_role("link", name="Meld ut – Nyfjord, Eline").click()
    page.get_by_role("button", name="Meld ut").click()
    hanne.check_width()
    hanne.picture("programme-end-320")
    page.get_by_label("Flyttet fra kommunen").check()
    page.get_by_role("button", name="Meld ut").click()
    expect(page.get_by_text("Utmeldingen er registrert").first).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Flyttet fra kommunen")
    hanne.check_width()
    hanne.picture("programme-left-320")
