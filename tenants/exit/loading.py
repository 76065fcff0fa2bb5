"""Makes a municipality again from what was taken out: all of it, or nothing.

It is made as a new one is (`tenants.provisioning`), with these rows in the place of the
first ones: so they lie there before the triggers, policies and keys that would refuse
them, and every key is checked when it is made. Whatever is written is read again and
compared with the sums before anybody sees it.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from django.db import transaction
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from tenants import directory, roles
from tenants.context import in_consortium, this_connection
from tenants.exit.catalogue import Cursor, Table, tables_of
from tenants.exit.manifest import Manifest
from tenants.exit.registering import ImportRefusedError, registered
from tenants.exit.rows import sum_of
from tenants.exit.source import Opener, checked, opened
from tenants.models import Municipality
from tenants.provisioning import replay
from tenants.schemas import SchemaTemplate
from tenants.template import ensure_template
from tenants.upgrading.states import note_made

_PORTION_BYTES = 500_000


@dataclass(frozen=True, slots=True)
class _Source:
    """What a schema is made from: its rows, and the template around them."""

    manifest: Manifest
    files: Opener
    template: SchemaTemplate


def import_municipality(
    path: Path, *, then: Callable[[Municipality, bool], None]
) -> Manifest:
    """Make a municipality that is not in operation here, in one transaction.

    Only the migrator can.

    Args:
        path: What `export_municipality` or `back_up` wrote.
        then: Called before anything is committed with the municipality, and whether the
            register had it in operation, so that it was lost.

    Raises:
        tenants.exit.manifest.ManifestError: the files are not what was written.
        ImportRefusedError: they cannot be made a municipality here.
    """
    with _source(path) as source, _transaction() as cursor:
        schema = _free(cursor, source.manifest.schema)
        municipality = registered(source.manifest.municipality, schema)
        was_in_operation = municipality.is_active
        _make(cursor, source, schema)
        municipality.state = Municipality.State.ACTIVE
        municipality.save(update_fields=["state"])
        note_made(municipality, source.template.applied)
        then(municipality, was_in_operation)
    directory.invalidate()
    return source.manifest


def try_out(
    path: Path, *, as_schema: str, is_kept: bool, first: Callable[[Manifest], None]
) -> Manifest:
    """Make a copy under another name, compare it, and keep it or not.

    Nobody can enter a copy through the screens, as it is in no register.

    Args:
        path: What `export_municipality` or `back_up` wrote.
        as_schema: The copy's name.
        is_kept: Whether it stays; else nothing of it was ever there.
        first: Called with the list of contents before a row is read in.

    Raises:
        tenants.exit.manifest.ManifestError: the files are not what was written.
        ImportRefusedError: no such copy can be made.
    """
    with _source(path) as source:
        first(source.manifest)
        with _transaction() as cursor:
            _make(cursor, source, _free(cursor, as_schema))
            transaction.set_rollback(not is_kept)
    return source.manifest


@contextmanager
def _source(path: Path) -> Iterator[_Source]:
    """Check everything before anything is touched; at work for the consortium."""
    with opened(path) as files, in_consortium():
        manifest = checked(files)
        template = ensure_template()
        names = " ".join(manifest.migrations).encode()
        if hashlib.md5(names, usedforsecurity=False).hexdigest() != template.applied:
            raise ImportRefusedError(
                "Uttaket har andre migrasjoner enn denne versjonen av Akson. Les det inn "
                "med versjonen det ble tatt ut med, og oppgrader etterpå."
            )
        yield _Source(manifest, files, template)


@contextmanager
def _transaction() -> Iterator[CursorWrapper]:
    with transaction.atomic(durable=True), this_connection().cursor() as cursor:
        yield cursor


def _free(cursor: CursorWrapper, name: str) -> str:
    """See that there is no such schema; whoever makes one of that name waits.

    Raises:
        ImportRefusedError: there is, or there cannot be.
    """
    try:
        schema = roles.check_schema_name(name)
    except roles.RoleError as error:
        raise ImportRefusedError(
            f"«{name}» kan ikke være navnet på et skjema: bruk små bokstaver a–z, tall og _."
        ) from error
    cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [schema])
    cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [schema])
    if cursor.fetchone():
        raise ImportRefusedError(f"Skjemaet {schema} finnes fra før.")
    return schema


def _make(cursor: CursorWrapper, source: _Source, schema: str) -> None:
    cursor.execute("SET LOCAL ROLE NONE")
    roles.make_roles(cursor, schema)
    cursor.execute(f"SET LOCAL ROLE {roles.OWNER}")
    # Django's cursor knows no COPY; this is the one below it, in the same transaction.
    below: Cursor = this_connection().connection.cursor()
    fill = partial(_fill, below, schema, source)
    for _part in replay(cursor, source.template, schema, fill=fill):
        pass
    _compare(below, schema, source.manifest)
    cursor.execute("SET LOCAL search_path = public")


def _fill(cursor: Cursor, schema: str, source: _Source) -> None:
    for file in source.manifest.files:
        statement = _read(schema, file.table)
        with source.files(file.name) as lines:
            for portion in _portions(lines):
                cursor.execute(statement, [portion])
    for sequence in source.manifest.sequences:
        counter = sql.Identifier(schema, sequence.name).as_string()
        cursor.execute(
            "SELECT pg_catalog.setval(%s::regclass, %s, %s)",
            [counter, sequence.last_value, sequence.is_called],
        )


def _compare(cursor: Cursor, schema: str, manifest: Manifest) -> None:
    """See that the tables are those that were taken out, and hold just what was.

    Raises:
        ImportRefusedError: they are not.
    """
    expected = {file.table.name: set(file.table.columns) for file in manifest.files}
    made = {table.name: set(table.columns) for table in tables_of(cursor, schema)}
    if made != expected:
        raise ImportRefusedError("Uttaket har andre tabeller enn denne versjonen.")
    for file in manifest.files:
        if sum_of(cursor, schema, file.table) != file:
            raise ImportRefusedError(f"{file.name} ble ikke lest inn slik den er.")


def _portions(lines: IO[bytes]) -> Iterator[list[str]]:
    """Give the lines some at a time, never many of them in memory."""
    while portion := lines.readlines(_PORTION_BYTES):
        yield [line.decode() for line in portion]


def _read(schema: str, table: Table) -> sql.Composed:
    """Give the INSERT that makes rows of lines."""
    names = [sql.Identifier(column.name) for column in table.columns]
    values = [
        column.form.read.format(sql.SQL("{}.{}").format(_ROW, name))
        for column, name in zip(table.columns, names, strict=True)
    ]
    declared = [
        sql.SQL("{} {}").format(name, column.form.read_type)
        for column, name in zip(table.columns, names, strict=True)
    ]
    return sql.SQL(
        "INSERT INTO {table} ({names}) OVERRIDING SYSTEM VALUE SELECT {values}"
        " FROM unnest(%s::text[]) AS {line} (line),"
        " json_to_record({line}.line::json) AS {row} ({declared})"
    ).format(
        table=sql.Identifier(schema, table.name),
        names=sql.SQL(", ").join(names),
        values=sql.SQL(", ").join(values),
        line=sql.Identifier("the line"),
        row=_ROW,
        declared=sql.SQL(", ").join(declared),
    )


_ROW = sql.Identifier("the row")
