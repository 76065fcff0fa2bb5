"""The columns of the two files that are imported, as they are called in the files."""

from collections.abc import Mapping
from enum import StrEnum

from access.staff.rules.csv_table import folded


class Column(StrEnum):
    """A column; bokmål, whatever the screens' written language is: it is a file's format."""

    USERNAME = "Brukernavn"
    FIRST_NAME = "Fornavn"
    LAST_NAME = "Etternavn"
    TITLE = "Stilling"
    PROFESSION = "Helsepersonellkategori"
    HPR_NUMBER = "HPR-nummer"
    EMAIL = "E-post"
    UNIT = "Enhet"
    ROLE = "Rolle"
    FIRST_DAY = "Fra og med"
    LAST_DAY = "Til og med"
    DAY = "Dato"
    BEGINS_AT = "Fra klokken"
    ENDS_AT = "Til klokken"


class FileKind(StrEnum):
    """What a file holds; told by its columns."""

    STAFF = "ansatte"
    SHIFTS = "vakter"


NEEDED: Mapping[FileKind, tuple[Column, ...]] = {
    FileKind.STAFF: (Column.USERNAME, Column.UNIT, Column.ROLE, Column.FIRST_DAY),
    FileKind.SHIFTS: (
        Column.USERNAME,
        Column.UNIT,
        Column.DAY,
        Column.BEGINS_AT,
        Column.ENDS_AT,
    ),
}
OPTIONAL: Mapping[FileKind, tuple[Column, ...]] = {
    FileKind.STAFF: (
        Column.FIRST_NAME,
        Column.LAST_NAME,
        Column.TITLE,
        Column.PROFESSION,
        Column.HPR_NUMBER,
        Column.EMAIL,
        Column.LAST_DAY,
    ),
    FileKind.SHIFTS: (),
}
_NYNORSK: Mapping[str, Column] = {
    "Brukarnamn": Column.USERNAME,
    "Fornamn": Column.FIRST_NAME,
    "Etternamn": Column.LAST_NAME,
    "Eining": Column.UNIT,
    "Frå og med": Column.FIRST_DAY,
    "Frå klokka": Column.BEGINS_AT,
    "Til klokka": Column.ENDS_AT,
}
NAMES: Mapping[str, str] = {folded(column): column for column in Column} | {
    folded(name): column for name, column in _NYNORSK.items()
}
EXAMPLES: Mapping[FileKind, str] = {
    FileKind.STAFF: """\
Brukernavn;Fornavn;Etternavn;Stilling;Helsepersonellkategori;HPR-nummer;E-post;Enhet;Rolle;Fra og med;Til og med
nina.ny;Nina;Ny;sykepleier;Sykepleier;9999901;nina.ny@kommunen.example;Hjemmetjenesten nord;Sykepleier;01.12.2026;
per.prov;Per;Prøve;helsefagarbeider;Helsefagarbeider;;;Hjemmetjenesten nord;Helsefagarbeider;01.12.2026;31.05.2027
""",
    FileKind.SHIFTS: """\
Brukernavn;Enhet;Dato;Fra klokken;Til klokken
nina.ny;Hjemmetjenesten nord;01.12.2026;07.30;15.00
per.prov;Hjemmetjenesten nord;01.12.2026;22.30;07.30
""",
}
