"""A leader's time-limited grant: who gets in, how long, and what is refused."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.explaining import Refusal
from access.models import Basis, Block, CareRelation, GrantReason
from access.policy import decide
from access.roles import Role
from journal.record.errors import RuleError
from journal.record.gate import RecordRefusedError, open_record
from journal.record.models import ActionRefusedError
from journal.record.services.granting import LONGEST, grant_access, withdraw_grant
from tests import world as worlds


@pytest.fixture
def give(world):
    """Let the leader give somebody access."""

    def do(to=None, *, until=timedelta(hours=8), by=None, id=None):
        by = by or world.leader
        with open_record(world.ola.record_id, by=by, to=Action.GRANT) as record:
            return grant_access(
                record,
                to=to or world.stranger.user_id,
                until=timezone.now() + until,
                reason=GrantReason.SUBSTITUTE,
                id=id or uuid4(),
            )

    return do


def _decision(worker, known, at=None):
    return decide(worker, known.record_id, Action.READ_RECORD, at=at)


def _reads(worker, known):
    return _decision(worker, known).is_allowed


def test_a_grant_opens_the_record_on_the_next_request(world, give):
    assert not _reads(world.stranger, world.ola)

    give()

    decision = _decision(world.stranger, world.ola)
    assert decision.basis is Basis.GRANT
    assert decision.reason_code == GrantReason.SUBSTITUTE
    assert decision.grounds.service == "15"
    with open_record(
        world.ola.record_id, by=world.stranger, to=Action.READ_RECORD
    ) as record:
        assert record.patient.family_name == "Fjellheim"


def test_a_grant_opens_nothing_for_others(world, give):
    colleague = worlds.worker(worlds.person("kjell.kollega", (Role.NURSE, world.south)))

    give()

    assert not _reads(colleague, world.ola)


def test_a_grant_that_has_run_out_opens_nothing(world, give):
    give(until=timedelta(hours=8))

    later = timezone.now() + timedelta(hours=9)
    assert not _decision(world.stranger, world.ola, later).is_allowed


def test_a_withdrawn_grant_opens_nothing(world, give):
    grant = give()

    with open_record(
        world.ola.record_id, by=world.leader, to=Action.WITHDRAW_GRANT
    ) as record:
        withdraw_grant(record, grant.pk)

    assert not _reads(world.stranger, world.ola)
    history = CareRelation.history.filter(id=grant.pk)
    assert {row.history_user_id for row in history} == {world.leader.user_id}
    assert history.count() == 2


def test_the_same_grant_twice_is_one(world, give):
    once = uuid4()

    assert give(id=once) == give(id=once)
    assert CareRelation.objects.filter(basis=Basis.GRANT).count() == 1


@pytest.mark.parametrize(
    ("until", "message"),
    [(timedelta(0), "fram i tid"), (LONGEST + timedelta(minutes=1), "høyst 14 dager")],
)
def test_an_end_too_near_or_too_far_is_refused_in_words(give, until, message):
    with pytest.raises(RuleError, match=message) as refused:
        give(until=until)

    assert refused.value.field == "until"


def test_nobody_is_given_what_his_role_cannot_read(world, give):
    with pytest.raises(RuleError, match="Velg en kollega"):
        give(world.auditor.user_id)
    with pytest.raises(RuleError, match="Velg en kollega"):
        give(world.clerk.user_id)
    with pytest.raises(RuleError, match="Velg en kollega"):
        give(uuid4())


def test_leaders_give_neither_themselves_nor_what_was_lent_them(world, give):
    with pytest.raises(RuleError, match="deg selv"):
        give(world.leader.user_id)

    other = worlds.worker(worlds.person("oda.leder", (Role.LEADER, world.south)))
    give(other.user_id)
    with pytest.raises(RecordRefusedError) as refused:
        give(by=other)
    assert refused.value.decision.refusal is Refusal.BASIS


def test_leader_who_was_lent_the_access_as_well_gives_from_his_own_unit(world, give):
    CareRelation.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        basis=Basis.GRANT,
        worker_id=world.leader.user_id,
        granted_by_id=world.clerk.user_id,
        reason_code=GrantReason.SUBSTITUTE,
        valid_from=timezone.now(),
        valid_until=timezone.now() + timedelta(days=1),
    )

    assert give(world.stranger.user_id).worker_id == world.stranger.user_id


def test_a_record_opened_to_be_read_gives_nothing(world):
    with (
        pytest.raises(ActionRefusedError),
        open_record(
            world.ola.record_id, by=world.leader, to=Action.READ_IDENTITY
        ) as record,
    ):
        grant_access(
            record,
            to=world.stranger.user_id,
            until=timezone.now() + timedelta(hours=1),
            reason=GrantReason.SUBSTITUTE,
            id=uuid4(),
        )


def test_whom_the_patient_has_shut_out_is_not_let_in(world, give):
    Block.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        what="all",
        whom="person",
        worker_id=world.stranger.user_id,
        valid_from=timezone.now(),
    )

    with pytest.raises(RuleError, match="kan ikke få tilgang"):
        give()
