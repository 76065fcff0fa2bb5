"""Rows as a file that a spreadsheet opens, written to disk one at a time."""

import csv
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from io import TextIOWrapper
from tempfile import TemporaryFile
from typing import IO

from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from audit.review.rules.cells import safe_cell

Rows = Iterable[list[str]]
_WIDTH = 22
_SHEET_NAME_MOST = 31


class Kind(StrEnum):
    """What kind of file."""

    CSV = "csv"
    XLSX = "xlsx"

    @property
    def content_type(self) -> str:
        """What a browser is told that it is."""
        return _CONTENT_TYPES[self]


_CONTENT_TYPES = {
    Kind.CSV: "text/csv; charset=utf-8",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def written(
    kind: Kind, headings: list[str], rows: Rows, about: Mapping[str, str]
) -> IO[bytes]:
    """Write rows to a file that is gone when it is closed, and give it from its beginning.

    Args:
        kind: what kind of file.
        headings: the columns' names.
        rows: the rows; each is written before the next is asked for.
        about: what the file is, for a sheet of its own where there are sheets.
    """
    file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed by whoever sends it
    try:
        _WRITERS[kind](file, headings, rows, about)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return file


def _write_csv(
    file: IO[bytes], headings: list[str], rows: Rows, _about: Mapping[str, str]
) -> None:
    """Write with semicolons and a byte order mark, as Norwegian spreadsheets expect."""
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    table = csv.writer(text, delimiter=";", lineterminator="\r\n")
    table.writerow(headings)
    table.writerows([safe_cell(cell) for cell in row] for row in rows)
    text.detach()


def _write_xlsx(
    file: IO[bytes], headings: list[str], rows: Rows, about: Mapping[str, str]
) -> None:
    """Write a sheet of rows and one about the file; each cell is a text, never a formula."""
    # Left in any way, the book is closed, and with it what it keeps beside the file.
    with Workbook(file, {"constant_memory": True}) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet(_("Hendelser")[:_SHEET_NAME_MOST])
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(headings) - 1, _WIDTH)
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, heading, bold)
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, column, safe_cell(cell))
        told = book.add_worksheet(_("Om filen")[:_SHEET_NAME_MOST])
        told.set_column(0, 0, _WIDTH)
        told.set_column(1, 1, 4 * _WIDTH)
        for number, (what, said) in enumerate(about.items()):
            told.write_string(number, 0, what, bold)
            told.write_string(number, 1, safe_cell(said))


_WRITERS: Mapping[
    Kind, Callable[[IO[bytes], list[str], Rows, Mapping[str, str]], None]
] = {Kind.CSV: _write_csv, Kind.XLSX: _write_xlsx}
