"""Critical information: written, ended with a reason, and asked for."""

from dataclasses import replace
from uuid import uuid4

import pytest

from access.actions import Action
from journal.record.errors import RuleError
from journal.record.gate import RecordRefusedError, open_record
from journal.record.models import CriticalInformation, CriticalReview
from journal.record.services.critical import (
    Danger,
    add_critical,
    confirm_none,
    end_critical,
)

PENICILLIN = Danger(category=1, text="Penicillin", severity="high", reaction="Utslett")


def opened(world, by=None):
    return open_record(
        world.ola.record_id, by=by or world.nurse, to=Action.CHANGE_CRITICAL
    )


def add(world, danger=PENICILLIN, id=None):
    with opened(world) as record:
        return add_critical(record, danger=danger, id=id or uuid4())


def test_author_and_time_are_kept(world):
    item = add(world)

    assert (item.author_id, item.author_name) == (world.nurse.user_id, world.nurse.name)
    assert item.written_at is not None


def test_sent_twice_is_stored_once(world):
    form_id = uuid4()

    assert add(world, id=form_id).pk == add(world, id=form_id).pk


def test_same_danger_twice_is_refused(world):
    add(world)

    with pytest.raises(RuleError, match="fra før"):
        add(world, replace(PENICILLIN, text="PENICILLIN"))


@pytest.mark.parametrize(
    ("status", "note"),
    [
        ("refuted", "Utslett. Avkreftet: Testet"),
        ("inactive", "Utslett. Gjelder ikke lenger: Testet"),
    ],
)
def test_ended_danger_says_why(world, status, note):
    item = add(world)

    with opened(world) as record:
        ended = end_critical(record, item, status=status, why="Testet")

    assert (ended.status, ended.reaction) == (status, note)


def test_ended_danger_cannot_end_again_and_a_long_reason_is_not_cut(world):
    item = add(world, replace(PENICILLIN, reaction="x" * 250))
    with pytest.raises(RuleError, match="for lang"), opened(world) as record:
        end_critical(record, item, status="refuted", why="y" * 100)
    with opened(world) as record:
        end_critical(record, item, status="refuted", why="y")

    with pytest.raises(RuleError, match="avsluttet"), opened(world) as record:
        end_critical(record, item, status="refuted", why="y")


def test_none_is_confirmed_and_confirmed_again(world):
    for _ in range(2):
        with opened(world) as record:
            confirm_none(record)

    with opened(world):
        assert CriticalReview.objects.get().author_id == world.nurse.user_id


def test_none_is_not_confirmed_while_something_counts(world):
    add(world)

    with pytest.raises(RuleError, match="Det er registrert"), opened(world) as record:
        confirm_none(record)


def test_clerk_neither_writes_nor_sees_it(world):
    add(world)

    with pytest.raises(RecordRefusedError), opened(world, world.clerk):
        pass
    with open_record(
        world.ola.record_id, by=world.clerk, to=Action.READ_IDENTITY
    ) as record:
        assert not CriticalInformation.objects.filter(record_id=record.pk).exists()
