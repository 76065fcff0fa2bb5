"""A draft outlives what happens on a shift: the session ends, two windows, a change of mind."""

from uuid import uuid4

from access.actions import Action
from journal.documentation import services
from journal.record.gate import open_record
from tests.world import PASSWORD


def saved_draft(world, text):
    """Keep a draft of the nurse's, as another machine would."""
    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.DRAFT_NOTE
    ) as record:
        return services.save_draft(
            record,
            note_id=uuid4(),
            content=services.Content(text=text),
            page=services.Page(),
        )


def test_what_is_typed_when_the_session_ends_is_saved_after_signing_in_again(
    world, screen
):
    siri = screen()
    siri.expected |= {401, 403}
    page = siri.page
    siri.sign_in("fjord", "siri.sykepleier", PASSWORD)
    siri.go("fjord", f"/records/{world.ola.record_id}/notes/new/")
    page.get_by_label("Tekst").fill("Sov da jeg kom 08.10,")
    page.get_by_text("Lagret kl.").first.wait_for()

    # The session ends; what she goes on writing stays on the page.
    session = [c for c in siri.context.cookies() if c["name"] == "akson-session"]
    assert len(session) == 1
    siri.context.clear_cookies(name="akson-session")
    page.get_by_label("Tekst").press_sequentially(" trøtt, men klar.")
    page.get_by_text("Du er logget ut").first.wait_for()
    siri.check()
    siri.picture("editor-signed-out-1280")

    # She signs in beside it, and comes back.
    with siri.context.expect_page() as opened:
        page.get_by_role("link", name="Logg inn i ny fane").first.click()
    beside = opened.value
    beside.get_by_label("Brukernavn").fill("siri.sykepleier")
    beside.get_by_label("Passord", exact=True).fill(PASSWORD)
    beside.get_by_role("button", name="Logg inn", exact=True).click()
    beside.wait_for_load_state()
    beside.close()
    page.bring_to_front()
    page.evaluate("dispatchEvent(new Event('focus'))")
    page.get_by_text("Lagret kl.").first.wait_for()
    page.get_by_role("button", name="Signer").click()
    page.wait_for_url("**/records/*/#note-*")
    assert page.get_by_text("Sov da jeg kom 08.10, trøtt, men klar.").count() == 1


def test_two_windows_show_both_texts_before_one_is_chosen(world, screen):
    draft = saved_draft(world, "Fra begge")
    address = f"/records/{world.ola.record_id}/notes/{draft.id}/edit/"
    phone, office = screen(width=390), screen()
    office.expected |= {409, 422}
    for window in (phone, office):
        window.sign_in("fjord", "siri.sykepleier", PASSWORD)
        window.go("fjord", address)

    phone.page.get_by_label("Tekst").fill("Fra telefonen")
    phone.page.get_by_role("button", name="Lagre kladd").click()
    phone.page.get_by_text("Kladden er lagret").wait_for()
    office.page.get_by_label("Tekst").fill("Fra kontoret")
    office.page.get_by_text("annet vindu").first.wait_for()
    office.page.get_by_role("button", name="Signer").click()
    office.page.get_by_text("Det du skrev, mot det som er lagret").wait_for()
    office.check()
    office.picture("editor-two-windows-1280")

    assert (
        office.page.get_by_role("textbox", name="Tekst").input_value() == "Fra kontoret"
    )
    assert office.page.get_by_role("deletion").filter(has_text="telefonen").count()
    office.page.get_by_role("button", name="Signer").click()
    office.page.wait_for_url("**/records/*/#note-*")
    assert office.page.get_by_text("Fra kontoret").count() == 1


def test_the_first_to_write_is_told_when_somebody_else_begins(world, screen):
    address = f"/records/{world.ola.record_id}/notes/new/"
    siri, lise = screen(), screen(width=320)
    siri.sign_in("fjord", "siri.sykepleier", PASSWORD)
    lise.sign_in("fjord", "lise.leder", PASSWORD)
    siri.go("fjord", address)
    siri.page.get_by_label("Tekst").fill("Sov da jeg kom")
    siri.page.get_by_text("Lagret kl.").first.wait_for()
    assert siri.page.get_by_text("skriver et notat her nå").count() == 0

    lise.go("fjord", address)
    lise.page.get_by_text("Siri Sykepleier skriver et notat her nå").first.wait_for()
    lise.page.get_by_label("Tekst").fill("Ringte datteren")
    lise.page.get_by_text("Lagret kl.").first.wait_for()
    siri.page.get_by_label("Tekst").press_sequentially(", trøtt.")

    told = siri.page.get_by_role("status").filter(has_text="Lise Leder skriver")
    told.wait_for()
    for window in (siri, lise):
        window.check()
        window.check_width()
        window.picture(f"editor-others-writing-{window.page.viewport_size['width']}")


def test_a_draft_is_thrown_away_only_after_a_question(world, screen):
    draft = saved_draft(world, "Feil pasient")
    siri = screen(width=320)
    page = siri.page
    siri.sign_in("fjord", "siri.sykepleier", PASSWORD)
    siri.go("fjord", f"/records/{world.ola.record_id}/notes/{draft.id}/edit/")

    page.get_by_role("button", name="Slett kladden").click()
    question = page.get_by_role("dialog")
    question.get_by_role("button", name="Avbryt").click()
    assert page.get_by_label("Tekst").input_value() == "Feil pasient"
    page.get_by_role("button", name="Slett kladden").click()
    siri.check()
    question.get_by_role("button", name="Slett kladden").click()
    page.get_by_text("Kladden er slettet").wait_for()

    assert page.get_by_text("Feil pasient").count() == 0
