"""Attempts to see more of an open record than its event says."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from audit import log
from audit.verbs import Verb
from tests import world as worlds
from tests.attacks.by_hand import stored_as_owner
from tests.attacks.doors import (
    entry,
    note,
    open_by_hand,
    protected_tables,
    query,
    row_for,
    subject,
)
from tests.database import as_superuser
from tests.world import Known

REFUSED = r"row-level security|permission denied"
READ_NOTES = "SELECT count(*) FROM journal_note"
# By which column a table says since when a row holds, or a history when it was changed.
TELL_SINCE_WHEN = {
    "journal_careteammember": "valid_from",
    "journal_episode": "starts_at",
    "journal_historicaladdress": "history_date",
    "journal_historicalblockconversation": "history_date",
    "journal_historicalcareteammember": "valid_from",
    "journal_historicalcriticalinformation": "history_date",
    "journal_historicalcriticalreview": "history_date",
    "journal_historicalepisode": "starts_at",
    "journal_historicalnote": "history_date",
    "journal_historicalnoteinerror": "history_date",
    "journal_historicalpatient": "history_date",
    "journal_historicalpatientidentifier": "history_date",
    "journal_historicalrelatedperson": "history_date",
    "journal_historicalwithholding": "history_date",
    "journal_patientidentifier": "registered_at",
}


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


def test_open_record_reaches_no_other_s_row_in_any_table(world, database):
    other = worlds.patient(world.clerk, "Kari", "Nabo", at=world.north)
    tables = protected_tables()
    with as_superuser(database) as server:
        server.execute("SET session_replication_role = replica")  # no foreign keys
        for table, _key in tables:
            for known in (world.ola, other):
                row = row_for(table, known, by=world.nurse)
                server.execute(f"{row} ON CONFLICT DO NOTHING")

    for table, key in tables:
        with log.open_door(log.append(entry(world.nurse, subject(world.ola)))):
            seen = {found for (found,) in query(f"SELECT {key} FROM {table}")}
        assert seen == {getattr(world.ola, key)}, table
    assert len(tables) > 18


def test_open_record_takes_in_no_other_s_row_in_any_table(world):
    other = Known(uuid4(), uuid4(), None)

    for table, _key in protected_tables():
        event = log.append(entry(world.nurse, subject(world.ola)))[0]
        with pytest.raises(DatabaseError, match="row-level security"):
            open_by_hand(event, row_for(table, other, by=world.nurse))


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


def test_former_unit_sees_nothing_that_came_after_its_stay(world, database):
    ended = timezone.now() - timedelta(days=2)
    facts = {"by": world.leader, "written_at": ended - timedelta(days=1)}
    with as_superuser(database) as server:
        server.execute("SET session_replication_role = replica")  # no foreign keys
        for table in TELL_SINCE_WHEN:
            server.execute(row_for(table, world.ola, **facts))

    for table, since in TELL_SINCE_WHEN.items():
        later = f"SELECT count(*) FROM {table} WHERE {since} > %s"
        with log.open_door(log.append(entry(world.nurse, subject(world.ola)))):
            assert query(later, [ended]) != [(0,)], table
        limited = entry(world.nurse, subject(world.ola, until=ended))
        with log.open_door(log.append(limited)):
            assert query(later, [ended]) == [(0,)], table


def test_former_unit_sees_its_own_stay_and_how_it_came_and_went(world):
    limited = entry(world.nurse, subject(world.ola, until=timezone.now()))

    with log.open_door(log.append(limited)):
        assert query("SELECT count(*) FROM journal_episode") == [(1,)]
        assert query("SELECT count(*) FROM journal_historicalepisode") == [(1,)]
        assert query("SELECT family_name FROM journal_patient") == [("Fjellheim",)]


def test_hidden_row_stays_hidden(world):
    note(world, text="Åpent")
    blocked = note(world, text="Sperret")
    limited = entry(world.nurse, subject(world.ola, hidden=(blocked.entry_id,)))

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
            assert query("SELECT * FROM journal_patient") == []
            assert query("SELECT * FROM journal_healthrecord") == []


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


def test_what_the_planner_knows_of_the_rows_is_hidden(world, database):
    for number in range(5):
        worlds.patient(world.clerk, "Kari", f"Nabo{number}")
    with as_superuser(database) as server:
        server.execute("ANALYZE fjord.journal_patient")

    seen = query(
        "SELECT attname FROM pg_stats WHERE schemaname = 'fjord' AND tablename = ANY (%s)",
        [[name for name, _key in protected_tables()]],
    )

    assert seen == []
