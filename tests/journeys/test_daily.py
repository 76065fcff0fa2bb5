"""A day's work around the patient: in, across, out, and who may see it meanwhile."""

from django.utils import timezone, translation
from django.utils.translation import gettext
from playwright.sync_api import expect

from access.models import Basis, CareRelation
from access.roles import Role
from tests import world as worlds


def test_clerk_registers_a_patient_and_the_ward_has_her_at_once(world, screen):
    mona = screen()
    page = mona.page
    mona.sign_in("fjord", "mona.merkantil")
    page.get_by_role("link", name="Registrer pasient").click()
    page.get_by_label("Fødselsnummer, D-nummer").fill("148342 12081")
    page.get_by_label("Fornavn").fill("Áile-Máret")
    page.get_by_label("Etternavn").fill("Østrem Åsen")
    page.get_by_role("textbox", name="Fødselsdato").fill("140342")
    page.get_by_label("Kvinne").check()
    page.get_by_label("Telefon", exact=False).first.fill("41234567")
    page.get_by_label("Gateadresse").fill("Fjordvegen 3")
    page.get_by_label("Postnummer").fill("5003")
    page.get_by_label("Poststed").fill("Bergen")
    page.get_by_label("Enhet").select_option("Hjemmetjenesten nord")
    page.get_by_role("combobox", name="Tjeneste").select_option(
        "Helsetjenester i hjemmet"
    )
    page.get_by_label("Rom").fill("204")
    mona.check()
    page.get_by_role("button", name="Registrer og skriv inn").click()

    # A clerk reads particulars, and nothing else.
    expect(page.get_by_text("Personen er registrert og skrevet inn.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Personopplysninger")
    expect(page.get_by_role("main")).to_contain_text("412 34 567")
    expect(page.get_by_role("link", name="Nytt notat")).to_have_count(0)
    mona.check()
    mona.picture("person-clerk-1280")

    # The nurse of the unit finds her on the first page she sees.
    siri = screen()
    siri.sign_in("fjord", "siri.sykepleier")
    siri.page.get_by_role("link", name="Østrem Åsen, Áile-Máret").click()
    expect(siri.page.get_by_role("heading", level=1)).to_have_text(
        "Áile-Máret Østrem Åsen"
    )


def test_nurse_moves_and_discharges_and_the_former_unit_reads_on(world, screen):
    siri = screen()
    page = siri.page
    siri.sign_in("fjord", "siri.sykepleier")
    page.get_by_role("link", name="Fjellheim, Ola").click()

    page.get_by_role("link", name="Flytt").click()
    expect(page.get_by_label("Rom")).to_have_value("12")
    page.get_by_label("Rom").fill("14")
    page.get_by_label("Seng").fill("2")
    siri.check()
    page.get_by_role("button", name="Flytt").click()
    expect(page.get_by_text("Flyttingen er lagret.")).to_be_visible()
    stays = page.get_by_role("region", name="Tjenester og opphold")
    expect(stays).to_contain_text("14")

    stays.get_by_role("link", name="Avslutt").click()
    siri.check()
    page.get_by_role("button", name="Avslutt").click()
    expect(page.get_by_text("Oppholdet er avsluttet.")).to_be_visible()

    # She may read what was written, and is told how long; she begins nothing new.
    expect(page.get_by_text("Oppholdet hos dere er avsluttet.")).to_be_visible()
    expect(page.get_by_role("link", name="Nytt notat")).to_have_count(0)
    expect(page.get_by_role("link", name="Flytt")).to_have_count(0)
    siri.check()
    siri.picture("former-1280")
    page.get_by_role("link", name="Mine pasienter").click()
    expect(page.get_by_text("Ingen pasienter på enhetene dine nå")).to_be_visible()


def test_former_unit_sees_nothing_that_came_after_its_stay(world, screen):
    CareRelation.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        basis=Basis.TEAM,
        worker_id=world.stranger.user_id,
        valid_from=timezone.now(),
    )
    siri, frank = screen(), screen()
    siri.sign_in("fjord", "siri.sykepleier")
    _sign(siri, world, "Skrevet mens hun bodde hos oss.")
    siri.go("fjord", f"/records/{world.ola.record_id}/")
    siri.page.get_by_role("link", name="Avslutt").click()
    siri.page.get_by_role("button", name="Avslutt").click()
    expect(siri.page.get_by_text("Oppholdet er avsluttet.")).to_be_visible()

    frank.sign_in("fjord", "frank.fremmed")
    _sign(frank, world, "Skrevet etter at hun flyttet ut.")

    notes = f"/records/{world.ola.record_id}/notes/"
    frank.go("fjord", notes)
    expect(frank.page.get_by_text("Skrevet mens hun bodde hos oss.")).to_be_visible()
    expect(frank.page.get_by_text("Skrevet etter at hun flyttet ut.")).to_be_visible()
    for address in (notes, f"/records/{world.ola.record_id}/"):
        siri.go("fjord", address)
        was = siri.page.get_by_text("Skrevet mens hun bodde hos oss.")
        expect(was.first).to_be_visible()
        expect(siri.page.get_by_text("etter at hun flyttet ut")).to_have_count(0)
    siri.check()


