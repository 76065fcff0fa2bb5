"""Writes everything of one municipality to a folder or a tar file, as of one moment.

It reads past the row policies, so only two may import it: `audit.leaving`, which has said
so in the municipality's log first, and the backup.
"""

import os
import shutil
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

import psycopg

from tenants.exit import rows
from tenants.exit.catalogue import LEFT_OUT, Cursor, Table, sequences_of, tables_of
from tenants.exit.manifest import NAME, File, Identity, Manifest, Number, file_of

BUFFER = 1 << 20
_OWNER_ONLY = 0o700
_TAR = ".tar"
_MUNICIPALITY = """
SELECT id, orgnr, name, official_name, county_number, county_name, is_sami_area, language
FROM public.tenants_municipality WHERE id = %s
"""
_NUMBERS = """
SELECT number, valid_from, valid_until FROM public.tenants_municipalitynumber
WHERE municipality_id = %s ORDER BY valid_from
"""


class ExportError(Exception):
    """Nothing was written; the message says why, in Norwegian."""


@contextmanager
def one_moment(address: str) -> Iterator[Cursor]:
    """See the whole database as it is now, as the login that may only read."""
    with psycopg.connect(address) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        with connection.cursor() as cursor:
            yield cursor


def write_municipality(
    cursor: Cursor,
    schema: str,
    *,
    municipality_id: object,
    to: Path,
    log: Sequence[Mapping[str, Any]] = (),
) -> Manifest:
    """Write a schema to files, all or nothing.

    Args:
        cursor: What `one_moment` gave.
        schema: The schema.
        municipality_id: Whose it is.
        to: A folder or, when the name ends with .tar, a file; neither may be there.
        log: What the list of contents says of the sealed log.

    Raises:
        ExportError: there is something already.
    """
    if to.exists():
        raise ExportError(f"{to} finnes fra før.")
    unfinished = to.with_name(f".{to.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=_OWNER_ONLY, parents=True)
    try:
        tables = tables_of(cursor, schema)
        files = tuple(_write(cursor, schema, table, unfinished) for table in tables)
        manifest = _manifest(cursor, schema, municipality_id, files, log)
        _place(unfinished / NAME, [manifest.to_bytes()])
        _finish(unfinished, to)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return manifest


def _write(cursor: Cursor, schema: str, table: Table, folder: Path) -> File:
    summed = rows.Sum()

    def passing() -> Iterator[bytes]:
        for line in rows.lines_of(cursor, schema, table):
            summed.add(line)
            yield line

    _place(folder / file_of(table), passing())
    return summed.of(table)


def _manifest(
    cursor: Cursor,
    schema: str,
    municipality_id: object,
    files: tuple[File, ...],
    log: Sequence[Mapping[str, Any]],
) -> Manifest:
    cursor.execute("SELECT now(), current_setting('server_version')")
    moment, server = cursor.fetchone() or (None, "")
    return Manifest(
        written_at=moment.astimezone(UTC).isoformat() if moment else "",
        schema=schema,
        municipality=_identity(cursor, municipality_id),
        server=f"PostgreSQL {server}",
        migrations=migrations_of(cursor, schema),
        log=tuple(log),
        files=files,
        sequences=tuple(sequences_of(cursor, schema)),
        left_out=LEFT_OUT,
    )


def migrations_of(cursor: Cursor, schema: str) -> tuple[str, ...]:
    """List the migrations a schema has."""
    cursor.execute(
        psycopg.sql.SQL(
            "SELECT DISTINCT (app || '.' || name) COLLATE \"C\" FROM {} ORDER BY 1"
        ).format(psycopg.sql.Identifier(schema, "django_migrations"))
    )
    return tuple(name for (name,) in cursor.fetchall())


def _identity(cursor: Cursor, municipality_id: object) -> Identity:
    cursor.execute(_MUNICIPALITY, [municipality_id])
    facts = cursor.fetchone()
    if facts is None:
        raise ExportError("Kommunen er ikke i registeret.")
    cursor.execute(_NUMBERS, [municipality_id])
    numbers = tuple(Number(*row) for row in cursor.fetchall())
    return replace(Identity(*facts), numbers=numbers)


def _place(path: Path, parts: Iterator[bytes] | list[bytes]) -> None:
    """Write a file that is on the disk when this returns."""
    path.parent.mkdir(mode=_OWNER_ONLY, exist_ok=True)
    with path.open("wb", buffering=BUFFER) as file:
        for part in parts:
            file.write(part)
        file.flush()
        os.fsync(file.fileno())


def _finish(unfinished: Path, to: Path) -> None:
    """Give what is written its name, which is the last thing that happens."""
    if to.suffix != _TAR:
        unfinished.rename(to)
        return
    packed = unfinished / to.name
    with packed.open("xb") as file, tarfile.open(fileobj=file, mode="w") as tar:
        packed.chmod(0o600)
        for each in sorted(unfinished.rglob("*")):
            if each.is_file() and each != packed:
                tar.add(each, each.relative_to(unfinished).as_posix())
        tar.close()
        file.flush()
        os.fsync(file.fileno())
    packed.rename(to)
