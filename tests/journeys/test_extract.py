"""A patient asks who has seen his record; his unit's leader shows it, and gives it on paper."""

import re
from pathlib import Path

from playwright.sync_api import expect

from access.actions import Action
from audit.models import AccessEvent
from audit.verbs import Verb
from journal.record.gate import open_record
from tests.journeys.rounds import look


def test_leader_shows_a_patient_who_has_seen_his_record_and_gives_it_on_paper(
    world, screen
):
    for by in (world.nurse, world.nurse, world.leader):
        with open_record(world.ola.record_id, by=by, to=Action.READ_RECORD):
            pass
    lise = screen()
    page = lise.page
    lise.sign_in("fjord", "lise.leder")
    page.get_by_role("link", name=re.compile("Fjellheim, Ola")).first.click()
    page.get_by_role("link", name="Personopplysninger").first.click()
    page.get_by_role("link", name="Innsyn i tilgangsloggen").click()

    opened = page.get_by_role("region", name="Åpnet")
    expect(opened.get_by_text("Siri Sykepleier", exact=True)).to_be_visible()
    expect(opened.get_by_text("Leste journalen (2)").first).to_be_visible()
    expect(page.get_by_role("region", name="Vist i liste eller søk")).to_contain_text(
        "Lise Leder"
    )
    expect(page.get_by_text("Journalen er åpnet av 2 personer.")).to_be_visible()
    opened.get_by_text("Vis alle 2 ganger").first.click()
    look(lise, "extract")

    with page.expect_download() as given:
        page.get_by_role("link", name="PDF på nynorsk").click()
    assert given.value.suggested_filename.startswith("innsyn-i-logg-")
    assert Path(given.value.path()).read_bytes().startswith(b"%PDF-1.7")
    given_out = AccessEvent.objects.filter(verb=Verb.HANDED_OUT_LOG)
    assert given_out.count() == 2

    lise.expected = {422}
    page.get_by_label("Fra og med").fill("31.12.2026")
    page.get_by_label("Til og med").fill("01.12.2026")
    page.get_by_role("button", name="Vis", exact=True).click()
    expect(
        page.get_by_text("Siste dag kan ikke være før første dag.").first
    ).to_be_visible()
    expect(page.get_by_label("Fra og med")).to_have_value("31.12.2026")
