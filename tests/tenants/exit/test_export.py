"""A municipality takes everything out: told in its log, at one moment, whole or not at all."""

import hashlib
import json
import stat
import tarfile

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from access.models import Unit
from audit.models import AccessEvent
from tenants import roles
from tenants.context import in_consortium
from tenants.exit import writing
from tenants.exit.catalogue import LEFT_OUT, tables_of
from tenants.exit.values import UnknownTypeError, form_of
from tenants.exit.writing import ExportError, one_moment, write_municipality
from tests.database import as_login, as_superuser
from tests.tenants.exit.conftest import EVENT, rows


def test_everything_is_written_with_its_sums(world, take_out):
    folder, manifest = take_out()

    said = json.loads((folder / "manifest.json").read_text())
    assert (said["format"], said["version"]) == ("akson-municipality", 1)
    assert said["municipality"]["orgnr"] == "999999999"
    assert set(said["left_out"]) == {"audit_opening", "accounts_session"}
    assert "journal.0001_initial" in said["migrations"]
    for table in said["tables"]:
        data = (folder / table["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == table["sha256"]
        assert (data.count(b"\n"), len(data)) == (table["rows"], table["bytes"])
    assert manifest.rows == sum(table["rows"] for table in said["tables"])
    (patient,) = rows(folder, "journal_patient")
    assert patient["patient_id"] == str(world.ola.patient_id)


def test_log_says_so_before_a_row_is_read(world, take_out):
    folder, _manifest = take_out()

    event = AccessEvent.objects.latest("stored_at")
    assert (event.verb, event.purpose) == ("taken_out", "HSYSADMIN")
    assert str(event.pk) in [row["id"] for row in rows(folder, EVENT)]


def test_register_notes_as_of_when_and_its_fingerprint(world, fjord, take_out):
    _folder, manifest = take_out()

    with in_consortium():
        noted = fjord.exports.get()
    assert noted.moment.isoformat() == manifest.written_at
    assert noted.fingerprint == manifest.digest()


def test_log_that_cannot_be_written_leaves_nothing_taken_out(
    world, take_out, tmp_path, database
):
    with as_superuser(database) as server:
        server.execute("REVOKE INSERT ON fjord.audit_accessevent FROM w_fjord")

    with pytest.raises(DatabaseError):
        take_out()

    assert list(tmp_path.iterdir()) == []


def test_all_of_it_is_of_the_moment_at_which_it_began(world, fjord, backup, tmp_path):
    with one_moment(backup) as cursor:
        tables_of(cursor, "fjord")
        Unit.objects.filter(pk=world.north.pk).update(name="Renamed meanwhile")
        write_municipality(
            cursor, "fjord", municipality_id=fjord.pk, to=tmp_path / "out"
        )

    names = [unit["name"] for unit in rows(tmp_path / "out", "access_unit")]
    assert world.north.name in names
    assert "Renamed meanwhile" not in names


def test_tar_holds_the_same_files_and_is_the_owners_alone(world, copy_out, tmp_path):
    folder = copy_out("folder")
    packed = copy_out("packed.tar")

    assert stat.S_IMODE(packed.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    with tarfile.open(packed) as tar:
        for file in folder.rglob("*.ndjson"):
            member = tar.extractfile(file.relative_to(folder).as_posix())
            assert member is not None
            assert member.read() == file.read_bytes()
        assert "manifest.json" in tar.getnames()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder", "packed.tar"]


def test_export_that_fails_midway_leaves_nothing_and_the_next_one_succeeds(
    world, copy_out, tmp_path, monkeypatch
):
    def stop(*_args):
        raise InterruptedError

    with monkeypatch.context() as patched:
        patched.setattr(writing, "sequences_of", stop)
        with pytest.raises(InterruptedError):
            copy_out("out")
    assert list(tmp_path.iterdir()) == []

    # As one that was killed leaves it.
    (tmp_path / ".out.unfinished").mkdir()
    (tmp_path / ".out.unfinished" / "old").write_text("old")
    copy_out("out")
    assert [each.name for each in tmp_path.iterdir()] == ["out"]
    assert not (tmp_path / "out" / "old").exists()


def test_what_is_there_is_not_written_over(world, copy_out):
    folder = copy_out("out")

    with pytest.raises(ExportError, match="finnes fra før"):
        copy_out("out")

    assert (folder / "manifest.json").exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE fjord.access_unit SET name = 'x'",
        "INSERT INTO fjord.auth_group (name) VALUES ('x')",
        "CREATE TABLE fjord.mine (a int)",
        "SET ROLE t_fjord",
        "SET ROLE akson_owner",
    ],
)
def test_login_that_takes_out_can_do_nothing_else(world, backup, statement):
    with psycopg.connect(backup, autocommit=True) as connection:
        with pytest.raises(psycopg.Error):
            connection.execute(statement)
        # Nor when it asks to be more than a reader: it has no such right.
        connection.execute("SET default_transaction_read_only = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement)


def test_same_rows_are_written_the_same_way_again(world, copy_out):
    one, two = copy_out("one"), copy_out("two")

    for file in (one / "tables").iterdir():
        assert file.read_bytes() == (two / "tables" / file.name).read_bytes()


def test_every_table_of_a_municipality_is_taken_out_or_named(world, backup):
    with one_moment(backup) as cursor:
        written = {table.name for table in tables_of(cursor, "fjord")}
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p')"
            " AND relnamespace = 'fjord'::regnamespace"
        )
        there = {name for (name,) in cursor.fetchall()}
        cursor.execute(
            "SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'f'"
            " AND confrelid = ANY (%s::regclass[])",
            [[f"fjord.{name}" for name in LEFT_OUT]],
        )
        referring = {name.removeprefix("fjord.") for (name,) in cursor.fetchall()}

    assert written == there - set(LEFT_OUT)
    assert referring <= set(LEFT_OUT)


def test_type_nobody_decided_about_is_refused():
    assert form_of("numeric(8,3)").read_type.as_string() == "text"
    with pytest.raises(UnknownTypeError):
        form_of("json")


def test_command_takes_out_and_says_what(world, backup, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("AKSON_BACKUP_DATABASE_URL", backup)
    with as_login(roles.WORKER):
        call_command("export_municipality", "fjord", to=tmp_path / "out")
    assert "tabeller" in capsys.readouterr().out

    with as_login(roles.WORKER), pytest.raises(CommandError, match="finnes fra før"):
        call_command("export_municipality", "fjord", to=tmp_path / "out")
    monkeypatch.delenv("AKSON_BACKUP_DATABASE_URL")
    with as_login(roles.WORKER), pytest.raises(CommandError, match="akson_backup"):
        call_command("export_municipality", "fjord", to=tmp_path / "two")
