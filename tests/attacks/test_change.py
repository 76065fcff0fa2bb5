"""Attempts to change or take away what is written for good."""

import psycopg
import pytest
from django.db import DatabaseError

from audit import log
from tenants import roles
from tenants.context import in_municipality
from tests.attacks.doors import entry, note, open_by_hand, query, subject
from tests.database import as_login, as_superuser

NEVER = r"kan ikke endres|permission denied"
HISTORY = """
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'fjord' AND c.relkind = 'r' AND c.relname LIKE '%\\_historical%'
    ORDER BY 1
"""
# Whom neither grants nor policies bind; the second lets ordinary triggers sleep.
OWNER = ("SET ROLE akson_owner", "SET session_replication_role = replica")
# Everything the application may change, and only notes' drafts may go.
STAYS = (
    "journal_patient",
    "journal_patientidentifier",
    "journal_address",
    "journal_healthrecord",
    "journal_relatedperson",
    "journal_episode",
    "journal_careteammember",
    "journal_criticalinformation",
    "journal_criticalreview",
    "journal_noteinerror",
)


def test_signed_note_never_changes(world):
    signed = note(world, text="Signert")

    for statement in (
        "UPDATE journal_note SET text = 'endret' WHERE id = %s",
        "UPDATE journal_note SET signed_at = NULL WHERE id = %s",
        "DELETE FROM journal_note WHERE id = %s",
    ):
        event = log.append(entry(world.nurse, subject(world.ola)))[0]
        with pytest.raises(DatabaseError, match=NEVER):
            open_by_hand(event, statement, [signed.id])


@pytest.mark.parametrize("session", OWNER)
def test_signed_note_does_not_change_for_its_owner_either(world, database, session):
    signed = note(world, text="Signert")

    with as_superuser(database) as server:
        server.execute(session)
        for statement in (
            "UPDATE fjord.journal_note SET text = 'endret'",
            "DELETE FROM fjord.journal_note",
            "TRUNCATE fjord.journal_note CASCADE",
            "TRUNCATE fjord.journal_noteinerror",
        ):
            with pytest.raises(psycopg.Error, match="kan ikke endres"):
                server.execute(statement)
        kept = server.execute("SELECT id, text FROM fjord.journal_note").fetchall()

    assert kept == [(signed.id, "Signert")]


@pytest.mark.parametrize("login", [roles.APP, roles.WORKER])
def test_history_is_only_added_to(world, fjord, login):
    note(world, text="Signert")
    tables = [name for (name,) in query(HISTORY)]

    with as_login(login), in_municipality(fjord):
        for table in tables:
            for statement in _changes(table):
                event = log.append(entry(world.nurse, subject(world.ola)))[0]
                with pytest.raises(DatabaseError, match="permission denied"):
                    open_by_hand(event, statement)
    assert len(tables) > 11


@pytest.mark.parametrize("session", OWNER)
def test_owner_rewrites_no_history_either(world, database, session):
    note(world, text="Signert")
    tables = [name for (name,) in query(HISTORY)]

    with as_superuser(database) as server:
        server.execute(session)
        for table in tables:
            filled = server.execute(f"SELECT 1 FROM fjord.{table} LIMIT 1").fetchall()
            for statement in _changes(f"fjord.{table}"):
                if filled or "TRUNCATE" in statement:
                    with pytest.raises(psycopg.Error, match="kan ikke endres"):
                        server.execute(statement)


@pytest.mark.parametrize("login", [roles.APP, roles.WORKER])
def test_row_of_an_open_patient_is_not_deleted(world, fjord, login):
    with as_login(login), in_municipality(fjord):
        for table in STAYS:
            event = log.append(entry(world.nurse, subject(world.ola)))[0]
            with pytest.raises(DatabaseError, match="permission denied"):
                open_by_hand(event, f"DELETE FROM {table}")


def _changes(table):
    return (
        f"UPDATE {table} SET history_type = '-'",
        f"DELETE FROM {table}",
        f"TRUNCATE {table} CASCADE",
    )
