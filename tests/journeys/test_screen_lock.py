"""A screen that is left, and the one who comes back to it: the same person, or another."""

from datetime import timedelta

from django.utils import timezone

from access.models import Shift
from access.services.pins import set_pin
from tests.journeys.test_signing_in import machine_with_passkeys
from tests.world import PASSWORD

PIN = "302918"
WRITTEN = "Sov da jeg kom 08.10, trøtt, men klar."


def writing(world, screen, **window):
    """Siri in the middle of a note, on a machine whose clock we may move."""
    siri = screen(**window)
    siri.page.clock.install()
    siri.sign_in("fjord", "siri.sykepleier", PASSWORD)
    siri.go("fjord", f"/records/{world.ola.record_id}/notes/new/")
    siri.page.get_by_label("Tekst").fill(WRITTEN)
    siri.page.get_by_text("Lagret kl.").first.wait_for()
    return siri


def leave_it(window):
    """Go and see to a patient; the screen is hidden meanwhile."""
    window.page.clock.fast_forward("10:10")
    window.page.get_by_role("dialog", name="Skjermen er låst").wait_for()


def test_she_comes_back_and_goes_on_writing_with_her_pin(world, screen):
    set_pin(PIN, by=world.nurse)
    siri = writing(world, screen, width=320)
    siri.expected |= {401, 422}
    page = siri.page
    beside = siri.tab()
    beside.goto(siri.url("fjord", "/profil/"))

    leave_it(siri)

    # Nothing of the patient shows, and the server answers nothing, in any tab.
    assert not page.get_by_role("heading", name="Ola Fjellheim").is_visible()
    assert not page.get_by_label("Tekst").is_visible()
    siri.check(within="#screen-lock")
    siri.check_width()
    siri.picture("screen-lock-320")
    beside.get_by_role("dialog", name="Skjermen er låst").wait_for()
    led_to = "path => fetch(path).then((answer) => answer.url)"
    assert "/konto/las-opp/" in page.evaluate(
        led_to, f"/records/{world.ola.record_id}/"
    )
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog", name="Skjermen er låst").is_visible()

    # A slip, then the right PIN: the same page, the text, the cursor in it.
    page.get_by_label("PIN-kode eller passord").fill("302919")
    page.keyboard.press("Enter")
    page.get_by_text("Det stemmer ikke.").wait_for()
    siri.picture("screen-lock-wrong-320")
    page.get_by_label("PIN-kode eller passord").fill(PIN)
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="Skjermen er låst").wait_for(state="hidden")
    assert page.get_by_label("Tekst").input_value() == WRITTEN
    page.keyboard.type(" Ringte datteren.")
    page.get_by_role("button", name="Signer").click()
    page.wait_for_url("**/records/*/#note-*")
    assert page.get_by_text(f"{WRITTEN} Ringte datteren.").count() == 1
    beside.get_by_role("dialog", name="Skjermen er låst").wait_for(state="hidden")


def test_she_comes_back_with_a_passkey(world, screen):
    siri = screen(scheme="dark")
    page = siri.page
    machine_with_passkeys(siri)
    siri.sign_in("fjord", "siri.sykepleier", PASSWORD)
    siri.go("fjord", "/konto/passnokkel/")
    page.get_by_label("Passord", exact=True).first.fill(PASSWORD)
    page.get_by_role("button", name="Gå videre").click()
    page.get_by_role("button", name="Lag passnøkkelen").click()
    page.get_by_role("link", name="Jeg har tatt vare på dem").click()

    page.get_by_role("button", name="Meny for").click()
    page.get_by_role("button", name="Lås skjermen").click()
    page.get_by_role("dialog", name="Skjermen er låst").wait_for()
    siri.check(within="#screen-lock")
    siri.picture("screen-lock-1280")
    page.get_by_role("button", name="Bruk passnøkkel").click()

    page.get_by_role("heading", name="Mine pasienter").first.wait_for()
    page.get_by_role("dialog", name="Skjermen er låst").wait_for(state="hidden")


def test_another_takes_over_and_finds_nothing_of_the_first(world, screen):
    siri = writing(world, screen, width=390)
    siri.expected |= {401}
    page = siri.page
    beside = siri.tab()
    beside.goto(siri.url("fjord", f"/records/{world.ola.record_id}/"))
    beside.get_by_role("heading", name="Ola Fjellheim").first.wait_for()
    leave_it(siri)

    # Two presses and what he types: within ten seconds.
    page.get_by_role("button", name="Bytt bruker").click()
    page.wait_for_url("**/logg-inn/**")
    siri.type_account(page, "frank.fremmed", PASSWORD)
    page.get_by_role("heading", name="Mine pasienter").first.wait_for()

    assert page.get_by_text("Fjellheim").count() == 0
    page.go_back()
    assert page.get_by_text(WRITTEN).count() == 0
    beside.bring_to_front()
    beside.wait_for_url("**/")
    assert beside.get_by_text("Fjellheim").count() == 0


def test_signing_out_everywhere_ends_what_was_open_elsewhere(world, screen):
    ward, office = screen(width=390), screen()
    ward.expected |= {401}
    for window in (ward, office):
        window.sign_in("fjord", "siri.sykepleier", PASSWORD)
    ward.go("fjord", f"/records/{world.ola.record_id}/")
    ward.page.get_by_role("heading", name="Ola Fjellheim").first.wait_for()

    office.go("fjord", "/konto/sikkerhet/")
    office.check()
    office.picture("security-sessions-1280")
    office.page.get_by_role("button", name="Logg ut overalt").click()
    office.page.get_by_text("Du er logget ut overalt.").wait_for()

    # She looks at the other machine again: the page hides itself.
    ward.page.evaluate("dispatchEvent(new Event('online'))")
    ward.page.get_by_role("heading", name="Du er logget ut").wait_for()
    assert not ward.page.get_by_role("heading", name="Ola Fjellheim").first.is_visible()
    ward.check(within="#screen-lock")
    ward.picture("screen-signed-out-390")
    ward.go("fjord", f"/records/{world.ola.record_id}/")
    ward.page.get_by_label("Brukernavn").wait_for()


def test_the_end_of_the_shift_is_announced_and_she_stays(world, screen):
    now = timezone.now()
    Shift.objects.create(
        user_id=world.nurse.user_id,
        unit=world.north,
        valid_from=now - timedelta(hours=8),
        valid_until=now + timedelta(minutes=1),
    )
    siri = screen(width=320)
    page = siri.page
    page.clock.install()
    siri.sign_in("fjord", "siri.sykepleier", PASSWORD)
    assert not page.get_by_text("Innloggingen går ut kl.").is_visible()

    page.clock.set_system_time(now + timedelta(hours=1, minutes=50))
    page.mouse.move(5, 5)
    page.clock.run_for(6_000)
    page.get_by_text("Innloggingen går ut kl.").wait_for()
    siri.check_width()
    siri.picture("ends-soon-320")
    with siri.context.expect_page() as opened:
        page.get_by_role("link", name="Jobber du lenger?").click()
    beside = opened.value
    beside.get_by_label("Passord", exact=True).first.fill(PASSWORD)
    beside.get_by_role("button", name="Fortsett to timer til").click()
    beside.get_by_text("Du er logget inn til").wait_for()
