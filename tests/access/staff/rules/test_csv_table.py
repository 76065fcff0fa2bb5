"""Files as spreadsheets and personnel systems write them, and as they should not be."""

from datetime import date, time

import pytest

from access.staff.rules.columns import EXAMPLES, NAMES, NEEDED, FileKind
from access.staff.rules.csv_table import (
    MAX_BYTES,
    MAX_ROWS,
    Flaw,
    UnreadableFileError,
    read_table,
    read_text,
)
from access.staff.rules.typed import read_clock, read_day

TEXT = "Brukernavn;Enhet\nåse.ås;Øst\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("latin-1"),
        TEXT.replace(";", ",").encode(),
        TEXT.replace("\n", "\r\n").encode("cp1252"),
        '"Brukernavn";"Enhet"\r\n\r\n"åse.ås";"Øst"\r\n;;\r\n'.encode(),
        "brukarnamn;EINING\nåse.ås;Øst".encode(),
    ],
)
def test_the_same_is_read_however_it_is_written(content):
    table = read_table(read_text(content), names=NAMES)

    assert [dict(row.cells) for row in table.rows] == [
        {"Brukernavn": "åse.ås", "Enhet": "Øst"}
    ]


def test_a_row_has_the_line_of_the_file_and_unknown_columns_are_told():
    table = read_table("Enhet;Fødselsnummer\n\n\nØst;1\n", names=NAMES)

    assert table.rows[0].line == 4
    assert table.unknown == ("Fødselsnummer",)


@pytest.mark.parametrize(
    ("content", "flaw"),
    [
        (b"", Flaw.EMPTY),
        (b"  \n ", Flaw.EMPTY),
        (b"a" * (MAX_BYTES + 1), Flaw.TOO_LARGE),
        ("Enhet;Ås".encode("utf-16"), Flaw.NOT_TEXT),
        (b"PK\x03\x04\x00\x00", Flaw.NOT_TEXT),
        (b"Enhet\n" + b"x\n" * (MAX_ROWS + 1), Flaw.TOO_MANY_ROWS),
        (b'Enhet\n"ikke lukket\n', Flaw.BROKEN),
    ],
)
def test_what_is_no_table_says_why(content, flaw):
    with pytest.raises(UnreadableFileError) as refused:
        read_table(read_text(content), names=NAMES)

    assert refused.value.flaw is flaw


def test_as_many_rows_as_may_be_are_read():
    text = "Enhet\n" + "x\n" * MAX_ROWS

    assert len(read_table(text, names=NAMES).rows) == MAX_ROWS


@pytest.mark.parametrize("kind", FileKind)
def test_the_examples_have_the_columns_that_are_needed(kind):
    table = read_table(EXAMPLES[kind], names=NAMES)

    assert set(NEEDED[kind]) <= table.columns
    assert table.unknown == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14.02.2026", date(2026, 2, 14)),
        ("1.2.2026", date(2026, 2, 1)),
        ("2026-02-14", date(2026, 2, 14)),
        ("31.02.2026", None),
        ("14.02.26", None),
        ("14.02.9999", None),
        ("i dag", None),
    ],
)
def test_days(text, day):
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("14.05", time(14, 5)),
        ("14:05", time(14, 5)),
        ("1405", time(14, 5)),
        ("7", time(7)),
        ("07:30:00", time(7, 30)),
        ("24.00", None),
        ("7.3", None),
        ("sju", None),
    ],
)
def test_times_of_day(text, clock):
    assert read_clock(text) == clock
