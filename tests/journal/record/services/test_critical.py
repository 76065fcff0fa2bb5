"""Critical information: written, ended with a reason, and asked for."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.utils import timezone

from access.actions import Action
from access.roles import Role
from journal.record.errors import RuleError
from journal.record.gate import RecordRefusedError, open_record
from journal.record.models import CriticalInformation, CriticalReview
from journal.record.services.critical import (
    Danger,
    add_critical,
    confirm_none,
    end_critical,
)
from tests import world as worlds

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


@pytest.mark.parametrize("status", ["refuted", "inactive"])
def test_ended_danger_says_why_by_whom_and_since_when(world, status):
    item = add(world)
    vera = worlds.worker(worlds.person("vera.vakt", (Role.NURSE, world.north)))
    before = timezone.now()

    with opened(world, vera) as record:
        end_critical(record, item, status=status, why="Testet hos lege")

    with opened(world):
        ended = CriticalInformation.objects.get()
    assert (ended.status, ended.ended_why) == (status, "Testet hos lege")
    assert (ended.ended_by_name, ended.author_name) == (
        vera.name,
        world.nurse.name,
    )
    assert ended.ended_at is not None
    assert before <= ended.ended_at <= timezone.now()
    assert (ended.text, ended.reaction) == (PENICILLIN.text, PENICILLIN.reaction)


def test_ended_danger_cannot_end_again(world):
    item = add(world)
    with opened(world) as record:
        end_critical(record, item, status="refuted", why="Testet")

    with pytest.raises(RuleError, match="avsluttet"), opened(world) as record:
        end_critical(record, item, status="inactive", why="Igjen")

    with opened(world):
        assert CriticalInformation.objects.get().ended_why == "Testet"


def test_database_keeps_no_end_without_a_reason(world):
    item = add(world)
    item.status = "refuted"

    with pytest.raises(IntegrityError, match="says_when_who_and_why"), opened(world):
        item.save(update_fields=["status"])


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
