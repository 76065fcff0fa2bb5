"""From a name to critical information in three actions, and on to the review; a need in one tap."""

from playwright.sync_api import expect

from access.roles import Role
from tests import world as worlds

ACTIONS_AT_MOST = 3
# What a hand does: a tap or click anywhere, and the keys that press a button or send a form.
# A key that writes is no action; the field it is written in is reached without one.
_LISTENER = """
for (const kind of ["pointerdown", "keydown"]) {
  addEventListener(kind, (event) => {
    const presses = kind === "pointerdown" || ["Enter", " "].includes(event.key);
    if (event.isTrusted && presses) {
      aksonAction(`${kind} ${event.target.tagName} ${event.target.textContent.trim()}`);
    }
  }, true);
}
"""


def count_actions(page):
    """Give a list that grows with each action of the hand, from the next page on."""
    done: list[str] = []

    def keep(told):
        done.append(told)

    page.expose_function("aksonAction", keep)
    page.add_init_script(_LISTENER)
    return done


def test_emergency_from_a_name_to_its_review(world, screen):
    worlds.person("berit.leder", (Role.LEADER, world.south))
    frank = screen()
    page = frank.page
    done = count_actions(page)
    frank.expected = {403}
    frank.sign_in("fjord", "frank.fremmed")
    frank.go("fjord", "/find/")
    page.get_by_label("Fornavn og etternavn").fill("Ola Fjellheim")
    page.get_by_label("Fødselsdato", exact=True).fill("14.02.1942")
    page.get_by_role("button", name="Finn person").click()
    expect(page.get_by_text("Ola Fjellheim")).to_be_visible()
    frank.check()
    frank.picture("find-1280")

    # One: he asks for it. Two: why, and that it is he. Three: in.
    done.clear()
    page.get_by_role("link", name="Nødtilgang", exact=True).click()
    frank.check()
    frank.picture("emergency-1280")
    page.get_by_label("Fare for liv eller alvorlig helseskade").check()
    page.get_by_label("Passord").first.fill(worlds.PASSWORD)
    page.get_by_role("button", name="Åpne journalen nå").click()

    critical = page.locator("main").get_by_text("ritisk informasjon").first
    expect(critical).to_be_visible()
    assert 0 < len(done) <= ACTIONS_AT_MOST, done
    expect(page.get_by_text("240 min igjen")).to_be_visible()
    frank.check()
    frank.picture("emergency-open-1280")
    page.set_viewport_size({"width": 320, "height": 640})
    frank.check()
    frank.picture("emergency-open-320")
    page.set_viewport_size({"width": 1280, "height": 800})

    page.get_by_role("button", name="Avslutt nå").click()
    page.get_by_label("Hva skjedde").fill("Fant pasienten på gulvet, uten svar.")
    frank.check()
    page.get_by_role("button", name="Send forklaringen").click()
    expect(page.get_by_text("Forklaringen er sendt")).to_be_visible()

    berit = screen()
    page = berit.page
    berit.sign_in("fjord", "berit.leder")
    page.get_by_role("link", name="Nødtilganger").first.click()
    page.get_by_role("link", name="Frank Fremmed").click()
    expect(page.get_by_text("Fant pasienten på gulvet, uten svar.")).to_be_visible()
    page.get_by_label("I orden. Tilgangen var nødvendig").check()
    page.get_by_label("Kommentar").fill("Riktig bruk.")
    berit.check()
    berit.picture("emergency-review-1280")
    page.get_by_role("button", name="Lagre konklusjonen").click()
    expect(page.get_by_text("Konkludert")).to_be_visible()
    berit.check()


def test_stated_need_is_one_tap_from_the_closed_door(world, screen):
    frank = screen()
    page = frank.page
    frank.expected = {403}
    frank.sign_in("fjord", "frank.fremmed")
    frank.go("fjord", f"/records/{world.ola.record_id}/notes/")
    frank.check()
    frank.picture("refused-ways-1280")

    page.get_by_role("button", name="Henvendelse fra pasienten", exact=True).click()

    page.wait_for_url("**/notes/")
    expect(page.get_by_text("Ola Fjellheim").first).to_be_visible()
