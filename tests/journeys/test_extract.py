"""A patient asks who has seen his record; his unit's leader shows it, and gives it on paper."""

import re
from pathlib import Path
from shutil import unpack_archive

from playwright.sync_api import expect

from access.actions import Action
from audit.models import AccessEvent
from audit.verbs import Verb
from journal.record.gate import open_record
from tests.audit.export.conftest import verified_alone
from tests.audit.review.proofs.unpacked import asked
from tests.audit.sealing.conftest import key_folder, seal
from tests.journeys.rounds import look

__all__ = ["key_folder", "seal", "verified_alone"]


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


def test_patient_has_one_event_verified_by_a_program_that_knows_nothing_of_akson(
    world, screen, seal, verified_alone, tmp_path
):
    with open_record(world.ola.record_id, by=world.nurse, to=Action.READ_RECORD) as it:
        event_id = it.event_id
    seal()
    lise = screen()
    page = lise.page
    lise.sign_in("fjord", "lise.leder")
    lise.go("fjord", f"/records/{world.ola.record_id}/log/")
    page.get_by_text("Bevis for at loggen ikke er endret").click()
    look(lise, "extract-proofs")
    with page.expect_download() as given:
        page.get_by_role("link", name="Bevis på bokmål (zip)").click()
    unpack_archive(given.value.path(), tmp_path, format="zip")

    (entry,) = [
        file
        for file in tmp_path.glob("*.json")
        if f'"id":"{event_id}"' in file.read_text()
    ]
    answer, said = verified_alone(*asked(tmp_path, entry.stem))

    assert (answer, said.endswith("står i loggen\n")) == (0, True), said
    assert str(event_id) in said
    entry.write_text(entry.read_text().replace('"verb":"read"', '"verb":"list"'))
    assert verified_alone(*asked(tmp_path, entry.stem))[0] == 1


def test_auditor_takes_one_event_out_and_is_told_when_it_is_too_new(
    world, screen, seal
):
    with open_record(world.ola.record_id, by=world.nurse, to=Action.READ_RECORD) as it:
        event_id = it.event_id
    ruth = screen()
    page = ruth.page
    ruth.sign_in("fjord", "ruth.revisor")
    ruth.go("fjord", f"/logg/{event_id}/")
    take_out = page.get_by_role("button", name="Ta ut hendelsen med bevis")
    take_out.click()
    expect(page.get_by_text("ikke er forseglet ennå")).to_be_visible()
    look(ruth, "event-proof")

    seal()
    with page.expect_download() as given:
        take_out.click()

    assert given.value.suggested_filename.startswith("bevis-")
