"""The log as a file: a spreadsheet or CSV, row by row, in which nothing is computed."""

import csv
from io import BytesIO, StringIO
from uuid import uuid4

import openpyxl
import pytest

from audit.entry import Actor
from audit.models import AccessEvent
from audit.review.export import services
from audit.review.export.files import Kind
from audit.review.export.rows import headings
from audit.verbs import Outcome, Verb
from journal.record.errors import RuleError
from tests.audit.review.export.taking import (
    CHOSEN,
    NOON,
    export,
    of_nurse,
    rows_of,
    sheets_of,
)


@pytest.mark.parametrize("kind", Kind)
def test_it_is_in_the_log_before_a_row_is_read(
    world, happened, readings, monkeypatch, kind
):
    happened(at=NOON)

    def fails(_chosen, *, size):
        assert len(readings(Verb.LOG_EXPORTED)) == 1
        raise ZeroDivisionError

    monkeypatch.setattr(services, "all_events_in", fails)

    with pytest.raises(ZeroDivisionError):
        export(CHOSEN, world, kind)


def test_spreadsheet_has_the_same_rows_and_says_what_it_is(world, happened):
    for _ in range(3):
        happened(at=NOON, of=world.ola)
    chosen = of_nurse(world, verbs=("read",))

    sheet, about = sheets_of(export(chosen, world, Kind.XLSX))

    rows = rows_of(export(chosen, world))
    assert sheet[0] == headings() == list(rows[0])
    assert len(sheet) == 4
    unmarked = [
        i
        for i, name in enumerate(headings())
        if name in {"Tidspunkt", "Enhet", "Handling"}
    ]
    assert [[row[i] for i in unmarked] for row in sheet[1:]] == [
        [list(row.values())[i] for i in unmarked] for row in rows
    ]
    told = dict(about)
    assert told["Periode"] == "06.05.2026–06.05.2026"
    assert told["Utvalg"] == "Handling: Leste journalen"
    assert told["Antall hendelser"] == "3"
    assert "merker som gjelder bare i denne filen" in told["Navn"]
    assert told["Tatt ut av"] == "Ruth Revisor"


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "+47", "-1", "@SUM(1)", "\t=1", ' "=1', "{=1}"]
)
def test_no_cell_is_computed_by_a_spreadsheet(world, happened, text, kind):
    happened(at=NOON, actor=Actor(uuid4(), "Siri", title=text))

    file = export(CHOSEN, world, kind)

    if kind is Kind.CSV:
        cell = rows_of(file)[0]["Stilling"]
    else:
        book = openpyxl.load_workbook(BytesIO(file))
        found = book.worksheets[0].cell(row=2, column=3)
        assert found.data_type == "s"
        cell = found.value
    assert cell.lstrip(" ")[0] not in "=+-@\t"
    assert text.strip("\t") in cell


@pytest.mark.parametrize("kind", Kind)
def test_text_with_marks_of_its_own_stays_in_its_cell(world, happened, kind):
    title = 'Sykepleier "Sia"; Ánne\nŊ'
    happened(at=NOON, actor=Actor(uuid4(), "Siri", title=title))

    file = export(CHOSEN, world, kind)

    cell = (
        rows_of(file)[0]["Stilling"] if kind is Kind.CSV else sheets_of(file)[0][1][2]
    )
    assert cell == title


def test_rows_are_read_a_few_at_a_time_and_all_of_them(world, happened, monkeypatch):
    monkeypatch.setattr(services, "_AT_A_TIME", 2)
    for _ in range(5):
        happened(at=NOON)

    rows = rows_of(export(CHOSEN, world))

    assert len({row["Hendelse"] for row in rows}) == 5


@pytest.mark.parametrize("kind", Kind)
def test_too_much_is_refused_and_nothing_is_taken_out(
    world, happened, readings, monkeypatch, kind
):
    monkeypatch.setattr(services, "MOST_ROWS", 2)
    for _ in range(3):
        happened(at=NOON)

    with pytest.raises(RuleError, match="kortere periode"):
        export(CHOSEN, world, kind)

    assert readings(Verb.LOG_EXPORTED) == []


def test_every_row_has_a_cell_for_every_heading(world, happened):
    happened(at=NOON, outcome=Outcome.REFUSED, basis="", of=world.ola)

    file = export(CHOSEN, world).decode("utf-8-sig")

    lengths = {
        len(row) for row in csv.reader(StringIO(file, newline=""), delimiter=";")
    }
    assert lengths == {len(headings())}
    assert AccessEvent.objects.filter(verb=Verb.LOG_EXPORTED).exists()


def test_long_file_is_written_without_holding_its_rows(world, happened, monkeypatch):
    held = 0

    class Row(list[str]):
        def __init__(self, cells):
            nonlocal held
            held += 1
            super().__init__(cells)

        def __del__(self):
            nonlocal held
            held -= 1

    most = 0

    def many(_event, _masks, **_facts):
        nonlocal most
        most = max(most, held)
        return Row(["x"] * len(headings()))

    monkeypatch.setattr(services, "row_of", many)
    monkeypatch.setattr(
        services, "all_events_in", lambda _c, *, size: iter(range(3000))
    )

    for kind in Kind:
        export(CHOSEN, world, kind)

    assert most <= 2
