"""Makes a municipality again from what was taken out: all of it, or nothing.

It is made as a new one is (`tenants.provisioning`), with these rows in the place of the
first ones: so they lie there before the triggers, policies and keys that would refuse
them, and every key is checked when it is made. Whatever is written is read again and
compared with the sums before anybody sees it.
"""

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO

from django.db import IntegrityError, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import ProtectedError
from psycopg import sql

from tenants import directory, roles
from tenants.context import in_consortium, this_connection
from tenants.exit.catalogue import Cursor, Table, tables_of
from tenants.exit.manifest import Identity, Manifest
from tenants.exit.rows import sum_of
from tenants.exit.source import Opener, checked, opened
from tenants.models import Municipality, MunicipalityNumber
from tenants.provisioning import replay
from tenants.schemas import SchemaTemplate
from tenants.template import ensure_template

_PORTION_BYTES = 500_000


class ImportRefusedError(Exception):
    """Nothing was stored; the message says why, in Norwegian."""


def import_municipality(
    path: Path,
    *,
    as_schema: str = "",
    then: Callable[[Municipality], None] = lambda _municipality: None,
) -> Manifest:
    """Make a municipality's schema from a folder or a tar file, in one transaction.

    Only the migrator can.

    Args:
        path: What `export_municipality` wrote.
        as_schema: Another name, to try a restore: then nobody can enter it, as it is in
            no register.
        then: Called with the municipality before anything is committed, unless it has
            another name.

    Raises:
        tenants.exit.manifest.ManifestError: the files are not what was written.
        ImportRefusedError: they cannot be made a municipality here.
    """
    with opened(path) as files, in_consortium():
        manifest = checked(files)
        template = ensure_template()
        _check_migrations(manifest, template)
        with transaction.atomic(durable=True), this_connection().cursor() as cursor:
            made = _make(cursor, manifest, files, template, as_schema)
            if made is not None:
                then(made)
        directory.invalidate()
    return manifest


def _check_migrations(manifest: Manifest, template: SchemaTemplate) -> None:
    names = " ".join(manifest.migrations).encode()
    if hashlib.md5(names, usedforsecurity=False).hexdigest() != template.applied:
        raise ImportRefusedError(
            "Uttaket har andre migrasjoner enn denne versjonen av Akson. Les det inn med "
            "versjonen det ble tatt ut med, og oppgrader etterpå."
        )


def _make(
    cursor: CursorWrapper,
    manifest: Manifest,
    files: Opener,
    template: SchemaTemplate,
    as_schema: str,
) -> Municipality | None:
    schema = roles.check_schema_name(as_schema or manifest.schema)
    cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [schema])
    cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [schema])
    if cursor.fetchone():
        raise ImportRefusedError(f"Skjemaet {schema} finnes fra før.")
    municipality = None if as_schema else _registered(manifest.municipality, schema)

    cursor.execute("SET LOCAL ROLE NONE")
    roles.make_roles(cursor, schema)
    cursor.execute(f"SET LOCAL ROLE {roles.OWNER}")
    # Django's cursor knows no COPY; this is the one below it, in the same transaction.
    below: Cursor = this_connection().connection.cursor()
    for _part in replay(
        cursor, template, schema, fill=partial(_fill, below, schema, manifest, files)
    ):
        pass
    _compare(below, schema, manifest)

    cursor.execute("SET LOCAL search_path = public")
    if municipality is not None:
        municipality.state = Municipality.State.ACTIVE
        municipality.save(update_fields=["state"])
    return municipality


def _fill(cursor: Cursor, schema: str, manifest: Manifest, files: Opener) -> None:
    for file in manifest.files:
        statement = _read(schema, file.table)
        with files(file.name) as lines:
            for portion in _portions(lines):
                cursor.execute(statement, [portion])
    for sequence in manifest.sequences:
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


def _registered(who: Identity, schema: str) -> Municipality:
    """Find the municipality in the register, or put it there with its own identity.

    Raises:
        ImportRefusedError: another has its name or number, and more than a place in the list.
    """
    found: Municipality | None = (
        Municipality.objects.select_for_update().filter(pk=who.id).first()
    )
    if found is not None:
        if found.schema_name != schema:
            raise ImportRefusedError(
                f"Kommunen er i registeret med skjemaet {found.schema_name}."
            )
        return found
    _give_way(who, schema)
    try:
        return _put_there(who, schema)
    except IntegrityError as error:
        raise ImportRefusedError(
            "En annen kommune i registeret har samme kommunenummer."
        ) from error


def _put_there(who: Identity, schema: str) -> Municipality:
    made: Municipality = Municipality.objects.create(
        id=who.id,
        orgnr=who.orgnr,
        name=who.name,
        official_name=who.official_name,
        county_number=who.county_number,
        county_name=who.county_name,
        is_sami_area=who.is_sami_area,
        language=who.language,
        schema_name=schema,
    )
    for number in who.numbers:
        MunicipalityNumber.objects.create(
            municipality=made,
            number=number.number,
            valid_from=number.valid_from,
            valid_until=number.valid_until,
        )
    return made


def _give_way(who: Identity, schema: str) -> None:
    """Take the entry of the same municipality away that was listed and never started."""
    same = Municipality.objects.filter(schema_name=schema)
    if who.orgnr:
        same = same | Municipality.objects.filter(orgnr=who.orgnr)
    for listed in same:
        if listed.state != Municipality.State.LISTED:
            raise ImportRefusedError(f"{listed} er i registeret, og er en annen.")
        listed.numbers.all().delete()
        try:
            gone = set(listed.delete()[1])
        except ProtectedError:
            gone = set()
        if gone != {Municipality._meta.label}:
            raise ImportRefusedError(
                f"{listed} er i registeret med en annen identitet, og noe er knyttet til den."
            )
