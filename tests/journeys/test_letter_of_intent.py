"""A municipality answers its letter of intent by the link in it, and the coverage moves."""

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from playwright.sync_api import expect

from access.accounts.models import User
from tenants.context import in_consortium
from tests.journeys.rounds import Round, look
from tests.tenants.agreements.ground import PDF, code_in, reachable
from tests.tenants.rollout.ground import listed
from tests.world import PASSWORD

SEVERE = {"serious", "critical"}


@pytest.fixture
def kari(database, screen, mailoutbox):
    """Consortium staff; three quarters of the inhabitants live in a municipality to ask."""
    cache.clear()
    with in_consortium():
        reachable("Vestvik", "46", inhabitants=3_000)
        listed("Nordvik", "55", inhabitants=1_000)
        kari = User.objects.create_superuser("kari.konsortium", password=PASSWORD)
        walk = Round(screen, {"kari": kari.pk})
        yield walk.window("kari", host=settings.AKSON_CONSORTIUM_HOSTS[0])


def ask(kari):
    page = kari.page
    kari.go("konsortium", "/admin/tenants/municipality/?q=vik")
    page.get_by_role("row").filter(has_text="Vestvik").get_by_role("checkbox").check()
    page.get_by_role("row").filter(has_text="Nordvik").get_by_role("checkbox").check()
    page.get_by_label("Velg handling").select_option("ask_for_letters")
    page.locator("button[name=index]").click()
    expect(page.get_by_text("Én kommune blir spurt")).to_be_visible()
    kari.check(impacts=SEVERE)
    kari.picture("letter-ask-1280")
    page.get_by_role("button", name="Send brevene").click()
    expect(page.get_by_text("1 kommune får brev")).to_be_visible()


def answer(åse):
    page = åse.page
    page.goto(
        åse.url("konsortium", f"/intensjonserklaering/#{code_in(mail.outbox[0])}")
    )
    expect(page.get_by_role("heading", level=1)).to_contain_text("fra Vestvik")
    assert "#" not in page.url
    look(åse, "letter-answer")

    # Something is missing: it is told, and what was typed is kept.
    page.get_by_label("Ja, kommunen har til hensikt").check()
    page.get_by_label("Saksnummer").fill("112/26")
    page.get_by_label("Vedtatt").fill("05.11.2026")
    page.get_by_label("Signert av").fill("Åse Øvrebø")
    page.get_by_label("Stilling").fill("Ordfører")
    åse.expected = {422}
    page.get_by_role("button", name="Send svaret").click()
    expect(page.get_by_text("Velg den signerte erklæringen.").first).to_be_visible()
    look(åse, "letter-wrong")
    page.get_by_label("Signert erklæring").set_input_files(
        {"name": "svar.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    page.get_by_role("button", name="Send svaret").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Takk, svaret er mottatt")
    look(åse, "letter-receipt")

    # The link does not work again.
    page.goto("about:blank")
    page.goto(
        åse.url("konsortium", f"/intensjonserklaering/#{code_in(mail.outbox[0])}")
    )
    expect(page.get_by_text("Koden virker ikke. Enten")).to_be_visible()
    look(åse, "letter-gone")


def test_municipality_answers_without_an_account_and_the_coverage_moves(kari, screen):
    page = kari.page
    kari.go("konsortium", "/admin/")
    expect(page.get_by_text("Kommuner med 0,0 prosent")).to_be_visible()
    ask(kari)

    answer(screen())

    kari.go("konsortium", "/admin/")
    expect(page.get_by_text("Kommuner med 75,0 prosent")).to_be_visible()
    kari.picture("letter-coverage-1280")
    kari.go("konsortium", "/admin/tenants/letterofintent/")
    page.get_by_role("row").filter(has_text="Vestvik").get_by_role("link").click()
    expect(page.get_by_text("112/26")).to_be_visible()
    kari.check(impacts=SEVERE)
    kari.picture("letter-admin-1280")
    with page.expect_download() as download:
        page.get_by_role("link", name="Last ned PDF").click()
    assert download.value.path().read_bytes() == PDF
