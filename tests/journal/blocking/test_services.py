"""Setting and ending a block: what counts, what is kept of it, and what is refused."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.models import Block, BlockedWhat, BlockedWhom
from access.policy import decide
from journal.blocking import selectors, services
from journal.blocking.models import BlockConversation
from journal.record.errors import RuleError
from journal.record.gate import RecordRefusedError, open_record
from journal.record.models import ActionRefusedError
from tests.journal.blocking.conftest import SAID

TO_LEADER = {"whom": BlockedWhom.ROLE, "role": "leder"}


def reads(world, worker):
    decision = decide(worker, world.ola.record_id, Action.READ_RECORD)
    assert decision is not None
    return decision.is_allowed


def end(world, block, by):
    with open_record(world.ola.record_id, by=by, to=Action.END_BLOCK) as record:
        return services.end_block(record, block.pk, conversation=SAID)


def test_a_block_counts_at_once_until_it_is_ended(world, set_block):
    block = set_block(**TO_LEADER)
    assert not reads(world, world.leader)
    assert reads(world, world.nurse)

    end(world, block, world.nurse)
    assert reads(world, world.leader)


def test_what_was_said_is_kept_in_the_record_and_who_did_it_in_history(
    world, set_block
):
    block = set_block(**TO_LEADER)
    end(world, block, world.nurse)

    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_BLOCKS
    ) as record:
        said = list(BlockConversation.objects.order_by("written_at"))
        (row,) = selectors.blocks_of(record).ended
    assert [one.about for one in said] == ["set", "ended"]
    assert said[0].told == SAID.told
    assert row.conversations == said
    assert {one.history_user_id for one in Block.history.all()} == {world.nurse.user_id}


def test_whom_something_is_blocked_to_does_not_find_what_was_said(
    world, set_block, note
):
    set_block(BlockedWhat.DOCUMENT, document_id=note.entry_id, **TO_LEADER)

    with open_record(world.ola.record_id, by=world.leader, to=Action.READ_RECORD):
        assert not BlockConversation.objects.exists()


def test_the_same_twice_is_said_and_the_same_form_twice_is_one(world, set_block):
    block_id = uuid4()
    first = set_block(**TO_LEADER, id=block_id)

    assert set_block(**TO_LEADER, id=block_id) == first
    with pytest.raises(RuleError, match="sperret fra før"):
        set_block(**TO_LEADER)


def test_a_note_that_is_not_in_the_record_is_refused(world, set_block):
    with pytest.raises(RuleError) as refused:
        set_block(BlockedWhat.DOCUMENT, document_id=uuid4(), **TO_LEADER)

    assert refused.value.field == "document"
    assert not Block.objects.exists()


def test_a_conversation_that_has_not_been_is_refused(world, set_block):
    later = replace(SAID, spoken_at=timezone.now() + timedelta(hours=1))

    with pytest.raises(RuleError) as refused:
        set_block(**TO_LEADER, said=later)
    assert refused.value.field == "spoken_at"


def test_who_sets_one_that_hits_himself_is_out_and_another_ends_it(world, set_block):
    block = set_block(whom=BlockedWhom.PERSON, worker_id=world.nurse.user_id)

    with pytest.raises(RecordRefusedError):
        end(world, block, world.nurse)
    assert end(world, block, world.leader) == block
    assert reads(world, world.nurse)


def test_a_block_against_all_is_ended_by_one_who_sees_nothing_but_it(world, set_block):
    block = set_block(whom=BlockedWhom.ALL)

    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_BLOCKS
    ) as record:
        (row,) = selectors.blocks_of(record).now
        assert row.what == "Hele journalen"
        assert not record.notes.exists()
    end(world, block, world.nurse)
    assert reads(world, world.nurse)


def test_it_needs_the_record_opened_for_it(world):
    with (
        pytest.raises(ActionRefusedError),
        open_record(
            world.ola.record_id, by=world.nurse, to=Action.READ_RECORD
        ) as record,
    ):
        services.end_block(record, uuid4(), conversation=SAID)


def test_an_ended_block_or_another_s_is_none(world, set_block):
    block = set_block(**TO_LEADER)
    end(world, block, world.nurse)

    assert end(world, block, world.nurse) is None
