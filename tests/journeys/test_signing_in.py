"""Signing in with a passkey, and with a code from an app, as on the first day at work."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from tests.access.test_second_factor import code_of
from tests.world import PASSWORD


def machine_with_passkeys(screen):
    """Give a window's machine what makes passkeys, and a finger that is always right."""
    devtools = screen.context.new_cdp_session(screen.page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


@pytest.fixture
def strict(monkeypatch):
    """Not a demo: a password alone is not enough."""
    monkeypatch.setattr(settings, "AKSON_PASSWORD_IS_ENOUGH", False)


def test_a_passkey_is_made_on_the_first_day_and_signs_in_on_the_second(
    world, screen, strict
):
    siri = screen(width=320)
    page = siri.page
    machine_with_passkeys(siri)
    siri.sign_in("fjord", "siri.sykepleier", PASSWORD)
    expect(page.get_by_text("Du trenger noe mer enn passordet")).to_be_visible()
    _look(siri, "security-lacking-320")

    page.get_by_role("link", name="Lag en passnøkkel").click()
    _look(siri, "passkey-add-320")
    page.get_by_label("Hva vil du kalle den?").fill("Jobbtelefonen")
    page.get_by_role("button", name="Lag passnøkkelen").click()
    expect(page.get_by_role("heading", name="Ta vare på reservekodene")).to_be_visible()
    _look(siri, "codes-320")
    page.get_by_role("link", name="Jeg har tatt vare på dem").click()
    expect(page.get_by_role("heading", name="Mine pasienter").first).to_be_visible()

    siri.go("fjord", "/konto/sikkerhet/")
    expect(page.get_by_text("Jobbtelefonen").first).to_be_visible()
    _look(siri, "security-passkey-320")
    siri.go("fjord", "/konto/logg-ut/")
    page.get_by_role("main").get_by_role("button", name="Logg ut").click()
    page.wait_for_url("**/logg-inn/**")
    _look(siri, "sign-in-320")

    # The second day: one press.
    page.get_by_role("button", name="Logg inn med passnøkkel").click()
    expect(page.get_by_role("heading", name="Mine pasienter").first).to_be_visible()

    # Nothing is changed without the finger; then the passkey goes.
    siri.go("fjord", "/konto/sikkerhet/")
    page.get_by_role("link", name="Fjern Jobbtelefonen").click()
    expect(page.get_by_role("heading", name="Er det deg?")).to_be_visible()
    _look(siri, "confirm-320")
    page.get_by_role("button", name="Bruk passnøkkel").click()
    expect(page.get_by_role("heading", name="Fjerne passnøkkelen")).to_be_visible()
    _look(siri, "factor-remove-320")
    page.get_by_role("button", name="Fjern").click()
    expect(page.get_by_text("Den er fjernet.")).to_be_visible()
    expect(page.get_by_text("Jobbtelefonen")).to_have_count(0)


def test_an_app_is_set_up_and_its_code_signs_in(world, screen, strict):
    siri = screen(width=320)
    siri.expected |= {422}
    page = siri.page
    siri.sign_in("fjord", "siri.sykepleier", PASSWORD)
    page.get_by_role("link", name="Sett opp kodeapp").click()
    _look(siri, "app-add-320")
    secret = page.locator(".secret").inner_text().replace(" ", "")
    page.get_by_label("Koden appen viser nå").fill("000000")
    page.get_by_role("button", name="Ta kodeappen i bruk").click()
    expect(page.get_by_text("Koden stemmer ikke").first).to_be_visible()
    _look(siri, "app-add-wrong-320")
    page.get_by_label("Koden appen viser nå").fill(code_of(secret, step=-1))
    page.get_by_role("button", name="Ta kodeappen i bruk").click()
    page.get_by_role("link", name="Jeg har tatt vare på dem").click()

    siri.go("fjord", "/konto/logg-ut/")
    page.get_by_role("main").get_by_role("button", name="Logg ut").click()
    siri.go("fjord")
    page.get_by_label("Brukernavn").fill("siri.sykepleier")
    page.get_by_label("Passord", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Logg inn", exact=True).click()
    expect(page.get_by_label("Engangskode")).to_be_visible()
    _look(siri, "second-factor-320")
    page.get_by_label("Engangskode").fill(code_of(secret))
    page.get_by_role("button", name="Logg inn", exact=True).click()
    expect(page.get_by_role("heading", name="Mine pasienter").first).to_be_visible()


def _look(window, name):
    window.check()
    window.check_width()
    window.picture(name)
