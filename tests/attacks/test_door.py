"""Attempts to see a patient's rows without a committed event of the log that says so."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from audit import log
from audit.verbs import Outcome, Verb
from tenants import roles
from tenants.context import in_municipality, second_connection
from tests.attacks.doors import (
    attempts_on,
    entry,
    note,
    open_by_hand,
    protected_tables,
    query,
    stored_as_owner,
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


def test_event_of_the_same_transaction_opens_nothing(world):
    event = uuid4()
    with transaction.atomic():
        query(
            "INSERT INTO audit_accessevent (id, recorded_at, verb, outcome, basis, purpose,"
            " is_demo, body) VALUES (%s, now(), 'read', 0, '', '', false, 'x')",
            [event],
        )
        query(
            "INSERT INTO audit_accesssubject (event_id, recorded_at, patient_id, record_id,"
            " reach) VALUES (%s, now(), %s, %s, 2)",
            [event, world.ola.patient_id, world.ola.record_id],
        )
        with pytest.raises(DatabaseError, match=REFUSED):
            open_by_hand(event, READ_NOTES)


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


def test_open_record_shows_no_other(world):
    other = note(world, text="En annens", of=uuid4)
    mine = note(world, text="Min")

    event = log.append(entry(world.nurse, subject(world.ola)))[0]
    with log.open_door([event]):
        texts = query("SELECT text FROM journal_note")
        names = query("SELECT given_name FROM journal_patient")

    assert mine != other
    assert texts == [("Min",)]
    assert names == [("Ola",)]


def test_open_record_takes_no_row_of_another(world):
    other = note(world, text="En annens", of=uuid4)
    event = log.append(entry(world.nurse, subject(world.ola)))[0]

    with log.open_door([event]):
        change = "UPDATE journal_note SET revision = 2 WHERE id = %s"
        assert query(change, [other.id]) == 0
    event = log.append(entry(world.nurse, subject(world.ola)))[0]
    move = "UPDATE journal_healthrecord SET patient_id = %s"
    with pytest.raises(DatabaseError, match="row-level security"):
        open_by_hand(event, move, [other.record.patient_id])


def test_list_shows_names_and_no_notes(world):
    note(world, text="Signert")
    listed = entry(world.nurse, subject(world.ola, reach=1), verb=Verb.LISTED)

    with log.open_door(log.append(listed)):
        assert query("SELECT family_name FROM journal_patient") == [("Fjellheim",)]
        assert query("SELECT count(*) FROM journal_episode") == [(1,)]
        assert query("SELECT text FROM journal_note") == []
        assert query("SELECT text FROM journal_criticalinformation") == []
        assert query("SELECT text FROM journal_historicalnote") == []


def test_mention_shows_not_even_the_name(world):
    mentioned = entry(world.nurse, subject(world.ola, reach=0))

    with log.open_door(log.append(mentioned)):
        assert query("SELECT family_name FROM journal_patient") == []
        assert query("SELECT count(*) FROM journal_historicalpatient") == [(0,)]


def test_only_the_kinds_that_were_opened_are_shown(world):
    note(world, text="Besøk", kind="besok")
    note(world, text="Møte", kind="mote")
    limited = entry(world.clerk, subject(world.ola, kinds=("mote", "critical")))

    with log.open_door(log.append(limited)):
        assert query("SELECT text FROM journal_note") == [("Møte",)]
        assert query("SELECT DISTINCT text FROM journal_historicalnote") == [("Møte",)]


def test_former_unit_reads_up_to_the_end_and_its_own_afterwards(world):
    ended = timezone.now() - timedelta(days=2)
    note(world, text="Før", written=ended - timedelta(hours=1))
    note(world, text="Etter", written=ended + timedelta(hours=1), by=world.leader)
    note(world, text="Egen, etter", written=ended + timedelta(hours=1), by=world.nurse)
    limited = entry(world.nurse, subject(world.ola, until=ended))

    with log.open_door(log.append(limited)):
        texts = query("SELECT text FROM journal_note ORDER BY text")

    assert texts == [("Egen, etter",), ("Før",)]


def test_hidden_row_stays_hidden(world):
    note(world, text="Åpent")
    blocked = note(world, text="Sperret")
    limited = entry(world.nurse, subject(world.ola, hidden=(blocked.id,)))

    with log.open_door(log.append(limited)):
        assert query("SELECT text FROM journal_note") == [("Åpent",)]
        assert query("SELECT DISTINCT text FROM journal_historicalnote") == [("Åpent",)]


def test_draft_is_its_author_s_alone(world):
    note(world, text="Hennes kladd", by=world.nurse, signed=False)
    note(world, text="Lederens kladd", by=world.leader, signed=False)

    for reader, seen in (
        (world.nurse, "Hennes kladd"),
        (world.leader, "Lederens kladd"),
    ):
        with log.open_door(log.append(entry(reader, subject(world.ola)))):
            assert query("SELECT text FROM journal_note") == [(seen,)]
            history = query("SELECT DISTINCT text FROM journal_historicalnote")
            assert history == [(seen,)]
    assert connection.in_atomic_block is False


def test_autosaved_draft_opens_drafts_and_nothing_else(world):
    note(world, text="Signert", by=world.nurse)
    note(world, text="Kladd", by=world.nurse, signed=False)
    drafted = entry(
        world.nurse, subject(world.ola, kinds=("draft",)), verb=Verb.DRAFTED
    )
    event = log.append(drafted)[0]

    for _autosave in range(2):
        with log.open_door([event]):
            assert query("SELECT text FROM journal_note") == [("Kladd",)]
            assert query("SELECT * FROM journal_criticalinformation") == []


@pytest.mark.parametrize("kinds", [None, ("draft", "besok"), ("besok",), ()])
def test_drafted_event_that_reaches_further_opens_nothing(world, kinds):
    wide = entry(world.nurse, subject(world.ola, kinds=kinds), verb=Verb.DRAFTED)
    event = log.append(wide)[0]

    with pytest.raises(DatabaseError, match=REFUSED):
        open_by_hand(event, READ_NOTES)


def test_draft_is_autosaved_for_an_hour(world, database):
    kwargs = {"verb": "drafted", "kinds": ["draft"]}
    fresh = stored_as_owner(database, world.ola, seconds_ago=3500, **kwargs)
    stale = stored_as_owner(database, world.ola, seconds_ago=3700, **kwargs)

    assert open_by_hand(fresh, READ_NOTES) == [(0,)]
    with pytest.raises(DatabaseError, match=REFUSED):
        open_by_hand(stale, READ_NOTES)


def test_draft_s_door_takes_no_signed_note(world):
    # A kind called "draft" must not let a signed row in through the drafts' door.
    drafted = entry(
        world.nurse, subject(world.ola, kinds=("draft",)), verb=Verb.DRAFTED
    )

    with pytest.raises(DatabaseError), log.open_door(log.append(drafted)):
        query(
            "INSERT INTO journal_note (id, record_id, entry_id, version, kind, happened_at,"
            " written_at, updated_at, signed_at, text, revision, author_id, author_name,"
            " author_profession, unit_name, correction_reason)"
            " VALUES (%s, %s, %s, 1, 'draft', now(), now(), now(), now(), 'x', 1, %s, '', '',"
            " '', '')",
            [uuid4(), world.ola.record_id, uuid4(), world.nurse.user_id],
        )


def test_signed_note_never_changes(world):
    signed = note(world, text="Signert")

    for statement in (
        "UPDATE journal_note SET text = 'endret' WHERE id = %s",
        "UPDATE journal_note SET signed_at = NULL WHERE id = %s",
        "DELETE FROM journal_note WHERE id = %s",
    ):
        event = log.append(entry(world.nurse, subject(world.ola)))[0]
        with pytest.raises(DatabaseError, match=r"kan ikke endres|permission denied"):
            open_by_hand(event, statement, [signed.id])


def test_history_is_only_added_to(world):
    note(world, text="Signert")
    tables = [name for name, _key in protected_tables() if "_historical" in name]

    for table in tables:
        for statement in (
            f"UPDATE {table} SET history_type = '-'",
            f"DELETE FROM {table}",
            f"TRUNCATE {table}",
        ):
            event = log.append(entry(world.nurse, subject(world.ola)))[0]
            with pytest.raises(DatabaseError, match="permission denied"):
                open_by_hand(event, statement)
    assert len(tables) > 8
