"""A leader finds who opened records without care being found; an auditor compares the units."""

from datetime import date, timedelta

from django.utils import timezone
from playwright.sync_api import expect

from access.actions import Action
from access.models import Shift
from access.roles import Role
from journal.record.gate import open_record
from tests import world as worlds
from tests.journeys.rounds import look


def _read(by, known):
    with open_record(known.record_id, by=by, to=Action.READ_RECORD):
        pass


def _on_duty(worker, unit):
    now = timezone.now()
    Shift.objects.create(
        user_id=worker.user_id,
        unit=unit,
        valid_from=now - timedelta(hours=1),
        valid_until=now + timedelta(hours=6),
    )


def _a_week(world):
    """The nurse is on duty; Siv opens what she has no part in; a leader above looks in."""
    born = date(1950, 3, 9)
    kari = worlds.patient(world.clerk, "Kari", "Solbakken", born=born, at=world.north)
    other = worlds.patient(world.clerk, "Nils", "Sørvik", at=world.south)
    _on_duty(world.nurse, world.north)
    siv = worlds.worker(worlds.person("siv.snok", (Role.CARE_WORKER, world.north)))
    dagny = worlds.person("dagny.direktør", (Role.LEADER, world.north.parent))
    for known in (world.ola, kari):
        _read(world.nurse, known)
        _read(siv, known)
    _read(siv, world.ola)
    _read(world.leader, kari)
    _read(worlds.worker(dagny), world.ola)
    _read(world.stranger, other)


def test_leader_finds_whom_to_ask_and_auditor_compares(world, screen):
    _a_week(world)
    lise = screen()
    page = lise.page
    lise.sign_in("fjord", "lise.leder")
    page.get_by_role("link", name="Nødtilganger").first.click()
    page.get_by_role("link", name="Hvem har åpnet journalene").click()

    patients = page.get_by_role("region", name="Pasientene ved enheten nå")
    expect(patients.get_by_text("Åpnet av 3, av dem ga 1 hjelp").first).to_be_visible()
    expect(patients.get_by_text("Siv Snok (2 ganger")).to_be_visible()
    expect(page.get_by_text("Du har selv åpnet 1 gang.")).to_be_visible()
    page.get_by_text("Slik er det talt").click()
    expect(page.get_by_text("En samtale som ikke ble skrevet ned")).to_be_visible()
    look(lise, "readers-unit")

    lise.expected = {422}
    page.get_by_label("Fra og med").fill("31.12.2026")
    page.get_by_label("Til og med").fill("01.12.2026")
    page.get_by_role("button", name="Vis", exact=True).click()
    expect(
        page.get_by_text("Siste dag kan ikke være før første dag.").first
    ).to_be_visible()
    expect(page.get_by_label("Fra og med")).to_have_value("31.12.2026")
    look(lise, "readers-unit-wrong")

    ruth = screen()
    ruth.sign_in("fjord", "ruth.revisor")
    ruth.page.get_by_role("link", name="Nødtilganger").first.click()
    ruth.page.get_by_role("link", name="Hvem har åpnet journalene").click()
    expect(ruth.page.get_by_role("row").nth(2)).to_be_visible()
    look(ruth, "readers-units")
    ruth.page.get_by_role("link", name="Hjemmetjenesten nord").click()
    expect(ruth.page.get_by_text("Siv Snok")).to_be_visible()
    expect(ruth.page.get_by_text("Fjellheim")).to_have_count(0)
    look(ruth, "readers-unit-auditor")


def test_auditor_reads_the_sentence_in_one_patient_s_log(world, screen):
    _a_week(world)
    ruth = screen()
    page = ruth.page
    ruth.sign_in("fjord", "ruth.revisor")
    ruth.go("fjord", "/logg/")
    page.get_by_text("Velg hva som vises").click()
    patient = page.get_by_label("Pasient", exact=True)
    patient.fill("Ola Fjellheim 14.02.1942")
    patient.press("Enter")

    expect(page.get_by_text("Åpnet av 3, av dem ga 1 hjelp.")).to_be_visible()
    expect(page.get_by_text("Hjelp ikke funnet:")).to_contain_text(
        "Siv Snok (2 ganger)"
    )
    look(ruth, "readers-log")
