"""Consortium staff bring in the inhabitants, and see the coverage move."""

from datetime import date

import pytest
from django.conf import settings
from playwright.sync_api import expect

from access.accounts.models import User
from tenants.context import in_consortium
from tenants.models import MunicipalityNumber
from tests.journeys.rounds import Round
from tests.tenants.rollout.ground import listed
from tests.world import PASSWORD

SEVERE = {"serious", "critical"}
WRONG = "kommunenummer;innbyggere\n4601;3000\n4699;12\n"
RIGHT = "kommunenummer;innbyggere\n4601;3000\n5501;1000\n"


@pytest.fixture
def kari(database, screen):
    """Consortium staff, with two municipalities that have said they are interested."""
    with in_consortium():
        kari = User.objects.create_superuser("kari.konsortium", password=PASSWORD)
        for name, number in (("Vestvik", "4601"), ("Nordvik", "5501")):
            MunicipalityNumber.objects.create(
                municipality=listed(name, number[:2]),
                number=number,
                valid_from=date(2024, 1, 1),
            )
        walk = Round(screen, {"kari": kari.pk})
        yield walk.window("kari", host=settings.AKSON_CONSORTIUM_HOSTS[0])


def choose(page, text):
    page.get_by_label("CSV-fil").set_input_files(
        {"name": "folk.csv", "mimeType": "text/csv", "buffer": text.encode()}
    )
    page.get_by_label("Kilde").fill("Statistisk sentralbyrå, tabell 07459")
    page.get_by_role("button", name="Vis forskjellene").click()


def test_inhabitants_are_imported_and_the_coverage_moves(kari):
    page = kari.page
    kari.go("konsortium", "/admin/")
    expect(page.get_by_text("4 kommuner mangler innbyggertall")).to_be_visible()
    page.get_by_role("link", name="Importer kommuner og innbyggertall").click()
    kari.check(impacts=SEVERE)
    kari.picture("registry-import-1280")

    # A line is wrong: it is named, and nothing is stored.
    choose(page, WRONG)
    expect(page.get_by_text("Linje 3: Kommunenummeret 4699 finnes")).to_be_visible()
    kari.check(impacts=SEVERE)
    kari.picture("registry-problems-1280")
    page.get_by_role("link", name="Velg filen på nytt").click()

    choose(page, RIGHT)
    row = page.get_by_role("row").filter(has_text="Vestvik")
    expect(row).to_contain_text("3\u00a0000")
    kari.check(impacts=SEVERE)
    kari.picture("registry-preview-1280")
    page.get_by_role("button", name="Lagre alt dette").click()
    expect(page.get_by_text("Importen er lagret.")).to_be_visible()
    kari.picture("registry-counts-1280")

    # Nobody has answered yet; then Vestvik does.
    kari.go("konsortium", "/admin/")
    expect(page.get_by_text("Kommuner med 0,0 prosent")).to_be_visible()
    page.get_by_role("link", name="Før et nytt trinn").click()
    page.locator("#id_municipality + .select2 [role=combobox]").click()
    page.get_by_role("searchbox").fill("Vestvik")
    page.get_by_role("option", name="Vestvik").click()
    page.get_by_label("Trinn").select_option("intent")
    page.locator("#id_begins_on").fill("01.06.2026")
    kari.check(impacts=SEVERE)
    kari.picture("rollout-stage-1280")
    page.get_by_role("button", name="Lagre", exact=True).click()

    kari.go("konsortium", "/admin/")
    expect(page.get_by_text("Kommuner med 75,0 prosent")).to_be_visible()
    kari.check(impacts=SEVERE)
    kari.picture("rollout-coverage-1280")
    page.set_viewport_size({"width": 320, "height": 800})
    kari.picture("rollout-coverage-320")
