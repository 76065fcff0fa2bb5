"""Attempts to see a patient's rows without a committed event of the log that says so."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from audit import log
from audit.verbs import Outcome
from tenants import roles
from tenants.context import in_municipality, second_connection
from tests.attacks.by_hand import (
    EVENT,
    SUBJECT,
    event_row,
    stored_as_owner,
    subject_row,
)
from tests.attacks.doors import (
    attempts_on,
    entry,
    open_by_hand,
    protected_tables,
    query,
    subject,
)
from tests.database import as_login, as_superuser

NOTHING_OPEN = "ingen journal er åpnet"
REFUSED = r"row-level security|permission denied"
READ_NOTES = "SELECT count(*) FROM journal_note"


@pytest.mark.parametrize("login", [roles.APP, roles.WORKER])
def test_no_protected_table_answers_when_nothing_is_open(world, fjord, login):
    tables = protected_tables()
    silent = []
    with as_login(login), in_municipality(fjord):
        for table, key in tables:
            for statement in attempts_on(table, key):
                try:
                    answer = query(statement)
                except DatabaseError as error:
                    if NOTHING_OPEN not in str(error) and "permission" not in str(
                        error
                    ):
                        silent.append((statement, str(error)))
                else:
                    silent.append((statement, answer))

    assert len(tables) > 15
    assert silent == []


def test_patient_who_was_never_registered_is_not_simply_absent(world):
    # An index that finds nothing must not answer before the policy is asked.
    for table in ("journal_criticalinformation", "journal_note"):
        with pytest.raises(DatabaseError, match=NOTHING_OPEN):
            query(f"SELECT * FROM {table} WHERE record_id = %s", [uuid4()])


def test_open_record_without_rows_is_an_empty_list(world):
    event = log.append(entry(world.nurse, subject(world.ola)))[0]

    with log.open_door([event]):
        found = query(
            "SELECT * FROM journal_criticalinformation WHERE record_id = %s",
            [world.ola.record_id],
        )

    assert found == []


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.FAILED])
def test_refusal_opens_nothing(world, outcome):
    event = log.append(entry(world.nurse, subject(world.ola), outcome=outcome))[0]

    with pytest.raises(DatabaseError, match=REFUSED):
        open_by_hand(event, READ_NOTES)


def test_event_that_is_not_there_opens_nothing(world):
    with pytest.raises(DatabaseError, match=REFUSED):
        open_by_hand(uuid4(), READ_NOTES)


def test_event_written_through_another_connection_opens_nothing(world):
    with second_connection():
        event = log.append(entry(world.nurse, subject(world.ola)))[0]

    with pytest.raises(DatabaseError, match=REFUSED):
        open_by_hand(event, READ_NOTES)


def test_event_of_another_connection_opens_where_it_was_written(world):
    with second_connection():
        event = log.append(entry(world.nurse, subject(world.ola)))[0]

        assert open_by_hand(event, READ_NOTES) == [(0,)]


@pytest.mark.parametrize(("seconds", "opens"), [(50, True), (61, False), (3600, False)])
def test_event_opens_for_a_minute(world, database, seconds, opens):
    event = stored_as_owner(database, world.ola, seconds_ago=seconds)

    if opens:
        assert open_by_hand(event, READ_NOTES) == [(0,)]
        return
    with pytest.raises(DatabaseError, match=REFUSED):
        open_by_hand(event, READ_NOTES)


@pytest.mark.parametrize("days", [-1, 1])
def test_event_that_says_another_time_than_its_own_opens_nothing(world, days):
    at = datetime.now(UTC) + timedelta(days=days)
    event = log.append(entry(world.nurse, subject(world.ola), recorded_at=at))[0]

    with pytest.raises(DatabaseError, match=REFUSED):
        open_by_hand(event, READ_NOTES)


def test_event_of_the_same_transaction_opens_nothing(world):
    one = entry(world.nurse, subject(world.ola))
    with transaction.atomic():
        query(EVENT, event_row(one))
        query(SUBJECT, subject_row(one, one.subjects[0]))
        with pytest.raises(DatabaseError, match=REFUSED):
            open_by_hand(one.id, READ_NOTES)


def test_event_of_the_same_statement_opens_nothing(world):
    at_once = f"""
        WITH event AS ({EVENT} RETURNING id)
        INSERT INTO audit_opening (event_id) SELECT id FROM event
    """

    with pytest.raises(DatabaseError, match=REFUSED):
        query(at_once, event_row(entry(world.nurse)))


def test_event_opens_once(world):
    event = log.append(entry(world.nurse, subject(world.ola)))[0]
    assert open_by_hand(event, READ_NOTES) == [(0,)]

    with pytest.raises(DatabaseError, match=REFUSED):
        open_by_hand(event, READ_NOTES)


def test_demo_event_opens_nothing(world):
    event = log.append(entry(world.nurse, subject(world.ola), is_demo=True))[0]

    with pytest.raises(DatabaseError, match=REFUSED):
        open_by_hand(event, READ_NOTES)


@pytest.mark.parametrize("column", ["xid", "began_at", "id"])
def test_opening_cannot_be_forged(world, column):
    event = log.append(entry(world.nurse, subject(world.ola)))[0]
    value = {"xid": 1, "began_at": timezone.now(), "id": 7}[column]

    with pytest.raises(DatabaseError, match="permission denied"):
        query(
            f"INSERT INTO audit_opening (event_id, {column}) VALUES (%s, %s)",
            [event, value],
        )


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM audit_opening",
        "UPDATE audit_opening SET event_id = event_id",
        "DELETE FROM audit_opening",
        "TRUNCATE audit_opening",
        "SELECT sweep_openings()",
        "SELECT * FROM opened_subjects()",
    ],
)
def test_openings_are_out_of_the_application_s_reach(world, statement):
    with pytest.raises(DatabaseError, match="permission denied"):
        query(statement)


def test_door_closes_when_the_transaction_ends(world):
    event = log.append(entry(world.nurse, subject(world.ola)))[0]
    open_by_hand(event, READ_NOTES)

    with pytest.raises(DatabaseError, match=NOTHING_OPEN):
        query(READ_NOTES)
    with transaction.atomic():
        query("SELECT pg_current_xact_id()")
        with pytest.raises(DatabaseError, match=NOTHING_OPEN), transaction.atomic():
            query(READ_NOTES)


def test_transaction_number_that_comes_back_opens_nothing(world, database):
    event = log.append(entry(world.nurse, subject(world.ola)))[0]
    with transaction.atomic():
        ((number,),) = query("SELECT pg_current_xact_id()::text::bigint")
        with as_superuser(database) as server:  # as if a restore had given it again
            server.execute(
                "INSERT INTO fjord.audit_opening (event_id, xid, began_at)"
                " VALUES (%s, %s, now() - interval '1 day')",
                [event, number],
            )
        with pytest.raises(DatabaseError, match=NOTHING_OPEN), transaction.atomic():
            query(READ_NOTES)
