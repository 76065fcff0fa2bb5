"""Whoever has no business in a record is stopped, and the auditor sees it."""

from playwright.sync_api import expect

from tenants.context import in_municipality
from tests import world as worlds


def test_nurse_of_another_unit_is_refused_and_the_auditor_sees_it(world, screen):
    frank = screen()
    page = frank.page
    frank.expected = {403}
    frank.sign_in("fjord", "frank.fremmed")

    answer = frank.go("fjord", f"/records/{world.ola.record_id}/")

    # He is told why, that it is in the log, and what he may lawfully do; not whose it is.
    assert answer.status == 403
    expect(page.get_by_role("heading", level=1)).to_contain_text("Du har ikke tilgang")
    expect(page.get_by_text("Forsøket er logget.")).to_be_visible()
    ways = page.get_by_role("region", name="Dette kan du gjøre")
    expect(ways.get_by_role("listitem").first).to_be_visible()
    expect(page.get_by_text("Fjellheim")).to_have_count(0)
    expect(page.get_by_text("Hjemmetjenesten nord")).to_have_count(0)
    frank.check()
    frank.picture("refused-1280")

    # Nor does a search find her, although the name is right.
    page.get_by_role("link", name="Søk", exact=True).click()
    page.get_by_role("main").get_by_role("searchbox").fill("Ola Fjellheim")
    page.get_by_role("main").get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("heading", name="Ingen treff")).to_be_visible()

    # The auditor sees who tried, and that it did not succeed.
    ruth = screen()
    page = ruth.page
    ruth.sign_in("fjord", "ruth.revisor")
    page.get_by_role("link", name="Tilgangslogg").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tilgangslogg")
    line = page.get_by_role("row").filter(has_text="Frank Fremmed")
    line = line.filter(has_text="Avvist")
    expect(line).to_have_count(1)
    ruth.check()
    ruth.picture("log-1280")
    line.get_by_role("link").click()
    expect(page.get_by_role("main")).to_contain_text("Avvist")
    expect(page.get_by_role("main")).to_contain_text("Hjemmetjenesten sør")
    ruth.check()


def test_nurse_of_another_municipality_finds_nothing(world, fjell, screen):
    with in_municipality(fjell):
        root = worlds.unit("Fjell kommune", kind="enterprise", orgnr="999999980")
        worlds.person("nina.nabo", ("sykepleier", root))
    nina = screen()
    nina.expected = {404}
    nina.sign_in("fjell", "nina.nabo")

    answer = nina.go("fjell", f"/records/{world.ola.record_id}/")

    assert answer.status == 404
    expect(nina.page.get_by_role("heading", level=1)).to_be_visible()
    expect(nina.page.get_by_text("Ola")).to_have_count(0)
    nina.check()


def test_session_of_one_municipality_opens_nothing_in_another(world, fjell, screen):
    siri = screen()
    siri.sign_in("fjord", "siri.sykepleier")

    siri.go("fjell", f"/records/{world.ola.record_id}/")

    siri.page.wait_for_url("**/konto/logg-inn/**")
    expect(siri.page.get_by_label("Passord")).to_be_visible()
