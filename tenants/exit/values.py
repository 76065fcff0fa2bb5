"""How each of PostgreSQL's types is written as JSON, so that nothing of a value is lost.

Most types have a JSON form of PostgreSQL's own that it also reads. Three have not: numbers
that JSON's readers round, bytes, and JSON itself, in which a missing value and `null` are
different things.
"""

import re
from dataclasses import dataclass

from psycopg import sql

_AS_THEY_ARE = frozenset(
    {
        "boolean",
        "character varying",
        "character varying[]",
        "date",
        "double precision",
        "inet",
        "integer",
        "integer[]",
        "smallint",
        "smallint[]",
        "text",
        "text[]",
        "time without time zone",
        "timestamp with time zone",
        "uuid",
        "uuid[]",
    }
)
_AS_TEXT = frozenset({"bigint", "daterange", "jsonb", "numeric", "tstzrange"})
_TEXTS = frozenset({"character varying", "text"})
_MODIFIER = re.compile(r"\([^)]*\)")


class UnknownTypeError(Exception):
    """A column has a type whose form nobody has decided."""


@dataclass(frozen=True, slots=True)
class Form:
    """The SQL that writes a value, and that reads it again.

    Args:
        write: Makes what goes into the JSON from the column.
        read_type: What PostgreSQL takes the JSON's value as.
        read: Makes the column's value from that.
        order: Orders by the column, in the same way on every server.
    """

    write: sql.SQL
    read_type: sql.SQL
    read: sql.SQL
    order: sql.SQL


def form_of(type_: str) -> Form:
    """Say how values of a type are written.

    Raises:
        UnknownTypeError: nobody has decided.
    """
    plain = _MODIFIER.sub("", type_)
    if plain == "bytea":
        return _form("translate(encode({}, 'base64'), E'\\n', '')", "text", bytea=True)
    if plain in _AS_TEXT:
        return _form("{}::text", "text", cast=plain)
    if plain in _AS_THEY_ARE:
        return _form("{}", plain, is_text=plain in _TEXTS)
    raise UnknownTypeError(type_)


def _form(
    write: str,
    read_type: str,
    *,
    cast: str = "",
    bytea: bool = False,
    is_text: bool = False,
) -> Form:
    """Put a form together from the fixed texts of this module."""
    read = "decode({}, 'base64')" if bytea else f"{{}}::{cast}" if cast else "{}"
    order = '{} COLLATE "C"' if is_text else "{}"
    return Form(*(_constant(each) for each in (write, read_type, read, order)))


def _constant(text: str) -> sql.SQL:
    """Take a text as SQL; none of them comes from outside this module."""
    return sql.SQL(text)
