"""Attempts to change, erase or forge what seals the log."""

import psycopg
import pytest
from django.db import DatabaseError

from audit import seal_policy
from audit.models import AccessEvent
from tenants import roles
from tenants.context import in_municipality
from tests.attacks.doors import query
from tests.database import as_login, as_superuser

LEAF = "INSERT INTO fjord.audit_logleaf VALUES (1, 0, gen_random_uuid(), sha256('x'))"
TILE = (
    "INSERT INTO fjord.audit_logtile"
    " VALUES (1, 0, 0, convert_to(repeat('x', 8192), 'UTF8'), sha256('x'))"
)
ERA = "INSERT INTO fjord.audit_logera (number, origin, system_identifier, reason)"
ERA += " VALUES (1, 'o', '1', '')"
CHECKPOINT = (
    "INSERT INTO fjord.audit_logcheckpoint (era, size, root, note, sealed_xid,"
    " sealed_event) VALUES (1, 0, sha256(''), '', 0, gen_random_uuid())"
)
COSIGNATURE = (
    "INSERT INTO fjord.audit_logcosignature (era, size, witness, moment, line)"
    " VALUES (1, 0, 'w', 1, '')"
)
REFUSAL = (
    "INSERT INTO fjord.audit_logrefusal (era, witness, size, reason)"
    " VALUES (1, 'w', 0, 'forked')"
)
ROWS = (ERA, LEAF, TILE, CHECKPOINT, COSIGNATURE, REFUSAL)
TABLES = (*seal_policy.TABLES, *seal_policy.COSIGNED_TABLES)
CHANGES = [
    f"{change.format(table=f'fjord.{table}')}"
    for table in TABLES
    for change in (
        "DELETE FROM {table}",
        "TRUNCATE {table}",
        f"UPDATE {{table}} SET {'reason' if 'era' in table else 'era'} = '9'",
    )
]


@pytest.fixture
def sealed(fjord, database):
    """A row in each table, written as the sealer may."""
    with as_login(roles.SEALER), in_municipality(fjord):
        for row in ROWS:
            query(row)


@pytest.mark.parametrize("login", [roles.APP, roles.WORKER])
def test_application_reads_the_seals_and_forges_none(sealed, fjord, login):
    with as_login(login), in_municipality(fjord):
        for statement in [*ROWS, *CHANGES]:
            with pytest.raises(DatabaseError, match="permission denied"):
                query(statement)
        for table in TABLES:
            assert query(f"SELECT count(*) FROM {table}") == [(1,)]


def test_sealer_changes_nothing_that_is_sealed(sealed, fjord):
    with as_login(roles.SEALER), in_municipality(fjord):
        for statement in CHANGES:
            with pytest.raises(DatabaseError, match="permission denied"):
                query(statement)


@pytest.mark.parametrize(
    "session", ["ROLE akson_owner", "session_replication_role = replica"]
)
def test_owner_changes_nothing_that_is_sealed(sealed, database, session):
    with as_superuser(database) as server:
        server.execute(f"SET {session}")
        for statement in CHANGES:
            with pytest.raises(psycopg.Error, match="kan ikke endres"):
                server.execute(statement)


def test_sealer_reads_the_bytes_of_events_and_nothing_else_about_people(world, fjord):
    assert AccessEvent.objects.exists()
    with as_login(roles.SEALER), in_municipality(fjord):
        assert query("SELECT id, xid, stored_at, body FROM audit_accessevent")
        for statement in (
            "SELECT actor_id FROM audit_accessevent",
            "SELECT * FROM audit_accesssubject",
            "SELECT * FROM journal_patient",
            "SELECT * FROM accounts_user",
            "INSERT INTO audit_accessevent (id) VALUES (gen_random_uuid())",
            "SELECT digest FROM public.tenants_schematemplate",
            "UPDATE public.tenants_healthreport SET municipality_id = NULL",
        ):
            with pytest.raises(DatabaseError, match="permission denied"):
                query(statement)


def test_sealer_does_not_say_when_it_sealed(fjord):
    with as_login(roles.SEALER), in_municipality(fjord):
        for statement in (
            CHECKPOINT.replace("(era,", "(sealed_at, era,").replace(
                "(1, 0", "(now(), 1, 0"
            ),
            ERA.replace("(number,", "(began_at, number,").replace(
                "(1, 'o'", "(now(), 1, 'o'"
            ),
            COSIGNATURE.replace("(era,", "(stored_at, era,").replace(
                "(1, 0", "(now(), 1, 0"
            ),
            REFUSAL.replace("(era,", "(refused_at, era,").replace(
                "(1, 'w'", "(now(), 1, 'w'"
            ),
        ):
            with pytest.raises(DatabaseError, match="permission denied"):
                query(statement)
