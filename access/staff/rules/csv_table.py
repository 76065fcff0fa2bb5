"""A table in a file, as spreadsheets and personnel systems write it.

Semicolons or commas, UTF-8 (with or without a mark in front) or Latin-1 as Windows has it.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

MAX_BYTES = 1_000_000
MAX_ROWS = 2000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# A spreadsheet that opens the file would take such a cell for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class Flaw(StrEnum):
    """Why a file cannot be read at all."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    NOT_TEXT = "not_text"
    BROKEN = "broken"


class UnreadableFileError(Exception):
    """The file cannot be read; says why, and on which line if that is known."""

    def __init__(self, flaw: Flaw, *, line: int = 0) -> None:
        super().__init__(flaw)
        self.flaw = flaw
        self.line = line


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it ends on in the file, and its cells by column."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file, the columns it has, and those nobody knows."""

    columns: frozenset[str]
    unknown: tuple[str, ...]
    rows: tuple[Row, ...]


def read_text(content: bytes) -> str:
    """Read the bytes of a file as text.

    Raises:
        UnreadableFileError: it is empty, too large, or no text.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableFileError(Flaw.TOO_LARGE)
    if content.startswith(_UTF_16) or b"\0" in content:
        raise UnreadableFileError(Flaw.NOT_TEXT)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\ufffd" in text:
        raise UnreadableFileError(Flaw.NOT_TEXT)
    if not text.strip():
        raise UnreadableFileError(Flaw.EMPTY)
    return text


def read_table(text: str, *, names: Mapping[str, str]) -> Table:
    """Divide a text into rows; columns may stand in any order, and rows be empty.

    Args:
        text: the file's.
        names: what columns are called, folded, and the name they are known by here.

    Raises:
        UnreadableFileError: a quote is not closed, or there are too many rows.
    """
    heading = text.lstrip().partition("\n")[0]
    delimiter = ";" if heading.count(";") >= heading.count(",") else ","
    reader = csv.reader(text.splitlines(), delimiter=delimiter, strict=True)
    lines: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                lines.append((reader.line_num, [cell.strip() for cell in cells]))
            if len(lines) > MAX_ROWS + 1:
                raise UnreadableFileError(Flaw.TOO_MANY_ROWS)
    except csv.Error as error:
        raise UnreadableFileError(Flaw.BROKEN, line=reader.line_num) from error
    columns = [names.get(folded(cell), "") for cell in lines[0][1]]
    unknown = [
        c for c, name in zip(lines[0][1], columns, strict=True) if c and not name
    ]
    return Table(
        columns=frozenset(columns) - {""},
        unknown=tuple(unknown),
        rows=tuple(Row(line, _cells(columns, cells)) for line, cells in lines[1:]),
    )


def folded(name: str) -> str:
    """Fold a heading or a code, so that capitals, dashes and spaces make no difference."""
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())


def _cells(columns: list[str], cells: list[str]) -> dict[str, str]:
    # A row may end early; what stands beyond the last heading belongs to no column.
    return {
        name: cell for name, cell in zip(columns, cells, strict=False) if name and cell
    }
