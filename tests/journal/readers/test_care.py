"""What is a fact about care, of those who opened a record."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.days import start_of
from access.models import Basis, CareRelation
from access.roles import Role
from journal.documentation import services as notes
from journal.documentation.models import NoteKind
from journal.readers.selectors.care import SAID_HIMSELF, TAKES_PART
from journal.readers.selectors.readers import count_readers, readers_of
from journal.record.gate import open_record
from journal.record.services.critical import Danger, add_critical
from tests import world as worlds


def count(world, days):
    """How many opened Ola's record, and how many of them gave care."""
    found = count_readers(world.ola.patient_id, days)
    return found.people, found.gave_care


@pytest.mark.parametrize("basis", Basis)
def test_ground_says_that_somebody_gave_care_or_leaves_it_open(
    world, days, opened, basis
):
    opened(world.nurse, basis=basis)

    told = {
        *(Basis.TEAM, Basis.VISIT, Basis.TASK, Basis.ROSTER, Basis.CONTACT),
        *(Basis.GP_LIST, Basis.PROGRAMME, Basis.MESSAGE, Basis.APPLICATION),
        Basis.GRANT,
    }
    assert count(world, days) == (1, int(basis in told))
    assert told == TAKES_PART


def test_what_one_says_oneself_is_told_apart_and_is_no_care(world, days, opened):
    assert {Basis.NEED, Basis.EMERGENCY, Basis.AFTER_EMERGENCY} == SAID_HIMSELF
    opened(world.nurse, basis=Basis.NEED)
    opened(world.leader)

    said = {
        reader.worker_id: reader.said_himself
        for reader in readers_of([world.ola.patient_id], days)
    }

    assert said == {world.nurse.user_id: True, world.leader.user_id: False}


def test_one_stronger_ground_is_enough(world, days, opened, noon):
    opened(world.nurse, basis="episode")
    opened(world.nurse, basis="roster", at=noon + timedelta(days=1))

    assert count(world, days) == (1, 1)


def test_on_duty_an_hour_before_and_after_the_shift_but_not_longer(
    world, days, opened, on_duty, noon
):
    on_duty(world.nurse, world.north, noon, hours=8)
    opened(world.nurse, at=noon - timedelta(minutes=61))
    opened(world.nurse, at=noon + timedelta(hours=9, minutes=1))
    assert count(world, days) == (1, 0)

    opened(world.nurse, at=noon - timedelta(minutes=59))
    assert count(world, days) == (1, 1)


def test_night_shift_reaches_over_midnight_in_norway(world, days, opened, on_duty):
    evening = start_of(days.since) + timedelta(hours=22)
    on_duty(world.nurse, world.north, evening, hours=9)
    opened(world.nurse, at=evening + timedelta(hours=9, minutes=30))

    assert count(world, days) == (1, 1)


def test_shift_at_another_unit_is_no_shift_where_the_patient_is(
    world, days, opened, on_duty, noon
):
    on_duty(world.nurse, world.south, noon - timedelta(hours=1))
    opened(world.nurse)

    assert count(world, days) == (1, 0)


def test_shift_at_the_house_the_unit_belongs_to_is_one(
    world, days, opened, on_duty, noon
):
    on_duty(world.nurse, world.north.parent, noon - timedelta(hours=1))
    opened(world.nurse)

    assert count(world, days) == (1, 1)


def test_shift_before_the_patient_came_or_after_he_left_is_none(
    world, days, opened, on_duty, noon
):
    CareRelation.objects.update(valid_until=noon - timedelta(minutes=1))
    on_duty(world.nurse, world.north, noon - timedelta(hours=1))
    opened(world.nurse)

    assert count(world, days) == (1, 0)


def test_somebody_on_duty_is_so_for_others_too_and_colleague_is_not(
    world, days, opened, on_duty, noon
):
    on_duty(world.nurse, world.north, noon - timedelta(hours=1))
    opened(world.nurse)
    opened(world.leader)

    assert count(world, days) == (2, 1)


@pytest.mark.parametrize("basis", [Basis.TEAM, Basis.VISIT, Basis.TASK])
def test_who_was_named_within_the_period_gave_care(world, days, opened, basis):
    relation = CareRelation.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        basis=basis,
        worker_id=world.nurse.user_id,
        valid_from=start_of(days.until),
    )
    opened(world.nurse, basis=Basis.EMERGENCY)
    opened(world.leader)
    assert count(world, days) == (2, 1)

    relation.valid_from = start_of(days.until + timedelta(days=1))
    relation.save()
    assert count(world, days) == (2, 0)


def _sign(world, by, record=None):
    known = record or world.ola
    with open_record(known.record_id, by=by, to=Action.SIGN_NOTE) as opened:
        return notes.sign_note(
            opened,
            note_id=uuid4(),
            content=notes.Content(
                text="Sov godt.",
                kind=NoteKind.DAILY,
                happened_at=timezone.now() - timedelta(minutes=5),
            ),
        )


def test_who_signs_a_note_gave_care(world, lately):
    with open_record(world.ola.record_id, by=world.nurse, to=Action.READ_RECORD):
        pass
    assert count(world, lately) == (1, 0)

    _sign(world, world.nurse)

    assert count(world, lately) == (1, 1)


def test_note_in_another_record_is_none_in_this(world, lately):
    kari = worlds.patient(world.clerk, "Kari", at=world.north)
    with open_record(world.ola.record_id, by=world.nurse, to=Action.READ_RECORD):
        pass

    _sign(world, world.nurse, kari)

    assert count(world, lately) == (1, 0)


def test_note_that_is_marked_as_entered_in_error_gave_no_care(world, lately):
    note = _sign(world, world.nurse)
    assert count(world, lately) == (1, 1)

    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.MARK_NOTE_IN_ERROR
    ) as record:
        notes.mark_in_error(record, note_id=note.pk, reason="Feil pasient")

    assert count(world, lately) == (1, 0)


def test_opening_to_sign_without_signing_is_no_care(world, lately):
    with open_record(world.ola.record_id, by=world.nurse, to=Action.SIGN_NOTE):
        pass

    assert count(world, lately) == (1, 0)


def test_draft_is_neither_an_opening_nor_care(world, lately):
    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.DRAFT_NOTE
    ) as record:
        notes.save_draft(
            record,
            note_id=uuid4(),
            content=notes.Content("Ba om", NoteKind.DAILY, timezone.now()),
            page=notes.Page(),
        )

    assert count(world, lately) == (0, 0)


def test_who_changes_critical_information_gave_care(world, lately):
    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.CHANGE_CRITICAL
    ) as record:
        add_critical(record, danger=Danger(5, "HLR-minus", "medium"), id=uuid4())

    assert count(world, lately) == (1, 1)


def test_emergency_is_an_opening_and_care_only_by_what_is_written(world, days, opened):
    opened(world.stranger, basis=Basis.EMERGENCY)

    assert count(world, days) == (1, 0)


def test_substitute_for_tonight_is_on_duty_where_she_was_taken_in(
    world, days, opened, on_duty, noon
):
    vera = worlds.worker(
        worlds.person(
            "vera.vikar", (Role.NURSE, world.south), (Role.NURSE, world.north)
        )
    )
    on_duty(vera, world.north, noon - timedelta(hours=2))
    opened(vera, unit=world.south)
    assert count(world, days) == (1, 1)