def _sign(desk, world, text):
    """Write a note and sign it."""
    desk.go("fjord", f"/records/{world.ola.record_id}/notes/new/")
    desk.page.get_by_role("textbox", name="Tekst").fill(text)
    desk.page.get_by_role("button", name="Signer").click()
    expect(desk.page.get_by_text("Notatet er signert.")).to_be_visible()


def test_leader_lends_a_colleague_access_who_then_opens_the_record(world, screen):
    frank = screen()
    frank.expected = {403}
    frank.sign_in("fjord", "frank.fremmed")
    frank.go("fjord", f"/records/{world.ola.record_id}/")
    expect(frank.page.get_by_role("heading", level=1)).to_contain_text("ikke tilgang")

    lise = screen()
    page = lise.page
    lise.sign_in("fjord", "lise.leder")
    page.get_by_role("link", name="Fjellheim, Ola").click()
    page.get_by_role("link", name="Gi tilgang").click()
    page.get_by_label("Kollegaens navn").fill("fremmed")
    page.get_by_role("button", name="Finn kollega").click()
    page.get_by_label("Frank Fremmed").check()
    page.get_by_label("Vikar eller ekstra bemanning").check()
    lise.check()
    page.get_by_role("button", name="Gi tilgang").click()
    given = page.get_by_role("region", name="Har tilgang nå")
    expect(given).to_contain_text("Frank Fremmed")
    lise.check()
    lise.picture("grants-1280")

    # He opens it now, without signing in again, and finds it where he works.
    frank.page.reload()
    expect(frank.page.get_by_role("heading", level=1)).to_have_text("Ola Fjellheim")
    frank.page.get_by_role("link", name="Mine pasienter").click()
    expect(frank.page.get_by_role("link", name="Fjellheim, Ola").first).to_be_visible()

    # Taken back, it is closed at his next step.
    given.get_by_role("button", name="Trekk tilbake").click()
    lise.check()
    lise.picture("dialog-1280")
    page.get_by_role("dialog").get_by_role("button", name="Trekk tilbake").click()
    expect(page.get_by_text("Tilgangen er trukket tilbake.")).to_be_visible()
    frank.go("fjord", f"/records/{world.ola.record_id}/")
    expect(frank.page.get_by_role("heading", level=1)).to_contain_text("ikke tilgang")


def test_worker_of_several_units_chooses_and_changes_without_signing_out(world, screen):
    worlds.person(
        "nils.natt", (Role.NURSE, world.north), (Role.NURSE, world.south), title=""
    )
    nils = screen(width=320)
    page = nils.page
    nils.sign_in("fjord", "nils.natt")

    # He is asked where he works before he sees anybody.
    expect(page.get_by_role("heading", level=1)).to_have_text("Hvor jobber du nå?")
    nils.check()
    nils.picture("workplace-320")
    page.get_by_label("Hjemmetjenesten sør").check()
    page.get_by_role("button", name="Jobb her nå").click()
    expect(page.get_by_text("Ingen pasienter på enhetene dine nå")).to_be_visible()

    # The round goes on to the other unit.
    page.get_by_role("link", name="Du jobber nå på Hjemmetjenesten sør").click()
    page.get_by_label("Hjemmetjenesten nord").check()
    page.get_by_role("button", name="Jobb her nå").click()
    expect(page.get_by_role("link", name="Fjellheim, Ola")).to_be_visible()
    expect(page.get_by_role("banner")).to_contain_text(
        "Hjemmetjenesten nord + Hjemmetjenesten sør"
    )
    nils.check_width()


def test_worker_reads_nynorsk_from_the_next_page_on(world, screen):
    siri = screen(width=320)
    page = siri.page
    siri.sign_in("fjord", "siri.sykepleier")
    page.get_by_role("button", name="Meny for Siri Sykepleier").click()
    siri.check(within="#menu")
    siri.picture("menu-320")
    page.get_by_role("link", name="Språk").click()
    page.get_by_label("Nynorsk").check()
    page.get_by_role("button", name="Lagre").click()

    with translation.override("nn"):
        changed, patients = gettext("Målformen er endret."), gettext("Mine pasienter")
    expect(page.get_by_text(changed)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "nn")
    siri.go("fjord")
    expect(page.get_by_role("heading", level=1)).to_contain_text(patients)
    expect(page.locator("html")).to_have_attribute("lang", "nn")


def test_worker_sees_what_she_opened_herself_and_nobody_elses(world, screen):
    lise = screen()
    lise.sign_in("fjord", "lise.leder")
    lise.page.get_by_role("link", name="Fjellheim, Ola").click()
    siri = screen(width=320)
    page = siri.page
    siri.sign_in("fjord", "siri.sykepleier")
    page.get_by_role("link", name="Fjellheim, Ola").click()

    page.get_by_role("link", name="Se mine oppslag").click()

    read = page.get_by_role("row").filter(has_text="Leste journalen")
    expect(read.get_by_role("link", name="Ola Fjellheim")).to_be_visible()
    expect(read).to_contain_text("Aktivt opphold ved enheten")
    expect(page.get_by_text("Lise")).to_have_count(0)
    siri.check()
    siri.check_width()
    siri.picture("my-lookups-320")
