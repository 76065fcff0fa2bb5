"""Bad input is told in Norwegian where it happened, costs no word, and stores nothing half."""

import re

import pytest
from playwright.sync_api import expect

from journal.documentation.models import TEXT_MAX_BYTES
from tests.database import as_superuser

IMPOSSIBLE = "050766 00324"  # its control digits are wrong
SIGNED = "signed_at IS NOT NULL"
TYPE = """(field, text) => {
  field.value = text;
  field.dispatchEvent(new Event("input", {bubbles: true}));
}"""
SÁMI = "Čállet ja lohkat: gáfe, šaddu, đuohta, ŋuolla, ŧeaksta, žálbmi.\n"
EMOJI = "Blid i dag 👵🏽, tok 💊 kl. 8. Vil hjem til 🇳🇴-flagget sitt."


@pytest.fixture
def count(database):
    """Count rows of fjord past every wall: `count("journal_note")`."""

    def count(table, where="true"):
        with as_superuser(database) as connection:
            query = f"SELECT count(*) FROM fjord.{table} WHERE {where}"
            return connection.execute(query).fetchone()[0]

    return count


@pytest.fixture
def siri(world, screen):
    """The nurse, at the page of a new note; what she sends may come back with 422."""
    siri = screen()
    siri.expected = {422}
    siri.sign_in("fjord", "siri.sykepleier")
    siri.go("fjord", f"/records/{world.ola.record_id}/notes/new/")
    return siri


def test_impossible_number_and_future_birth_are_told_at_their_fields(
    world, screen, count
):
    mona = screen(width=320)
    page = mona.page
    mona.expected = {422}
    mona.sign_in("fjord", "mona.merkantil")
    mona.go("fjord", "/patients/new/")
    page.get_by_label("Fødselsnummer, D-nummer").fill(IMPOSSIBLE)
    page.get_by_label("Fornavn").fill("Ánte")
    page.get_by_role("textbox", name="Fødselsdato").fill("31.12.2094")
    page.get_by_role("button", name="Registrer og skriv inn").click()

    summary = page.get_by_role("group", name="Dette må rettes før det kan lagres")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("kontrollsifrene stemmer ikke")
    birth_date = page.get_by_role("textbox", name="Fødselsdato")
    expect(birth_date).to_have_accessible_description(
        re.compile(r"14\.02\.1942 Feil: Fødselsdatoen kan ikke være")
    )
    expect(birth_date).to_have_value("31.12.2094")
    expect(page.get_by_label("Fødselsnummer, D-nummer")).to_have_value(IMPOSSIBLE)
    expect(page.get_by_label("Fornavn")).to_have_value("Ánte")
    summary.get_by_role("link", name="Etternavn").click()
    expect(page.get_by_label("Etternavn")).to_be_focused()
    mona.check()
    mona.check_width()
    mona.picture("register-errors-320")
    assert count("journal_patient") == 1


