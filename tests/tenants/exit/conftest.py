"""Ways to take a municipality out, and to look at what was written."""

import json
import os

import psycopg
import pytest

from audit.leaving import export_municipality
from tenants import roles
from tenants.exit.writing import one_moment, write_municipality
from tenants.roles import login_password
from tests.database import as_login

EVENT = "audit_accessevent"


def backup_address(database):
    """The address of the login that reads everything and writes nothing."""
    return psycopg.conninfo.make_conninfo(
        os.environ["AKSON_ADMIN_DATABASE_URL"],
        dbname=database,
        user=roles.BACKUP,
        password=login_password(os.environ.get("AKSON_SECRET_KEY", ""), roles.BACKUP),
    )


@pytest.fixture
def backup(database):
    return backup_address(database)


@pytest.fixture
def take_out(fjord, backup, tmp_path):
    """Take Fjord out as the command does; gives where to, and the list of contents."""

    def take_out(name="fjord"):
        with as_login(roles.WORKER):
            manifest = export_municipality(
                fjord, to=tmp_path / name, address=backup, by="test"
            )
        return tmp_path / name, manifest

    return take_out


def write(database, municipality, to, schema=None):
    """Write a schema to files without a word in its log, to compare with."""
    with one_moment(backup_address(database)) as cursor:
        write_municipality(
            cursor,
            schema or municipality.schema_name,
            municipality_id=municipality.pk,
            to=to,
        )
    return to


@pytest.fixture
def copy_out(fjord, database, tmp_path):
    """Write Fjord, or another schema as Fjord's, to files."""

    def copy_out(name, schema="fjord"):
        return write(database, fjord, tmp_path / name, schema)

    return copy_out


def rows(folder, table):
    """Read a table's rows as anybody can."""
    lines = (folder / f"tables/{table}.ndjson").read_text().splitlines()
    return [json.loads(line) for line in lines]


def files(folder):
    """Give the tables' files, with all their bytes."""
    return {file.name: file.read_bytes() for file in (folder / "tables").iterdir()}
