"""Attempts to change, erase or add to what the log already says."""

from uuid import uuid4

import psycopg
import pytest
from django.db import DatabaseError

from audit import log
from tenants import roles
from tenants.context import in_municipality
from tests.attacks.by_hand import EVENT, event_row
from tests.attacks.doors import entry, query, subject
from tests.database import as_login, as_superuser

TABLES = ("audit_accessevent", "audit_accesssubject")
CHANGES = [
    statement
    for table in TABLES
    for statement in (
        f"UPDATE fjord.{table} SET recorded_at = now()",
        f"DELETE FROM fjord.{table}",
        f"TRUNCATE fjord.{table} CASCADE",
        f"MERGE INTO fjord.{table} t USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE",
        f"SELECT * FROM fjord.{table} FOR UPDATE",
    )
]


@pytest.fixture
def event(world):
    return log.append(entry(world.nurse, subject(world.ola)))[0]


def all_of_it(server):
    return [
        server.execute(f"SELECT t::text FROM fjord.{table} t ORDER BY 1").fetchall()
        for table in TABLES
    ]


@pytest.mark.parametrize("login", [roles.APP, roles.WORKER])
def test_application_changes_nothing_in_the_log(event, fjord, database, login):
    with as_superuser(database) as server:
        before = all_of_it(server)

        with as_login(login), in_municipality(fjord):
            for statement in CHANGES:
                with pytest.raises(DatabaseError, match="permission denied"):
                    query(statement)

        assert all_of_it(server) == before


def test_owner_changes_nothing_in_the_log(event, database):
    with as_superuser(database) as server:
        before = all_of_it(server)
        server.execute("SET ROLE akson_owner")

        for statement in CHANGES:
            if "FOR UPDATE" not in statement:
                with pytest.raises(psycopg.Error, match="kan ikke endres"):
                    server.execute(statement)

        assert all_of_it(server) == before


def test_log_does_not_change_in_a_replica_s_session_either(event, database):
    with as_superuser(database) as server:
        before = all_of_it(server)
        server.execute("SET session_replication_role = replica")

        for statement in CHANGES:
            if "FOR UPDATE" not in statement:
                with pytest.raises(psycopg.Error, match="kan ikke endres"):
                    server.execute(statement)

        assert all_of_it(server) == before


@pytest.mark.parametrize(
    ("column", "value"), [("xid", 1), ("stored_at", "2020-01-01"), ("backend_pid", 1)]
)
def test_event_cannot_say_when_and_by_whom_it_was_stored(world, column, value):
    with pytest.raises(DatabaseError, match="permission denied"):
        query(
            "INSERT INTO audit_accessevent (id, recorded_at, verb, outcome, basis, purpose,"
            f" is_demo, body, {column})"
            " VALUES (%s, now(), 'read', 0, '', '', false, 'x', %s)",
            [uuid4(), value],
        )


def test_subject_cannot_say_in_which_transaction_it_was_stored(world, event):
    ((xid,),) = query("SELECT xid FROM audit_accessevent WHERE id = %s", [event])

    with pytest.raises(DatabaseError, match="permission denied"):
        query(
            "INSERT INTO audit_accesssubject (event_id, recorded_at, patient_id, reach, xid)"
            " VALUES (%s, now(), %s, 1, %s)",
            [event, uuid4(), xid],
        )


def test_nobody_is_added_to_an_event_afterwards(world, event, database):
    add = (
        "INSERT INTO fjord.audit_accesssubject (event_id, recorded_at, patient_id, reach)"
        " VALUES (%s, now(), %s, 1)"
    )
    with pytest.raises(DatabaseError, match="subject_is_written_with_its_event"):
        query(add, [event, uuid4()])

    with as_superuser(database) as server:
        server.execute("SET ROLE akson_owner")
        with pytest.raises(psycopg.Error, match="subject_is_written_with_its_event"):
            server.execute(add, [event, uuid4()])


def test_event_cannot_be_written_twice(world, event):
    again = event_row(entry(world.nurse), id=event)

    with pytest.raises(DatabaseError, match="duplicate key"):
        query(EVENT, again)
    with pytest.raises(DatabaseError, match="permission denied"):
        query(f"{EVENT} ON CONFLICT (id) DO UPDATE SET verb = 'listed'", again)


WALLS = {
    "triggers": "ALTER TABLE fjord.audit_accessevent DISABLE TRIGGER ALL",
    "one trigger": "DROP TRIGGER append_only ON fjord.audit_accessevent",
    "policies": "ALTER TABLE fjord.journal_note DISABLE ROW LEVEL SECURITY",
    "table": "DROP TABLE fjord.audit_accessevent",
    "policy": "DROP POLICY only_committed ON fjord.audit_opening",
    "function": (
        "CREATE OR REPLACE FUNCTION fjord.may_open(wanted uuid) RETURNS boolean"
        " LANGUAGE sql AS 'SELECT true'"
    ),
    "rule": "CREATE RULE hide AS ON INSERT TO fjord.audit_accessevent DO INSTEAD NOTHING",
    "owner": "ALTER TABLE fjord.audit_accessevent OWNER TO t_fjord",
    "bypass": "ALTER ROLE t_fjord BYPASSRLS",
}


@pytest.mark.parametrize("statement", WALLS.values(), ids=WALLS.keys())
def test_application_does_not_take_the_walls_down(world, statement):
    with pytest.raises(DatabaseError):
        query(statement)


def test_application_cannot_give_itself_more_rights(world):
    with pytest.raises(DatabaseError):
        query("GRANT ALL ON fjord.audit_accessevent, fjord.journal_note TO t_fjord")

    for right in ("UPDATE", "DELETE", "TRUNCATE"):
        asked = "SELECT has_table_privilege('fjord.audit_accessevent', %s)"
        assert query(asked, [right]) == [(False,)]