def test_a_megabyte_of_sámi_is_kept_to_the_last_letter(siri, count):
    page = siri.page
    field = page.get_by_role("textbox", name="Tekst")
    whole = (SÁMI * (TEXT_MAX_BYTES // len(SÁMI))).encode()[:TEXT_MAX_BYTES]
    text = whole.decode(errors="ignore").strip()

    # A little too much: she is told how much, and nothing is taken from her.
    field.evaluate(TYPE, text + "čš" * 100)
    page.get_by_role("status").filter(has_text="tegn for lang").wait_for()
    page.get_by_role("button", name="Signer").click()
    page.locator("#form-errors").wait_for()
    assert field.input_value() == text + "čš" * 100
    assert count("journal_note", SIGNED) == 0

    # What fits is signed as it is.
    field.evaluate(TYPE, text)
    page.get_by_role("button", name="Signer").click()
    page.get_by_text("Notatet er signert.").wait_for()
    bytes_now = len(text.encode())
    assert count("journal_note", f"{SIGNED} AND octet_length(text) = {bytes_now}") == 1


def test_emoji_are_signed_as_they_were_typed(siri):
    siri.page.get_by_role("textbox", name="Tekst").fill(EMOJI)
    siri.page.get_by_role("button", name="Signer").click()

    expect(siri.page.get_by_role("article")).to_contain_text(EMOJI)


def test_double_click_signs_one_note(siri, count):
    siri.page.get_by_role("textbox", name="Tekst").fill("Alt vel i natt.")
    siri.page.get_by_role("button", name="Signer").dblclick()

    expect(siri.page.get_by_text("Notatet er signert.")).to_be_visible()
    expect(siri.page.get_by_role("article")).to_have_count(1)
    assert count("journal_note") == 1


def test_two_people_who_correct_the_same_note_lose_no_word(siri, screen, count):
    _sign(siri, "Blodtrykk 140/80.")
    lise = screen(width=320)
    lise.expected = {422}
    lise.sign_in("fjord", "lise.leder")
    lise.page.get_by_role("link", name="Fjellheim, Ola").click()
    for person in (siri, lise):
        person.page.get_by_role("article").get_by_role("link", name="Rett").click()
    lise.page.get_by_role("textbox", name="Tekst").fill("Blodtrykk 140/80, sittende.")
    lise.page.get_by_label("Hvorfor rettes det?").fill("Stillingen manglet.")

    siri.page.get_by_role("textbox", name="Tekst").fill("Blodtrykk 150/80.")
    siri.page.get_by_role("button", name="Signer rettingen").click()
    expect(siri.page.get_by_text("Rettingen er signert.")).to_be_visible()
    lise.page.get_by_role("button", name="Signer rettingen").click()

    # The second is told who was first; her text stands, beside what is different.
    page = lise.page
    summary = page.get_by_role("group", name="Dette må rettes før det kan lagres")
    expect(summary).to_contain_text("Notatet er rettet av Siri Sykepleier")
    expect(page.get_by_role("textbox", name="Tekst")).to_have_value(
        "Blodtrykk 140/80, sittende."
    )
    expect(page.get_by_label("Hvorfor rettes det?")).to_have_value(
        "Stillingen manglet."
    )
    other = page.get_by_role("region", name=re.compile("mot den nyeste"))
    expect(other.get_by_role("deletion").filter(has_text="150")).to_be_visible()
    lise.check()
    lise.check_width()
    lise.picture("collision-320")
    assert count("journal_note", SIGNED) == 2

    # With both in it, it becomes the third version.
    page.get_by_role("textbox", name="Tekst").fill("Blodtrykk 150/80, sittende.")
    page.get_by_role("button", name="Signer rettingen").click()
    expect(page.get_by_text("Rettingen er signert.")).to_be_visible()
    expect(page.get_by_role("article")).to_contain_text("Blodtrykk 150/80, sittende.")
    assert count("journal_note", SIGNED) == 3


def test_stale_form_shows_what_another_changed_and_keeps_what_was_typed(world, screen):
    forms = []
    for username in ("mona.merkantil", "lise.leder"):
        window = screen()
        window.expected = {422}
        window.sign_in("fjord", username)
        window.go("fjord", f"/records/{world.ola.record_id}/person/edit/")
        forms.append(window)
    mona, lise = forms
    mona.page.get_by_role("textbox", name="Fastlege").fill("Kari Lege")
    mona.page.get_by_label("Poststed").fill("Voss")
    mona.page.get_by_role("button", name="Lagre").click()
    expect(mona.page.get_by_role("heading", level=1)).to_have_text("Personopplysninger")

    lise.page.get_by_label("Poststed").fill("Odda")
    lise.page.get_by_role("button", name="Lagre").click()

    changed = lise.page.get_by_role("region", name="Dette er endret av andre")
    expect(changed).to_contain_text("Voss")
    expect(changed).to_contain_text("Kari Lege")
    expect(lise.page.get_by_label("Poststed")).to_have_value("Odda")
    lise.check()
    lise.picture("stale-1280")
    lise.page.get_by_role("button", name="Lagre").click()
    expect(lise.page.get_by_role("main")).to_contain_text("Odda")
    expect(lise.page.get_by_role("main")).to_contain_text("Kari Lege")


def test_form_from_before_a_new_sign_in_gives_back_what_was_typed(world, screen):
    mona = screen()
    page = mona.page
    mona.expected = {401, 403}  # the first window asks whether it is locked
    mona.sign_in("fjord", "mona.merkantil")
    mona.go("fjord", "/patients/new/")
    page.get_by_label("Adkomst").fill("Nøkkelboks ved kjellerdøra.")
    mona.context.clear_cookies()
    mona.page = mona.tab()
    mona.sign_in("fjord", "mona.merkantil")

    page.get_by_role("button", name="Registrer og skriv inn").click()

    # Nothing is stored in a session it was not written in; what was typed is not lost.
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Skjemaet var for gammelt"
    )
    typed = page.get_by_role("textbox", name="Dette skrev du")
    expect(typed).to_have_value(re.compile("Nøkkelboks ved kjellerdøra."))
    expect(typed).not_to_have_value(re.compile("csrf|[0-9a-f]{8}-"))
    mona.page = page
    mona.check()
    mona.picture("csrf-1280")


def _sign(person, text):
    person.page.get_by_role("textbox", name="Tekst").fill(text)
    person.page.get_by_role("button", name="Signer").click()
    expect(person.page.get_by_text("Notatet er signert.")).to_be_visible()
