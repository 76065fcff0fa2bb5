"""A nurse finds a patient, reads, writes, leaves and comes back, signs and corrects."""

from tests.world import PASSWORD


def test_nurse_writes_leaves_returns_signs_and_corrects(world, screen):
    siri = screen()
    page = siri.page
    siri.sign_in("fjord", "siri.sykepleier", PASSWORD)

    # A misspelt name is enough.
    page.get_by_role("link", name="Søk", exact=True).first.click()
    field = page.get_by_role("main").get_by_role("searchbox")
    field.fill("Ola Fjelheim")
    field.press("Enter")
    page.get_by_role("link", name="Fjellheim, Ola").first.click()
    page.wait_for_url("**/records/**")
    assert "Fjelheim" not in page.url
    siri.check()
    siri.picture("patient-1280")

    # She writes, and leaves without signing.
    page.get_by_role("link", name="Nytt notat").click()
    page.get_by_label("Tekst").fill(
        "Sov da jeg kom 08.10, trøtt, men klar. Muitalus čáppa."
    )
    page.get_by_text("Lagret kl.").first.wait_for()
    siri.picture("editor-1280")
    siri.check()
    siri.go("fjord")
    page.get_by_role("link", name="Fjellheim, Ola").first.click()

    # The draft is where she left it.
    text = page.get_by_label("Tekst")
    assert "čáppa" in text.input_value()
    page.get_by_role("button", name="Signer").click()
    page.wait_for_load_state()
    assert page.get_by_text("Sov da jeg kom 08.10").count() == 1

    # She corrects what she signed; the old version stays readable.
    page.get_by_role("link", name="Rett").first.click()
    page.get_by_label("Tekst").fill("Sov da jeg kom 08.20, trøtt, men klar.")
    page.get_by_role("button", name="Signer").click()
    page.wait_for_load_state()
    page.get_by_role("link", name="Se endringer").first.click()
    assert page.get_by_role("deletion").count() > 0
    assert page.get_by_role("insertion").count() > 0
    siri.check()


def test_results_survive_back_and_reload(world, screen):
    siri = screen(width=320)
    page = siri.page
    siri.sign_in("fjord", "siri.sykepleier", PASSWORD)
    siri.go("fjord", "/search/")
    field = page.get_by_role("main").get_by_role("searchbox")
    field.fill("fjellhiem")
    field.press("Enter")
    page.get_by_role("link", name="Fjellheim, Ola").click()
    page.wait_for_url("**/records/**")

    page.go_back()
    page.reload()

    assert page.get_by_role("link", name="Fjellheim, Ola").count() == 1
    assert "fjellhiem" not in page.url
