"""The door: decide, log, open; and what stays closed."""

import pytest
from django.db import DatabaseError

from access.actions import Action
from audit.models import AccessEvent
from journal.record.gate import NoSuchRecordError, RecordRefusedError, open_record
from journal.record.models import Patient


def test_nurse_opens_a_record_at_her_unit_and_the_log_says_so_first(world):
    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_RECORD
    ) as record:
        assert record.patient.given_name == "Ola"
        event = AccessEvent.objects.get(pk=record.event_id)

    assert event.verb == "read"
    assert event.basis == "episode"
    assert event.actor_id == world.nurse.user_id


def test_stranger_is_refused_and_the_log_keeps_it(world):
    with (
        pytest.raises(RecordRefusedError) as refused,
        open_record(world.ola.record_id, by=world.stranger, to=Action.READ_RECORD),
    ):
        pass

    event = AccessEvent.objects.get(pk=refused.value.event_id)
    assert event.outcome == 4
    assert event.subjects.get().reach == 0


def test_unknown_record_is_not_found(world):
    with (
        pytest.raises(NoSuchRecordError),
        open_record(world.ola.patient_id, by=world.nurse, to=Action.READ_RECORD),
    ):
        pass


def test_nothing_open_is_an_error_and_never_an_empty_answer(world):
    with pytest.raises(DatabaseError, match="ingen journal er åpnet"):
        list(Patient.objects.all())
