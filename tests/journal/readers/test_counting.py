"""Opened by N people: who counts, each once, from midnight to midnight."""

from datetime import timedelta
from uuid import uuid4

import pytest

from access.actions import Action
from access.days import start_of
from access.models import Basis
from audit.entry import Subject
from audit.verbs import Outcome, Reach, Verb
from journal.readers.selectors.readers import count_readers, readers_from, readers_of
from journal.record.gate import RecordRefusedError, open_record
from tests import world as worlds


def count(world, days):
    """What the patient is told: opened by how many, and how many gave care."""
    found = count_readers(world.ola.patient_id, days)
    return found.people, found.gave_care


def test_nobody_has_opened_it(world, days):
    assert count(world, days) == (0, 0)


def test_person_who_opens_it_ten_times_from_two_units_is_one(world, days, opened, noon):
    for hour in range(5):
        opened(world.nurse, at=noon + timedelta(hours=hour))
        opened(world.nurse, at=noon - timedelta(hours=hour), unit=world.south)

    (reader,) = readers_of([world.ola.patient_id], days)

    assert count(world, days) == (1, 0)
    assert reader.count == 10
    assert {one.unit_id: one.count for one in reader.grounds} == {
        world.north.id: 5,
        world.south.id: 5,
    }


def test_all_the_patient_s_records_are_counted_together(world, days, opened):
    other = worlds.Known(world.ola.patient_id, uuid4(), None)
    opened(world.nurse)
    opened(world.leader, of=other)
    both = tuple(
        Subject(one.patient_id, one.record_id, Reach.RECORD)
        for one in (world.ola, other)
    )
    opened(world.clerk, subjects=both)

    readers = readers_of([world.ola.patient_id], days)

    assert len(readers) == 3
    assert sum(reader.count for reader in readers) == 3


def test_refused_is_no_opening(world, days, lately, opened):
    opened(world.stranger, outcome=Outcome.REFUSED, reach=Reach.MENTIONED)
    asks = open_record(world.ola.record_id, by=world.stranger, to=Action.READ_RECORD)
    with pytest.raises(RecordRefusedError), asks:
        pass

    assert count(world, days) == (0, 0)
    assert count(world, lately) == (0, 0)


def test_lists_and_searches_are_counted_apart_each_person_once(world, days, opened):
    opened(world.nurse)
    opened(world.nurse, verb=Verb.LISTED, reach=Reach.IDENTITY)
    opened(world.leader, verb=Verb.LISTED, reach=Reach.IDENTITY)
    opened(world.leader, verb=Verb.SEARCHED, reach=Reach.IDENTITY)
    opened(world.clerk, verb=Verb.READ_IDENTITY, reach=Reach.IDENTITY)
    opened(world.stranger, verb=Verb.SEARCHED, reach=Reach.MENTIONED)

    found = count_readers(world.ola.patient_id, days)

    assert (found.people, found.saw_particulars) == (1, 2)


def test_list_of_one_s_own_drafts_opens_nothing(world, days, opened):
    opened(world.nurse, verb=Verb.LISTED, reach=Reach.RECORD, kinds=("draft",))
    opened(world.nurse, verb=Verb.DRAFTED, reach=Reach.RECORD, kinds=("draft",))

    assert count(world, days) == (0, 0)


def test_period_is_from_midnight_to_midnight_in_norway(world, days, opened):
    instant = timedelta(microseconds=1)
    begins, over = start_of(days.since), start_of(days.until + timedelta(days=1))
    opened(world.nurse, at=begins - instant)
    opened(world.leader, at=over)
    assert count(world, days) == (0, 0)

    opened(world.nurse, at=begins)
    opened(world.leader, at=over - instant)
    assert count(world, days) == (2, 0)


def test_another_patient_s_log_is_his_own(world, days, opened):
    kari = worlds.patient(world.clerk, "Kari", at=world.north)
    opened(world.nurse, of=kari, basis="roster")
    opened(world.nurse)

    assert count(world, days) == (1, 0)


def test_openings_from_a_unit_know_what_was_done_from_another(world, days, opened):
    opened(world.nurse, unit=world.north)
    opened(world.nurse, unit=world.south, basis=Basis.TEAM)
    opened(world.leader, unit=world.north)

    gave = {
        reader.worker_id: (reader.gave_care, reader.count)
        for reader in readers_from([world.north.id], days)
    }

    assert gave == {world.nurse.user_id: (True, 1), world.leader.user_id: (False, 1)}


def test_system_that_acts_by_itself_is_nobody(world, days, opened):
    class Nobody:
        user_id = None

        def actor(self):
            return world.nurse.actor().__class__(None, "Systemet")

        def place(self):
            return world.nurse.place()

    opened(Nobody())

    assert count(world, days) == (0, 0)


def test_list_that_reaches_into_records_is_still_a_list(world, days, opened):
    opened(world.nurse, verb=Verb.LISTED, reach=Reach.RECORD)

    assert count(world, days) == (0, 0)


def test_openings_from_a_unit_are_of_the_same_days(world, days, opened):
    instant = timedelta(microseconds=1)
    begins, over = start_of(days.since), start_of(days.until + timedelta(days=1))
    opened(world.nurse, at=begins - instant)
    opened(world.leader, at=over)
    assert readers_from([world.north.id], days) == []

    opened(world.nurse, at=begins)
    opened(world.leader, at=over - instant)
    assert len(readers_from([world.north.id], days)) == 2
    assert len(readers_from(None, days)) == 2
    assert readers_from([], days) == []
