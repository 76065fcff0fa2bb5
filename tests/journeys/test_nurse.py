"""A nurse finds a patient, reads, writes, leaves and comes back, signs and corrects."""

from playwright.sync_api import expect

from access.accounts.sessions import Session

WRITTEN = "Sov da jeg kom 08.10, trøtt, men klar. Muitalus čáppa."


def test_nurse_writes_leaves_returns_signs_and_corrects(world, screen):
    siri = screen()
    page = siri.page
    siri.sign_in("fjord", "siri.sykepleier")

    # A misspelt name is enough, and stays out of the address.
    page.get_by_role("link", name="Søk", exact=True).click()
    field = page.get_by_role("main").get_by_role("searchbox")
    field.fill("Ola Fjelheim")
    field.press("Enter")
    page.get_by_role("link", name="Fjellheim, Ola").click()
    page.wait_for_url("**/records/**")
    expect(page).to_have_title("Pasient – Fjord – Akson")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ola Fjellheim")
    siri.check()
    siri.picture("patient-1280")

    # She writes, and leaves without signing.
    page.get_by_role("link", name="Nytt notat").click()
    page.get_by_role("textbox", name="Tekst").fill(WRITTEN)
    expect(page.get_by_text("Lagret kl.")).to_be_visible()
    siri.check()
    siri.picture("editor-1280")
    page.get_by_role("link", name="Mine pasienter").click()

    # The draft is where she left it; a colleague does not see it before it is signed.
    drafts = page.get_by_role("region", name="Mine usignerte notater")
    drafts.get_by_role("link", name="Fjellheim, Ola").click()
    expect(page.get_by_role("textbox", name="Tekst")).to_have_value(WRITTEN)
    page.get_by_role("button", name="Signer").click()
    expect(page.get_by_text("Notatet er signert.")).to_be_visible()
    notes = page.get_by_role("region", name="Siste notater")
    expect(notes.get_by_role("article")).to_have_count(1)
    expect(notes.get_by_role("article")).to_contain_text(WRITTEN)
    expect(notes.get_by_role("article")).to_contain_text("Siri Sykepleier, sykepleier")

    # She corrects what she signed; the old version stays readable.
    notes.get_by_role("link", name="Rett").click()
    page.get_by_role("textbox", name="Tekst").fill(WRITTEN.replace("08.10", "08.20"))
    page.get_by_role("button", name="Signer rettingen").click()
    expect(page.get_by_text("Rettingen er signert.")).to_be_visible()
    expect(notes.get_by_role("article")).to_have_count(1)
    notes.get_by_role("link", name="Se endringer").click()
    expect(page.get_by_role("deletion").filter(has_text="08.10")).to_be_visible()
    expect(page.get_by_role("insertion").filter(has_text="08.20")).to_be_visible()
    expect(page.get_by_role("heading", name="Versjon 1")).to_be_visible()
    siri.check()
    siri.picture("versions-1280")


def test_results_survive_back_and_reload(world, screen):
    siri = screen(width=320)
    page = siri.page
    siri.sign_in("fjord", "siri.sykepleier")
    page.get_by_role("link", name="Finn pasient").click()
    field = page.get_by_role("main").get_by_role("searchbox")
    field.fill("fjellhiem")
    field.press("Enter")
    hit = page.get_by_role("link", name="Fjellheim, Ola")
    hit.click()
    page.wait_for_url("**/records/**")

    page.go_back()
    expect(hit).to_be_visible()
    page.reload()

    expect(hit).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("fjellhiem")
    assert "fjellhiem" not in page.url
    siri.check()
    siri.check_width()


def test_session_that_ends_while_writing_costs_no_word(world, screen):
    siri = screen(width=320)
    page = siri.page
    siri.sign_in("fjord", "siri.sykepleier")
    siri.go("fjord", f"/records/{world.ola.record_id}/notes/new/")
    text = page.get_by_role("textbox", name="Tekst")
    text.fill("Spiste lite.")
    expect(page.get_by_text("Lagret kl.")).to_be_visible()

    Session.objects.all().delete()
    siri.expected = {401}  # what the page is told, and tells her
    text.fill(WRITTEN)

    # She is told, the text stays where it was, and signing does not take it away.
    expect(page.get_by_text("Ikke lagret. Du er logget ut")).to_be_visible()
    siri.check()
    siri.picture("signed-out-320")
    page.get_by_role("button", name="Signer").click()
    expect(text).to_have_value(WRITTEN)

    # She signs in again in another tab, comes back, and it is saved.
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Logg inn i ny fane").click()
    siri.type_account(opened.value, "siri.sykepleier")
    opened.value.close()
    # All tabs of a browser without a screen have the focus, so nothing tells of it.
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.get_by_text("Lagret kl.")).to_be_visible()
    page.get_by_role("button", name="Signer").click()
    expect(page.get_by_text("Notatet er signert.")).to_be_visible()
    expect(page.get_by_role("article")).to_contain_text(WRITTEN)
