"""An auditor's work in the browser: from a figure to an event, a timeline, a saved part and a file."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.journeys.rounds import look


@pytest.fixture
def ruth(world, screen):
    """The auditor, on a day when a record was opened and one was refused."""
    for username in ("siri.sykepleier", "frank.fremmed"):
        desk = screen()
        desk.expected = {403}
        desk.sign_in("fjord", username)
        desk.go("fjord", f"/records/{world.ola.record_id}/")
    desk = screen()
    desk.sign_in("fjord", "ruth.revisor")
    return desk


def choose_person(desk, name):
    """Choose in the log what one person did."""
    desk.go("fjord", "/logg/")
    desk.page.get_by_text("Velg hva som vises").click()
    desk.page.get_by_label("Hvem som gjorde det").fill(name)
    desk.page.get_by_label("Hvem som gjorde det").press("Enter")
    expect(desk.page.get_by_text("Gjort av: Siri Sykepleier")).to_be_visible()


def test_auditor_goes_from_a_figure_to_the_event_and_on_to_a_timeline(ruth):
    page = ruth.page
    expect(page.get_by_role("heading", level=1)).to_have_text("Oversikt")
    look(ruth, "workbench-overview")
    page.locator(".cards a").filter(has_text="avvist").click()
    expect(page.get_by_text("Utfall: Avvist")).to_be_visible()

    page.get_by_role("row").filter(has_text="Frank Fremmed").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Leste journalen")
    page.get_by_role("button", name="Vis alt denne personen gjorde").click()
    page.get_by_role("link", name="Tidslinje").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tidslinje for en ansatt")
    look(ruth, "workbench-timeline")

    # Points of one minute lie on each other; the last one drawn is on top.
    page.locator(".timeline a").last.click()
    expect(page.get_by_text("Slik er hendelsen lagret")).to_have_count(1)


def test_timeline_is_walked_by_keyboard_through_its_table(ruth):
    page = ruth.page
    choose_person(ruth, "Siri Sykepleier")
    page.get_by_role("link", name="Tidslinje").click()
    table = page.get_by_role("table")

    # The points are for the mouse; the first stop after the picture is the first row.
    page.get_by_role("link", name="Tilgangslogg").last.focus()
    for _stop in range(4):
        page.keyboard.press("Tab")
        if table.locator(":focus").count():
            break
    expect(table.locator("tbody a").first).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.split("/logg/")[1][8] == "-"


def test_auditor_saves_a_part_of_the_log_and_a_colleague_opens_it(ruth):
    page = ruth.page
    choose_person(ruth, "Siri Sykepleier")
    page.get_by_role("link", name="Lagrede utvalg").click()
    page.get_by_label("Navn på utvalget").fill("Oppslag å følge med på")
    page.get_by_label("Vis det også for andre revisorer").check()
    look(ruth, "workbench-save")
    page.get_by_role("button", name="Lagre utvalget").click()
    expect(page.get_by_text("Utvalget er lagret.")).to_be_visible()
    expect(page.get_by_text("Siri Sykepleier")).to_have_count(0)
    page.get_by_text("Endre eller slett").click()
    look(ruth, "workbench-saved")

    page.get_by_role("button", name="Åpne").click()
    expect(page.get_by_text("Gjort av: Siri Sykepleier")).to_be_visible()


def test_spreadsheet_is_taken_out_and_another_program_opens_it(ruth):
    choose_person(ruth, "Siri Sykepleier")

    with ruth.page.expect_download() as taken:
        ruth.page.get_by_role("button", name="Ta ut som Excel-fil").click()

    assert taken.value.suggested_filename.endswith(".xlsx")
    book = openpyxl.load_workbook(BytesIO(Path(taken.value.path()).read_bytes()))
    events, about = book.worksheets
    rows = list(events.iter_rows(values_only=True))
    assert rows[0][:2] == ("Tidspunkt", "Hvem")
    assert "Leste journalen" in {row[9] for row in rows[1:]}
    assert all(str(row[1]).startswith("Ansatt ") for row in rows[1:])
    assert "Siri" not in str(rows)
    assert dict(about.iter_rows(values_only=True))["Antall hendelser"] == str(
        len(rows) - 1
    )
