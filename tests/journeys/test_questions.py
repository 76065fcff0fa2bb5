"""A patient's question from the extract to the letter; an emergency from the event to the closed case."""

import re
from pathlib import Path

from playwright.sync_api import expect

from access.actions import Action
from access.roles import Role
from journal.record.gate import open_record
from tests import world as worlds
from tests.journeys.rounds import look


def _to_extract(desk, record_id):
    desk.go("fjord", f"/records/{record_id}/log/")


def test_patients_question_from_the_extract_to_the_letter_with_the_answer(
    world, screen
):
    with open_record(world.ola.record_id, by=world.nurse, to=Action.READ_RECORD):
        pass
    lise, ruth, siri = screen(), screen(), screen()
    lise.sign_in("fjord", "lise.leder")
    _to_extract(lise, world.ola.record_id)
    opened = lise.page.get_by_role("region", name="Åpnet")
    asking = re.compile("Be om forklaring.*Siri Sykepleier")
    opened.get_by_role("link", name=asking).first.click()
    lise.page.get_by_label("Hva sier pasienten").fill("Hun er naboen min.")
    look(lise, "question")
    lise.page.get_by_role("button", name="Send spørsmålet").click()
    expect(lise.page.get_by_text("Spørsmålet er sendt.")).to_be_visible()
    expect(lise.page.get_by_text("Venter på forklaring")).to_be_visible()
    look(lise, "question-asked")

    ruth.sign_in("fjord", "ruth.revisor")
    ruth.go("fjord", "/logg/saker/")
    look(ruth, "cases-with-question")
    ruth.page.get_by_role("link", name=re.compile("^Ansatt")).first.click()
    expect(ruth.page.get_by_text("Hun er naboen min.")).to_be_visible()
    ruth.page.get_by_role("button", name="Åpne saken").click()
    ruth.page.get_by_text("Informer og spør den ansatte").click()
    ruth.page.get_by_role("button", name="Send til den ansatte").click()
    ruth.page.get_by_role("link", name="Brev til den ansatte").click()
    expect(ruth.page.get_by_text("Rettighetene dine")).to_be_visible()
    look(ruth, "letter-worker")
    with ruth.page.expect_download() as given:
        ruth.page.get_by_role("link", name="PDF på nynorsk").click()
    assert Path(given.value.path()).read_bytes().startswith(b"%PDF-1.7")

    siri.sign_in("fjord", "siri.sykepleier")
    siri.page.get_by_role("link", name="Se spørsmålet").click()
    siri.page.get_by_role("link", name="Uken fra").click()
    siri.page.get_by_label("Hvorfor åpnet du journalen").fill("Jeg hadde vakt.")
    siri.page.get_by_role("button", name="Send forklaringen").click()

    ruth.page.get_by_role("link", name="Kontrollsaken").click()
    ruth.page.get_by_text("Konkluder", exact=True).click()
    ruth.page.get_by_label("I orden. Det var tjenstlig behov").check()
    ruth.page.get_by_label("Begrunnelse").fill("Vaktlisten bekrefter det.")
    ruth.page.get_by_label("Den ansatte trengte opplysningene").check()
    look(ruth, "conclude-with-answer")
    ruth.page.get_by_role("button", name="Lagre konklusjonen").click()
    expect(ruth.page.get_by_text("Konklusjonen er lagret.")).to_be_visible()

    _to_extract(lise, world.ola.record_id)
    lise.page.get_by_role("link", name="Svaret som brev").click()
    expect(lise.page.get_by_text("Oppslaget hadde en grunn")).to_be_visible()
    look(lise, "letter-answer")
    with lise.page.expect_download() as given:
        lise.page.get_by_role("link", name="PDF på bokmål").click()
    assert Path(given.value.path()).read_bytes().startswith(b"%PDF-1.7")


def test_emergency_from_the_event_to_the_closed_case(world, screen):
    worlds.person("berit.leder", (Role.LEADER, world.south))
    frank, berit, ruth = screen(), screen(), screen()
    frank.sign_in("fjord", "frank.fremmed")
    frank.go("fjord", f"/records/{world.ola.record_id}/emergency/")
    frank.page.get_by_label("Fare for liv eller alvorlig helseskade").check()
    frank.page.get_by_label("Passord").first.fill(worlds.PASSWORD)
    frank.page.get_by_role("button", name="Åpne journalen nå").click()
    frank.page.get_by_role("button", name="Avslutt nå").click()

    ruth.sign_in("fjord", "ruth.revisor")
    ruth.go("fjord", "/logg/saker/")
    waiting = ruth.page.get_by_role("region", name="Nødtilganger som ikke er avsluttet")
    expect(waiting.get_by_text("Åpnet, ikke forklart")).to_be_visible()
    look(ruth, "emergency-in-cases")

    frank.page.get_by_label("Hva skjedde").fill("Fant pasienten på gulvet.")
    frank.page.get_by_role("button", name="Send forklaringen").click()
    expect(frank.page.get_by_text("Forklaringen er sendt")).to_be_visible()

    berit.sign_in("fjord", "berit.leder")
    berit.page.get_by_role("link", name="Nødtilganger").first.click()
    berit.page.get_by_role("link", name="Frank Fremmed").click()
    berit.page.get_by_label("I orden. Tilgangen var nødvendig").check()
    berit.page.get_by_label("Kommentar").fill("Riktig bruk.")
    berit.page.get_by_role("button", name="Lagre konklusjonen").click()
    expect(berit.page.get_by_text("Konkludert")).to_be_visible()

    ruth.go("fjord", "/logg/saker/")
    expect(waiting).to_have_count(0)
