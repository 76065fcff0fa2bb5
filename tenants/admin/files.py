"""The files of Kartverket and Statistics Norway: their headings, and what stands in them."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from stdnum.no import orgnr

from access.staff.rules.csv_table import Table, folded, read_table
from tenants.registry.changing.moves import Move
from tenants.registry.importing import COUNT, NUMBER, Line

# As the publishers write them; dashes, capitals and spaces make no difference.
_HEADINGS = {
    "kommunenummer": NUMBER,
    "kommunenr": NUMBER,
    "region": NUMBER,
    "kommune": NUMBER,
    "kommunenavn": "official_name",
    "kommunenavnnorsk": "name",
    "navn": "name",
    "fylkesnummer": "county_number",
    "fylkesnavn": "county_name",
    "organisasjonsnummer": "orgnr",
    "orgnr": "orgnr",
    "innbyggere": COUNT,
    "innbyggertall": COUNT,
    "folketall": COUNT,
    "folkemengde": COUNT,
    "personer": COUNT,
    "antall": COUNT,
    "value": COUNT,
}
# Of a file of changes; the English ones are those of Statistics Norway's Klass.
_OF_CHANGES = {
    "gammelt kommunenummer": "old",
    "gammelt nummer": "old",
    "oldcode": "old",
    "nytt kommunenummer": "new",
    "nytt nummer": "new",
    "newcode": "new",
    "navn": "name",
    "nytt navn": "name",
    "namn": "name",
    "newname": "name",
    "fylkesnavn": "county_name",
    "organisasjonsnummer": "orgnr",
    "orgnr": "orgnr",
    "fortsetter": "goes_on",
    "dag": "on",
    "dato": "on",
    "changeoccurred": "on",
}
_YES_OR_NO = {"ja": True, "nei": False}
_DAYS = ("%Y-%m-%d", "%d.%m.%Y")
_OF_A_YEAR = ("", "personer ", "folkemengde ", "innbyggere ", "personer1 ")
_SEPARATOR = re.compile("[;,]")


class NotOurColumnsError(Exception):
    """The file has no column that says which municipality a line is about, or nothing else."""


def read_lines(text: str, *, counted_on: date) -> list[Line]:
    """Divide a file into lines.

    Args:
        text: the file's.
        counted_on: which year's figures are read, when each year has a column.

    Raises:
        NotOurColumnsError: the columns are other ones.
        UnreadableFileError: it is no table.
    """
    year = counted_on.year
    names = _HEADINGS | {f"{before}{year}": COUNT for before in _OF_A_YEAR}
    table: Table = read_table(_without_title(text, names), names=names)
    if NUMBER not in table.columns or len(table.columns) == 1:
        raise NotOurColumnsError
    return [Line(row.line, row.cells) for row in table.rows]


def read_moves(text: str) -> list[Move]:
    """Divide a file of changes into moves between numbers.

    Raises:
        NotOurColumnsError: it does not have both an old and a new number.
        UnreadableFileError: it is no table.
    """
    table = read_table(text, names=_OF_CHANGES)
    if not {"old", "new"} <= table.columns:
        raise NotOurColumnsError
    return [_move(row.line, row.cells) for row in table.rows]


def _move(line: int, cells: Mapping[str, str]) -> Move:
    typed = cells.get("goes_on", "")
    goes_on = _YES_OR_NO.get(folded(typed))
    return Move(
        line=line,
        old=cells.get("old", ""),
        new=cells.get("new", ""),
        name=cells.get("name", ""),
        orgnr=orgnr.compact(cells.get("orgnr", "")),
        county_name=cells.get("county_name", ""),
        goes_on=goes_on,
        on=_day(cells["on"]) if "on" in cells else None,
        unread=typed if goes_on is None else "",
    )


def _day(typed: str) -> date:
    """Read a day; one that is none is another day than any."""
    for way in _DAYS:
        try:
            return datetime.strptime(typed, way).date()  # noqa: DTZ007 - a day, no moment
        except ValueError:
            continue
    return date.min


def _without_title(text: str, names: dict[str, str]) -> str:
    """Empty the lines above the headings, which StatBank writes; the numbers of lines stay."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        cells = {folded(cell.strip().strip('"')) for cell in _SEPARATOR.split(line)}
        if any(names.get(cell) == NUMBER for cell in cells):
            return "\n".join([""] * at + lines[at:])
    raise NotOurColumnsError
