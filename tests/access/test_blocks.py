"""What the patient has blocked: to whom it is closed, and what of it anybody is told."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access import policy
from access.actions import Action
from access.explaining import Refusal
from access.models import Basis, Block, CareRelation
from access.roles import Role
from tests import world as worlds


@pytest.fixture
def block(world):
    """`block(whom="role", role="lege")` closes all of Ola's record to the physicians."""

    def _block(what="all", **facts):
        facts.setdefault("valid_from", timezone.now() - timedelta(minutes=1))
        return Block.objects.create(
            record_id=world.ola.record_id,
            patient_id=world.ola.patient_id,
            what=what,
            **facts,
        )

    return _block


def decide(worker, world, action=Action.READ_RECORD):
    """Ask for one record, and make sure that the list says the same."""
    decision = policy.decide(worker, world.ola.record_id, action)
    assert decision is not None
    listed = {d.record_id for d in policy.records_open_to(worker, action)}
    assert (world.ola.record_id in listed) == decision.is_allowed
    return decision


def emergency(world, by):
    now = timezone.now()
    CareRelation.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        basis=Basis.EMERGENCY,
        worker_id=by.user_id,
        valid_from=now - timedelta(minutes=1),
        valid_until=now + timedelta(hours=1),
        reason_code="liv",
    )


@pytest.mark.parametrize(
    "whom",
    [
        lambda w: {"whom": "person", "worker_id": w.nurse.user_id},
        lambda w: {"whom": "role", "role": "sykepleier"},
        lambda w: {"whom": "unit", "unit": w.north},
        lambda w: {"whom": "unit", "unit": w.north.parent},
        lambda w: {"whom": "all"},
    ],
)
def test_a_whole_block_closes_the_record_to_whom_it_names(world, block, whom):
    block(**whom(world))

    assert decide(world.nurse, world).refusal is Refusal.BLOCKED


@pytest.mark.parametrize(
    "whom",
    [
        lambda w: {"whom": "person", "worker_id": w.leader.user_id},
        lambda w: {"whom": "role", "role": "lege"},
        lambda w: {"whom": "unit", "unit": w.south},
    ],
)
def test_it_is_open_to_the_others(world, block, whom):
    block(**whom(world))

    decision = decide(world.nurse, world)
    assert decision.is_allowed
    assert not decision.is_partly_blocked


def test_only_a_named_person_no_longer_sees_that_the_patient_is_there(world, block):
    block(whom="role", role="sykepleier")
    assert decide(world.nurse, world, Action.READ_IDENTITY).is_allowed

    block(whom="person", worker_id=world.nurse.user_id)
    assert not decide(world.nurse, world, Action.READ_IDENTITY).is_allowed


def test_a_block_begins_and_ends(world, block):
    now = timezone.now()
    block(whom="all", valid_from=now + timedelta(hours=1))
    block(
        whom="all",
        valid_from=now - timedelta(hours=2),
        valid_until=now - timedelta(hours=1),
    )

    assert decide(world.nurse, world).is_allowed


def test_in_an_emergency_only_a_named_person_stays_outside(world, block):
    emergency(world, world.stranger)
    block(whom="all")
    assert decide(world.stranger, world).basis is Basis.EMERGENCY

    block(whom="person", worker_id=world.stranger.user_id)
    assert decide(world.stranger, world).refusal is Refusal.BLOCKED


def test_a_kind_is_taken_out_and_it_is_told_that_something_is(world, block):
    block("kind", kind="legenotat", whom="role", role="sykepleier")

    decision = decide(world.nurse, world)
    assert "legenotat" not in decision.kinds
    assert "besok" in decision.kinds
    assert decision.is_partly_blocked


def test_a_document_is_hidden_and_what_was_said_of_it_too(world, block):
    document = uuid4()
    block("document", document_id=document, whom="all")

    decision = decide(world.nurse, world)
    assert decision.hidden == (document,)
    assert decision.is_partly_blocked
    assert "block" not in decision.kinds


def test_an_emergency_goes_past_a_block_on_a_part_and_tells_of_none(world, block):
    emergency(world, world.stranger)
    block("kind", kind="legenotat", whom="all")

    decision = decide(world.stranger, world)
    assert decision.kinds is None
    assert not decision.is_partly_blocked


BLOCKING = [Action.READ_BLOCKS, Action.BLOCK, Action.END_BLOCK]


@pytest.mark.parametrize("action", BLOCKING)
def test_those_with_clinical_duties_hear_the_patient_and_others_do_not(world, action):
    physician = worlds.worker(worlds.person("lars.lege", (Role.PHYSICIAN, world.north)))
    carer = worlds.worker(worlds.person("hans.hjelp", (Role.CARE_WORKER, world.north)))

    assert decide(world.nurse, world, action).is_allowed
    assert decide(physician, world, action).is_allowed
    assert decide(carer, world, action).refusal is Refusal.ROLE
    assert decide(world.clerk, world, action).refusal is Refusal.ROLE
    assert decide(world.stranger, world, action).refusal is Refusal.NO_RELATION


@pytest.mark.parametrize("action", BLOCKING)
def test_emergency_is_not_for_setting_or_ending_blocks(world, action):
    emergency(world, world.stranger)

    assert decide(world.stranger, world, action).refusal is Refusal.BASIS


@pytest.mark.parametrize("action", BLOCKING)
def test_a_block_against_all_can_be_ended_by_one_who_sees_nothing_else(
    world, block, action
):
    block(whom="all")

    decision = decide(world.nurse, world, action)
    assert decision.kinds == ("block",)
    assert decide(world.nurse, world).refusal is Refusal.BLOCKED


@pytest.mark.parametrize("action", BLOCKING)
def test_whom_a_block_names_does_not_see_it_nor_end_it(world, block, action):
    block(whom="unit", unit=world.north)

    assert decide(world.nurse, world, action).refusal is Refusal.BLOCKED


def test_the_one_who_sets_blocks_reads_what_he_read_and_no_blocked_kind(world, block):
    block("kind", kind="legenotat", whom="all")

    kinds = decide(world.nurse, world, Action.BLOCK).kinds
    assert {"block", "besok"} <= set(kinds)
    assert "legenotat" not in kinds
