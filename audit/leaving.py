"""Takes everything of a municipality out, to leave or to be kept; its log says so first."""

import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import rmtree
from typing import Any

from audit.controller import controller_here
from audit.entry import Actor, Client, Entry, Grounds
from audit.export import rows
from audit.log import append
from audit.verbs import Verb
from tenants.archiving import services as archiving
from tenants.backup import services as backups
from tenants.backup.models import Backup
from tenants.context import in_consortium, in_municipality
from tenants.exit.manifest import Manifest
from tenants.exit.writing import one_moment, write_municipality
from tenants.models import Municipality

_GIVEN_UP_AFTER = timedelta(days=1)


def export_municipality(
    municipality: Municipality, *, to: Path, address: str, by: str
) -> Manifest:
    """Write everything of a municipality to a folder or a tar file; the register notes it.

    Args:
        municipality: Whose, in operation or archived.
        to: Where; see `tenants.exit.writing`.
        address: libpq's, of the login that reads past the row policies.
        by: What does it, for the log.

    Raises:
        tenants.exit.writing.ExportError: nothing was written.
    """
    log = _say(municipality, Verb.TAKEN_OUT, by)
    manifest = _write(municipality, to, address, log)
    with in_consortium():
        archiving.note_export(
            municipality.pk,
            moment=datetime.fromisoformat(manifest.written_at),
            fingerprint=manifest.digest(),
        )
    return manifest


def back_up(
    municipality: Municipality, *, folder: Path, address: str, by: str
) -> tuple[Path, Backup]:
    """Write everything of a municipality to a new file, and note that it is backed up.

    Args:
        municipality: Whose, in operation.
        folder: Where; the municipality has a folder of its own there.
        address: libpq's, of the login that reads past the row policies.
        by: What does it, for the log.

    Raises:
        tenants.exit.writing.ExportError: nothing was written.
    """
    own = folder / municipality.schema_name
    own.mkdir(mode=0o700, parents=True, exist_ok=True)
    _clear(own)
    to = own / f"{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}.tar"
    log = _say(municipality, Verb.BACKED_UP, by, how=Backup.Way.FILE.value)
    manifest = _write(municipality, to, address, log)
    with in_consortium():
        made = backups.record(
            municipality.pk,
            way=Backup.Way.FILE,
            moment=datetime.fromisoformat(manifest.written_at),
            bytes_=to.stat().st_size,
            fingerprint=manifest.digest(),
        )
    return to, made


def note_backup(municipality: Municipality, *, by: str) -> Backup:
    """Note that the whole server was backed up just now, by the database's own tools."""
    _say(municipality, Verb.BACKED_UP, by, how=Backup.Way.SERVER.value)
    with in_consortium():
        return backups.record(
            municipality.pk, way=Backup.Way.SERVER, moment=datetime.now(UTC)
        )


def _say(
    municipality: Municipality, verb: Verb, by: str, **detail: str
) -> list[Mapping[str, Any]]:
    """Say in its log what will be done; give what the list of contents says of the log."""
    with in_municipality(municipality):
        append(
            Entry(
                verb=verb,
                actor=Actor(None, by),
                municipality=controller_here(),
                grounds=Grounds(purpose="HSYSADMIN"),
                client=Client(channel="command"),
                detail=detail,
            )
        )
        return [tree._asdict() for tree in rows.newest_of_each_era()]


def _write(
    municipality: Municipality, to: Path, address: str, log: list[Mapping[str, Any]]
) -> Manifest:
    with one_moment(address) as cursor:
        return write_municipality(
            cursor,
            municipality.schema_name,
            municipality_id=municipality.pk,
            to=to,
            log=log,
        )


def _clear(folder: Path) -> None:
    """Take away what a backup that was killed has left."""
    for left in folder.glob(".*.unfinished"):
        if time.time() - left.stat().st_mtime > _GIVEN_UP_AFTER.total_seconds():
            rmtree(left, ignore_errors=True)
