"""A case of control in the browser: from the log to the employee, the leader and the conclusion."""

from playwright.sync_api import expect

from tests.access.oversight.kin import make_siblings


def _both_sizes(desk, name):
    """Look at the page in both sizes, light and dark."""
    for scheme in ("light", "dark"):
        desk.page.emulate_media(color_scheme=scheme)
        for width in (1280, 320):
            desk.page.set_viewport_size({"width": width, "height": 800})
            desk.check()
            desk.picture(f"{name}-{scheme}-{width}")
    desk.page.emulate_media(color_scheme="light")
    desk.page.set_viewport_size({"width": 1280, "height": 800})


def test_case_of_control_from_the_log_to_its_conclusion(world, screen):
    siri = screen()
    siri.sign_in("fjord", "siri.sykepleier")
    siri.go("fjord", f"/records/{world.ola.record_id}/")

    ruth = screen()
    page = ruth.page
    ruth.sign_in("fjord", "ruth.revisor")
    ruth.go("fjord", "/logg/")
    row = page.get_by_role("row").filter(has_text="Leste journalen")
    row.get_by_role("link").click()
    page.get_by_role("button", name="Lag kontrollsak").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ansatt")
    expect(page.get_by_text("Siri Sykepleier")).to_have_count(0)
    _both_sizes(ruth, "case-new")

    page.get_by_role("button", name="Åpne saken").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Siri Sykepleier")
    page.get_by_text("Spør lederen").click()
    page.get_by_role("button", name="Send til lederen").click()
    expect(page.get_by_text("Lederen er spurt.")).to_be_visible()
    page.get_by_text("Informer og spør den ansatte").click()
    _both_sizes(ruth, "case-ask")
    page.get_by_role("button", name="Send til den ansatte").click()
    expect(page.get_by_text("Den ansatte er informert og spurt.")).to_be_visible()

    lise = screen()
    lise.sign_in("fjord", "lise.leder")
    lise.page.get_by_role("link", name="Se spørsmålet").click()
    lise.page.get_by_role("link", name="Siri Sykepleier").click()
    lise.page.get_by_label("Den ansatte hadde en oppgave").check()
    _both_sizes(lise, "case-leader")
    lise.page.get_by_role("button", name="Send svaret").click()
    expect(lise.page.get_by_text("Svaret er sendt.")).to_be_visible()
    _both_sizes(lise, "questions")

    siri.go("fjord", "/")
    siri.page.get_by_role("link", name="Se spørsmålet").click()
    siri.page.get_by_role("link", name="Uken fra").click()
    expect(siri.page.get_by_text("Ola Fjellheim")).to_be_visible()
    siri.page.get_by_label("Hvorfor åpnet du journalen").fill("Jeg byttet vakt.")
    _both_sizes(siri, "case-mine")
    siri.page.get_by_role("button", name="Send forklaringen").click()
    expect(siri.page.get_by_text("Forklaringen er sendt.")).to_be_visible()

    ruth.go("fjord", "/logg/saker/")
    _both_sizes(ruth, "cases")
    page.get_by_role("link", name="Siri Sykepleier").click()
    expect(page.get_by_text("Jeg byttet vakt.")).to_be_visible()
    page.get_by_text("Konkluder", exact=True).click()
    page.get_by_label("I orden. Det var tjenstlig behov").check()
    page.get_by_label("Begrunnelse").fill("Lederen bekrefter vaktbyttet.")
    page.get_by_role("button", name="Lagre konklusjonen").click()
    expect(page.get_by_text("Konklusjonen er lagret.")).to_be_visible()
    _both_sizes(ruth, "case-concluded")


def test_case_that_the_control_finds_is_opened_asked_explained_and_concluded(
    world, screen
):
    make_siblings(world)
    siri = screen()
    siri.sign_in("fjord", "siri.sykepleier")
    siri.go("fjord", f"/records/{world.ola.record_id}/")

    ruth = screen()
    page = ruth.page
    ruth.sign_in("fjord", "ruth.revisor")
    ruth.go("fjord", "/logg/saker/")
    page.get_by_role("button", name="Kontroller loggen nå").click()
    expect(page.get_by_text("Loggen kontrolleres nå.")).to_be_visible()
    why = page.get_by_text("Pasienten er den ansattes søster eller bror.")
    expect(why).to_be_visible()
    expect(page.get_by_text("Siri Sykepleier")).to_have_count(0)
    _both_sizes(ruth, "cases-found")
    page.get_by_role("listitem").filter(has=why).get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="Hvorfor det er en sak")).to_be_visible()
    _both_sizes(ruth, "case-found")

    page.get_by_role("button", name="Åpne saken").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Siri Sykepleier")
    case = page.url
    page.get_by_text("Spør lederen").click()
    page.get_by_role("button", name="Send til lederen").click()
    page.get_by_text("Informer og spør den ansatte").click()
    page.get_by_role("button", name="Send til den ansatte").click()

    lise = screen()
    lise.sign_in("fjord", "lise.leder")
    lise.page.get_by_role("link", name="Se spørsmålet").click()
    lise.page.get_by_role("link", name="Siri Sykepleier").click()
    expect(lise.page.get_by_text("søster eller bror")).to_have_count(0)
    lise.page.get_by_label("Jeg kjenner ikke til noen grunn").check()
    lise.page.get_by_role("button", name="Send svaret").click()

    siri.go("fjord", "/")
    siri.page.get_by_role("link", name="Se spørsmålet").click()
    siri.page.get_by_role("link", name="Uken fra").click()
    siri.page.get_by_label("Hvorfor åpnet du journalen").fill("Jeg var bekymret.")
    siri.page.get_by_role("button", name="Send forklaringen").click()

    page.goto(case)
    page.get_by_text("Konkluder", exact=True).click()
    page.get_by_label("Ikke i orden. Følges opp som avvik").check()
    page.get_by_label("Begrunnelse").fill("Det var ingen oppgave.")
    page.get_by_role("button", name="Lagre konklusjonen").click()
    expect(page.get_by_text("Konklusjonen er lagret.")).to_be_visible()


def test_who_opened_the_wrong_person_says_so_in_two_taps(world, screen):
    siri = screen()
    siri.sign_in("fjord", "siri.sykepleier")
    siri.go("fjord", f"/records/{world.ola.record_id}/")
    siri.go("fjord", "/mine-oppslag/")
    siri.picture("my-lookups-1280")
    siri.page.get_by_role("link", name="Åpnet du feil person?").first.click()
    siri.page.get_by_label("Hva skjedde").fill("Feil Ola i listen.")
    _both_sizes(siri, "mistake")
    siri.page.get_by_role("button", name="Meld fra").click()
    expect(siri.page.get_by_text("Takk.")).to_be_visible()
