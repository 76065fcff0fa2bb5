"""The list of contents: what lies in the files, of whom, as of when, and how to check it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from tenants.exit.catalogue import Column, Sequence, Table

FORMAT = "akson-municipality"
VERSION = 1
NAME = "manifest.json"


class ManifestError(Exception):
    """The list of contents cannot be read, or what lies there is not what it says."""


@dataclass(frozen=True, slots=True)
class Number:
    """A municipality number, and when it is valid."""

    number: str
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the municipality is, as the consortium's register has it."""

    id: UUID
    orgnr: str
    name: str
    official_name: str
    county_number: str
    county_name: str
    is_sami_area: bool
    language: str
    numbers: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """One table's rows: how many, and the bytes they are written in."""

    table: Table
    rows: int
    bytes: int
    sha256: str

    @property
    def name(self) -> str:
        """The file's place."""
        return file_of(self.table)


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that is written, and as of which moment.

    Args:
        written_at: The moment all of it is as of, UTC.
        schema: What the schema was called.
        municipality: Whose it is.
        server: PostgreSQL's version.
        migrations: Which migrations the schema has, by app and name.
        log: The trees of the sealed log, each at its newest checkpoint.
        files: The tables.
        sequences: The sequences.
        left_out: Tables that are not there, and why.
    """

    written_at: str
    schema: str
    municipality: Identity
    server: str
    migrations: tuple[str, ...]
    log: tuple[Mapping[str, Any], ...]
    files: tuple[File, ...]
    sequences: tuple[Sequence, ...]
    left_out: Mapping[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(file.rows for file in self.files)

    @property
    def moment(self) -> str:
        """The moment as a person in Norway reads it."""
        at = timezone.localtime(datetime.fromisoformat(self.written_at))
        return f"{at:%d.%m.%Y kl. %H.%M}"

    def to_bytes(self) -> bytes:
        """Write it as JSON."""
        said = asdict(self)
        said["tables"] = [
            {"file": file.name, **asdict(file.table), **_sums(file)}
            for file in self.files
        ]
        del said["files"]
        whole = {"format": FORMAT, "version": VERSION, **said}
        return json.dumps(whole, indent=1, ensure_ascii=False, default=str).encode()

    def digest(self) -> str:
        """Give the fingerprint that stands for everything: write it down elsewhere."""
        return hashlib.sha256(self.to_bytes()).hexdigest()


def file_of(table: Table) -> str:
    """Name the file a table's rows lie in."""
    return f"tables/{table.name}.ndjson"


def parse(data: bytes) -> Manifest:
    """Read a list of contents.

    Raises:
        ManifestError: it is none, or of a version that is not known.
    """
    try:
        said = json.loads(data)
        if (said["format"], said["version"]) != (FORMAT, VERSION):
            raise ManifestError(
                f"Formatet er {said['format']} {said['version']}; "
                f"denne versjonen leser {FORMAT} {VERSION}."
            )
        return Manifest(
            written_at=said["written_at"],
            schema=said["schema"],
            municipality=_identity(said["municipality"]),
            server=said["server"],
            migrations=tuple(said["migrations"]),
            log=tuple(said["log"]),
            files=tuple(_file(each) for each in said["tables"]),
            sequences=tuple(Sequence(**each) for each in said["sequences"]),
            left_out=said["left_out"],
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ManifestError(f"{NAME} kan ikke leses.") from error


def _identity(said: dict[str, Any]) -> Identity:
    numbers = tuple(
        Number(
            each["number"],
            date.fromisoformat(each["valid_from"]),
            date.fromisoformat(each["valid_until"]) if each["valid_until"] else None,
        )
        for each in said["numbers"]
    )
    return Identity(**{**said, "id": UUID(said["id"]), "numbers": numbers})


def _file(said: dict[str, Any]) -> File:
    columns = tuple(Column(**each) for each in said["columns"])
    table = Table(said["name"], columns, tuple(said["key"]))
    return File(table, said["rows"], said["bytes"], said["sha256"])


def _sums(file: File) -> dict[str, Any]:
    return {"rows": file.rows, "bytes": file.bytes, "sha256": file.sha256}
