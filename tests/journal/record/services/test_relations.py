"""Features begin, move and end care relations; the policy reads them in the next request."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from access import policy
from access.accounts.models import User
from access.actions import Action
from access.bases import NAMED_OR_GIVEN
from access.models import Basis, CareRelation
from access.roles import Role
from journal.record.gate import open_record
from journal.record.services import relations
from journal.record.services.relations import Business, WrongHolderError
from tests.world import hire

# Two grounds are never stored: the admission itself, and being on duty.
STORED = [b for b in Basis if b not in {Basis.ADMISSION, Basis.ROSTER}]


def _business(basis, unit, worker, **facts):
    """What some feature would say, with all that the ground must have."""
    now = timezone.now()
    holder = (
        {"worker_id": worker.user_id}
        if basis in NAMED_OR_GIVEN
        else {"unit_id": unit.pk}
    )
    must: dict[Basis, dict[str, Any]] = {
        Basis.FORMER_EPISODE: {"readable_until": now},
        Basis.AFTER_EMERGENCY: {"readable_until": now},
        Basis.GRANT: {"granted_by_id": uuid4()},
        Basis.NEED: {"reason_code": "tilsyn"},
        Basis.EMERGENCY: {"reason_code": "livsfare"},
    }
    told: dict[str, Any] = {
        "source_id": uuid4(),
        "valid_until": now + timedelta(hours=8),
    }
    return Business(basis=basis, **{**told, **holder, **must.get(basis, {}), **facts})


def _ground(worker, record_id):
    found = policy.records_open_to(worker, Action.READ_IDENTITY, among=[record_id])
    return found[0].basis if found else None


@pytest.fixture
def siri_opens(world):
    """`siri_opens()` is the record, opened by the nurse who has the patient."""

    def _open():
        return open_record(world.ola.record_id, by=world.nurse, to=Action.READ_IDENTITY)

    return _open


@pytest.mark.parametrize("basis", STORED)
def test_every_stored_ground_begins_and_ends_and_the_history_says_by_whom(
    world, siri_opens, basis
):
    business = _business(basis, world.south, world.stranger)
    # Applications are for those who handle cases.
    hire(User.objects.get(pk=world.stranger.user_id), Role.CASE_HANDLER, world.south)

    with siri_opens() as record:
        relations.begin(record, business)
    assert _ground(world.stranger, world.ola.record_id) == basis

    with siri_opens() as record:
        relations.end(record, basis=basis, source_id=business.source_id)
    assert _ground(world.stranger, world.ola.record_id) is None
    relation = CareRelation.objects.get(source_id=business.source_id)
    kept = relation.history.order_by("history_date", "history_id")
    assert [row.history_type for row in kept] == ["+", "~"]
    assert {row.history_user_id for row in kept} == {world.nurse.user_id}
    assert kept[1].valid_until <= timezone.now()


def test_what_is_begun_twice_is_there_once(world, siri_opens):
    business = _business(Basis.PROGRAMME, world.south, world.stranger)

    with siri_opens() as record:
        first = relations.begin(record, business)
    with siri_opens() as record:
        second = relations.begin(record, business)

    assert second == first
    assert CareRelation.objects.filter(source_id=business.source_id).count() == 1


def test_visit_that_is_moved_to_a_colleague_is_his_in_the_next_request(
    world, siri_opens
):
    visit = uuid4()
    franks = _business(Basis.VISIT, world.south, world.stranger, source_id=visit)
    mine = _business(Basis.VISIT, world.south, world.nurse, source_id=visit)
    with siri_opens() as record:
        relations.begin(record, franks)

    with siri_opens() as record:
        relations.move(record, mine)

    assert _ground(world.stranger, world.ola.record_id) is None
    assert _ground(world.nurse, world.ola.record_id) == Basis.VISIT


def test_visit_that_is_put_off_is_no_ground_yet(world, siri_opens):
    visit, tomorrow = uuid4(), timezone.now() + timedelta(days=1)
    today = _business(Basis.VISIT, world.south, world.stranger, source_id=visit)
    later = _business(
        Basis.VISIT,
        world.south,
        world.stranger,
        source_id=visit,
        valid_from=tomorrow,
        valid_until=tomorrow + timedelta(hours=1),
    )
    with siri_opens() as record:
        relations.begin(record, today)

    with siri_opens() as record:
        relations.move(record, later)

    assert _ground(world.stranger, world.ola.record_id) is None
    assert CareRelation.objects.get(source_id=visit).valid_from == tomorrow


def test_message_to_a_unit_is_for_those_who_work_there_until_it_is_answered(
    world, siri_opens
):
    message = _business(Basis.MESSAGE, world.south, world.stranger, valid_until=None)

    with siri_opens() as record:
        relations.begin(record, message)

    decision = policy.decide(world.stranger, world.ola.record_id, Action.READ_RECORD)
    assert decision is not None
    assert decision.basis == Basis.MESSAGE
    assert decision.grounds.purpose == "TREAT"


def test_end_that_has_been_is_not_moved_by_a_second_end(world, siri_opens):
    task = _business(Basis.TASK, world.south, world.stranger)
    with siri_opens() as record:
        relations.begin(record, task)
        relations.end(record, basis=Basis.TASK, source_id=task.source_id)
    ended = CareRelation.objects.get(source_id=task.source_id).valid_until

    with siri_opens() as record:
        relations.end(record, basis=Basis.TASK, source_id=task.source_id)

    assert CareRelation.objects.get(source_id=task.source_id).valid_until == ended


@pytest.mark.parametrize("basis", STORED)
def test_ground_is_not_given_to_the_wrong_sort_of_holder(world, siri_opens, basis):
    wrong = {"unit_id": world.south.pk, "worker_id": None}
    if basis not in NAMED_OR_GIVEN:
        wrong = {"unit_id": None, "worker_id": world.stranger.user_id}
    business = _business(basis, world.south, world.stranger, **wrong)

    with pytest.raises(WrongHolderError), siri_opens() as record:
        relations.begin(record, business)

    assert not CareRelation.objects.filter(source_id=business.source_id).exists()
