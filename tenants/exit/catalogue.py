"""What a municipality's schema holds, as the database's catalogue tells it.

Nothing is listed by hand but what is left out, so a new table comes along by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import psycopg

from tenants.exit.values import Form, form_of

Cursor = psycopg.Cursor[Any]

# What is left out, and why; nothing else may refer to it (`tests/contracts/test_export.py`).
LEFT_OUT: Mapping[str, str] = {
    "audit_opening": "doors that stood open in one running transaction; not kept at all",
    "accounts_session": "people sign in anew; a session is good for one server only",
}

_COLUMNS = """
SELECT t.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)
FROM pg_catalog.pg_class t
JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0
  AND NOT a.attisdropped AND a.attgenerated = ''
WHERE n.nspname = %s AND t.relkind IN ('r', 'p') AND NOT t.relispartition
  AND t.relname <> ALL (%s)
ORDER BY t.relname COLLATE "C", a.attnum
"""
_KEYS = """
SELECT t.relname, a.attname
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS key (attnum, place)
JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = key.attnum
WHERE n.nspname = %s AND i.indisprimary
ORDER BY t.relname COLLATE "C", key.place
"""
_SEQUENCES = """
SELECT s.relname FROM pg_catalog.pg_class s
JOIN pg_catalog.pg_namespace n ON n.oid = s.relnamespace
WHERE n.nspname = %s AND s.relkind = 'S' ORDER BY s.relname COLLATE "C"
"""


class CatalogueError(Exception):
    """A table cannot be written so that it can be made again."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column and its type, as PostgreSQL names it."""

    name: str
    type: str

    @property
    def form(self) -> Form:
        """How its values are written."""
        return form_of(self.type)


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its columns in their order, and the key its rows are ordered by."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """A sequence, and how far it has counted."""

    name: str
    last_value: int
    is_called: bool


def tables_of(cursor: Cursor, schema: str) -> list[Table]:
    """List the tables that are written, in the order of their names.

    Raises:
        CatalogueError: one has no key, so that its rows have no order.
    """
    cursor.execute(_KEYS, [schema])
    keys: dict[str, list[str]] = {}
    for table, column in cursor.fetchall():
        keys.setdefault(table, []).append(column)
    cursor.execute(_COLUMNS, [schema, list(LEFT_OUT)])
    columns: dict[str, list[Column]] = {}
    for table, name, type_ in cursor.fetchall():
        columns.setdefault(table, []).append(Column(name, type_))
    if keyless := sorted(set(columns) - set(keys)):
        raise CatalogueError(f"no primary key: {', '.join(keyless)}")
    return [
        Table(table, tuple(columns[table]), tuple(keys[table])) for table in columns
    ]


def sequences_of(cursor: Cursor, schema: str) -> list[Sequence]:
    """List the sequences, in the order of their names, with their values."""
    cursor.execute(_SEQUENCES, [schema])
    found = []
    for (name,) in cursor.fetchall():
        value = psycopg.sql.SQL("SELECT last_value, is_called FROM {}").format(
            psycopg.sql.Identifier(schema, name)
        )
        cursor.execute(value)
        last_value, is_called = cursor.fetchone() or (1, False)
        found.append(Sequence(name, last_value, is_called))
    return found
