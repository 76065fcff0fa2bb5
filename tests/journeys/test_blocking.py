"""A patient asks that something be blocked; what the one it is blocked for meets."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from playwright.sync_api import expect

from access.actions import Action
from journal.documentation import services as notes
from journal.record.gate import open_record
from journal.record.models import Patient
from journal.record.services.relatives import Relative, add_relative
from tests.journal.documentation.builders import content

SECRET = "Fortalte om broren."


def test_leader_blocks_a_note_and_the_nurse_sees_that_and_not_what(world, screen):
    ola = world.ola
    with open_record(ola.record_id, by=world.leader, to=Action.SIGN_NOTE) as record:
        notes.sign_note(record, note_id=uuid4(), content=content(SECRET))

    siri = screen()
    siri.sign_in("fjord", "siri.sykepleier")
    siri.go("fjord", f"/records/{ola.record_id}/")
    expect(siri.page.get_by_text(SECRET)).to_be_visible()

    lise = screen()
    page = lise.page
    lise.sign_in("fjord", "lise.leder")
    lise.go("fjord", f"/records/{ola.record_id}/")
    page.get_by_role("link", name="Sperringer").click()
    lise.check()
    page.get_by_role("link", name="Ny sperring").click()
    expect(page.get_by_label("Notat", exact=True)).to_be_hidden()
    page.get_by_label("Ett dokument").check()
    page.get_by_label("Notat", exact=True).select_option(index=1)
    page.get_by_label("En navngitt ansatt").check()
    page.get_by_label("Den ansattes navn").fill("sykepl")
    page.get_by_role("button", name="Finn ansatt").click()
    page.get_by_label("Siri Sykepleier").check()
    page.get_by_label("Pasienten selv").check()
    page.get_by_label("Hva ble sagt").fill("Siri er nabo. Vet at vakta kan mangle noe.")
    lise.check()
    lise.picture("block-new-1280")
    lise.become(320, "dark")
    lise.check_width()
    lise.picture("block-new-320")
    lise.become(1280, "light")
    page.get_by_role("button", name="Sperr", exact=True).click()
    expect(page.get_by_text("Sperringen gjelder fra nå.")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Siri Sykepleier")
    lise.check()
    lise.picture("blocks-1280")
    lise.become(320, "light")
    lise.check_width()
    lise.picture("blocks-320")

    # The page she has open is closed at her next request; she is told that, and not what.
    siri.page.reload()
    expect(siri.page.get_by_text("Deler av journalen er sperret")).to_be_visible()
    expect(siri.page.get_by_text(SECRET)).to_have_count(0)
    siri.check()
    siri.picture("partly-blocked-1280")
    siri.page.get_by_role("link", name="Sperringer").click()
    main = siri.page.get_by_role("main")
    expect(main).to_contain_text("Ingen sperringer du kan se")
    expect(main).not_to_contain_text("nabo")
    siri.picture("blocks-hit-1280")
    siri.go("fjord", f"/records/{ola.record_id}/")

    page.get_by_role("link", name="Opphev").click()
    page.get_by_label("Pasienten selv").check()
    page.get_by_label("Hva ble sagt").fill("Vil at Siri skal lese igjen.")
    lise.check()
    lise.picture("block-end-320")
    page.get_by_role("button", name="Opphev sperringen").click()
    expect(page.get_by_text("Sperringen er opphevet.")).to_be_visible()
    siri.page.reload()
    expect(siri.page.get_by_text(SECRET)).to_be_visible()


def test_nurse_keeps_a_note_from_a_parent_and_prints_for_her(world, screen):
    ola = world.ola
    with open_record(ola.record_id, by=world.nurse, to=Action.CHANGE_IDENTITY) as open_:
        born = timezone.localdate() - timedelta(days=365 * 14 + 40)
        Patient.objects.filter(pk=ola.patient_id).update(birth_date=born)
        kari = Relative("Kari Fjellheim", "MO", has_parental_responsibility=True)
        add_relative(open_, relative=kari, id=uuid4())
    with open_record(ola.record_id, by=world.nurse, to=Action.SIGN_NOTE) as record:
        notes.sign_note(record, note_id=uuid4(), content=content("Trives på skolen."))

    siri = screen()
    page = siri.page
    siri.sign_in("fjord", "siri.sykepleier")
    siri.go("fjord", f"/records/{ola.record_id}/notes/new/")
    page.get_by_label("Tekst", exact=True).fill(SECRET)
    page.get_by_label("Hvem kan få se notatet?").select_option(
        "Ikke til foreldre: tungtveiende hensyn til barnet"
    )
    siri.check()
    siri.picture("withhold-editor-1280")
    page.get_by_role("button", name="Signer").click()
    expect(page.get_by_text("Ikke til foreldre")).to_be_visible()
    page.get_by_role("link", name="Innsyn").first.click()
    siri.check()
    siri.picture("withhold-1280")
    siri.become(320, "dark")
    siri.check_width()
    siri.picture("withhold-320")
    siri.become(1280, "light")

    siri.go("fjord", f"/records/{ola.record_id}/print/")
    page.get_by_label("Til en forelder").check()
    page.get_by_label("Forelder med foreldreansvar").select_option("Kari Fjellheim")
    page.get_by_label("Ungdommen er spurt").check()
    siri.check()
    siri.picture("print-choice-1280")
    siri.become(320, "light")
    siri.check_width()
    siri.picture("print-choice-320")
    siri.become(1280, "light")
    page.get_by_role("button", name="Lag utskrift").click()
    expect(page.get_by_text("Trives på skolen.")).to_be_visible()
    expect(page.get_by_text(SECRET)).to_have_count(0)
    expect(page.get_by_text("1 notat er utelatt fra utskriften.")).to_be_visible()
    siri.check()
    siri.picture("print-parent-1280")
    page.emulate_media(media="print")
    expect(page.get_by_text("1 notat er utelatt")).to_be_hidden()
    expect(page.get_by_text("Utskriften kan mangle opplysninger")).to_be_visible()
