"""Who may open which record, on what ground; the check and the list always agree."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from access import policy
from access.accounts.models import User
from access.actions import Action
from access.explaining import Refusal, explain
from access.models import Basis, Block, CareRelation, Employment, PersonTie
from access.roles import RecordKind, Role
from tenants import roles
from tenants.context import in_municipality
from tests import world as worlds
from tests.database import as_login

NOW = timezone.now


def decide(worker, known, action=Action.READ_RECORD):
    """Ask for one record, and make sure that the list says the same."""
    decision = policy.decide(worker, known.record_id, action)
    listed = {d.record_id: d for d in policy.records_open_to(worker, action)}
    if decision is None or not decision.is_allowed:
        assert known.record_id not in listed
    else:
        assert listed[known.record_id] == decision
    return decision


def relate(known, basis, **facts):
    return CareRelation.objects.create(
        record_id=known.record_id,
        patient_id=known.patient_id,
        basis=basis,
        valid_from=facts.pop("valid_from", NOW() - timedelta(days=1)),
        **facts,
    )


def test_active_episode_at_my_unit_opens(world):
    decision = decide(world.nurse, world.ola)

    assert decision.basis == Basis.EPISODE
    assert decision.grounds.purpose == "TREAT"
    assert decision.unit_id == world.north.pk


def test_other_unit_does_not(world):
    assert decide(world.stranger, world.ola).refusal == Refusal.NO_RELATION


def test_whoever_works_above_reaches_the_units_below_and_not_the_other_way(world):
    above = worlds.worker(worlds.person("anna.over", (Role.NURSE, world.north.parent)))
    below = worlds.worker(
        worlds.person(
            "berit.under", (Role.NURSE, worlds.unit("Liste 1", parent=world.north))
        )
    )

    assert decide(above, world.ola).is_allowed
    assert decide(below, world.ola).refusal == Refusal.NO_RELATION


def test_without_a_chosen_workplace_nothing_opens(world):
    idle = worlds.worker(worlds.person("idar.ledig"))

    assert decide(idle, world.ola).refusal == Refusal.NO_WORKPLACE


def test_ended_employment_counts_at_once(world):
    Employment.objects.filter(user_id=world.nurse.user_id).update(
        valid_until=NOW() - timedelta(seconds=1)
    )

    # The worker still carries the post he chose; the predicate does not believe it.
    assert not decide(world.nurse, world.ola).is_allowed


def test_employment_that_has_not_begun_opens_nothing(world):
    Employment.objects.filter(user_id=world.nurse.user_id).update(
        valid_from=NOW() + timedelta(hours=1)
    )

    assert not decide(world.nurse, world.ola).is_allowed


def test_closed_account_opens_nothing(world):
    User.objects.filter(pk=world.nurse.user_id).update(is_active=False)

    assert not decide(world.nurse, world.ola).is_allowed


@pytest.mark.parametrize(
    ("days_since_end", "is_open"), [(0, True), (13, True), (14, False), (18, False)]
)
def test_former_unit_reads_for_14_days_and_only_what_was_written_before(
    world, days_since_end, is_open
):
    ended = NOW() - timedelta(days=days_since_end, minutes=1)
    CareRelation.objects.filter(record_id=world.ola.record_id).update(valid_until=ended)
    relate(
        world.ola,
        Basis.FORMER_EPISODE,
        unit=world.north,
        valid_from=ended,
        valid_until=ended + timedelta(days=14),
        readable_until=ended,
    )

    decision = decide(world.nurse, world.ola)

    assert decision.is_allowed == is_open
    if is_open:
        assert decision.subject.until == ended


def test_former_unit_does_nothing_but_read_and_finish(world):
    relation = CareRelation.objects.get(record_id=world.ola.record_id)
    relation.valid_until = NOW()
    relation.save()
    relate(
        world.ola,
        Basis.FORMER_EPISODE,
        unit=world.north,
        valid_until=NOW() + timedelta(days=14),
        readable_until=NOW(),
    )

    assert decide(world.nurse, world.ola, Action.SIGN_NOTE).is_allowed
    assert not decide(world.nurse, world.ola, Action.MOVE).is_allowed
    assert not decide(world.nurse, world.ola, Action.PRINT_RECORD).is_allowed


def test_named_in_the_team_opens_and_is_the_strongest_ground(world):
    relate(world.ola, Basis.TEAM, worker_id=world.stranger.user_id)
    relate(world.ola, Basis.TEAM, worker_id=world.nurse.user_id)

    assert decide(world.stranger, world.ola).basis == Basis.TEAM
    assert decide(world.nurse, world.ola).basis == Basis.TEAM


def test_grant_opens_until_it_ends(world):
    grant = relate(
        world.ola,
        Basis.GRANT,
        worker_id=world.stranger.user_id,
        granted_by_id=world.leader.user_id,
        valid_until=NOW() + timedelta(hours=1),
        reason_code="bistand",
    )
    assert decide(world.stranger, world.ola).grounds.reason_code == "bistand"

    grant.valid_until = NOW()
    grant.save()

    assert not decide(world.stranger, world.ola).is_allowed


def test_role_bounds_what_is_done(world):
    assert decide(world.clerk, world.ola).refusal == Refusal.ROLE
    assert decide(world.clerk, world.ola, Action.READ_IDENTITY).is_allowed
    assert not decide(world.nurse, world.ola, Action.GRANT).is_allowed
    assert decide(world.leader, world.ola, Action.GRANT).is_allowed
    assert not decide(world.auditor, world.ola, Action.READ_IDENTITY).is_allowed


def test_case_handler_sees_assessments_and_not_the_daily_notes(world):
    handler = worlds.worker(worlds.person("sara.sak", (Role.CASE_HANDLER, world.north)))

    decision = decide(handler, world.ola)

    assert decision.grounds.purpose == "COC"
    assert "innkomst" in decision.subject.kinds
    assert "daglig" not in decision.subject.kinds


def test_the_post_that_sees_most_wins(world):
    both = worlds.worker(
        worlds.person(
            "toril.to", (Role.CASE_HANDLER, world.north), (Role.NURSE, world.north)
        )
    )

    assert decide(both, world.ola).role == Role.NURSE
    assert decide(both, world.ola).subject.kinds is None


def test_only_health_workers_of_the_right_kind_open_a_case(world):
    case = worlds.patient(world.clerk, "Kari", at=world.north, kind=RecordKind.CASE)

    assert decide(world.nurse, case).is_allowed
    assert not decide(world.nurse, case, Action.SIGN_NOTE).is_allowed


def test_unknown_record_is_no_decision(world):
    assert policy.decide(world.nurse, uuid4(), Action.READ_RECORD) is None


def test_admission_is_for_those_who_take_people_in(world):
    facts: dict[str, Any] = {
        "record_id": uuid4(),
        "patient_id": uuid4(),
        "kind": RecordKind.JOURNAL,
        "action": Action.REGISTER,
    }

    grounds = policy.admission(world.clerk, **facts).grounds
    assert grounds.purpose == "COC"
    assert grounds.decision_ref is None  # no care relation is behind it
    assert policy.admission(world.nurse, **facts).refusal == Refusal.ROLE


def test_one_record_takes_one_statement_whatever_the_answer(world):
    """So nothing can come between the answer and its reason, and refusing costs no more."""
    nobodys = uuid4()
    for worker, record in (
        (world.nurse, world.ola.record_id),
        (world.stranger, world.ola.record_id),
        (world.nurse, nobodys),
    ):
        with CaptureQueriesContext(connection) as asked:
            decision = policy.decide(worker, record, Action.READ_RECORD)
        assert len(asked) == 1
        assert (decision is None) == (record == nobodys)


def test_of_two_posts_in_the_same_role_the_same_one_is_always_named(world):
    both = worlds.worker(
        worlds.person("tove.to", (Role.NURSE, world.north), (Role.NURSE, world.south))
    )
    relate(world.ola, Basis.TEAM, worker_id=both.user_id)

    first = min(world.north.pk, world.south.pk)
    assert decide(both, world.ola).unit_id == first


def test_grounds_that_are_alike_are_explained_the_newest_first(world):
    old = relate(world.ola, Basis.TEAM, worker_id=world.nurse.user_id)
    new = relate(
        world.ola,
        Basis.TEAM,
        worker_id=world.nurse.user_id,
        valid_from=NOW() - timedelta(hours=1),
    )

    told = explain(world.nurse, world.ola.record_id, Action.READ_RECORD)

    assert [one.relation_id for one in told][:2] == [new.pk, old.pk]


def test_colleague_is_one_from_the_first_instant_to_the_last(world, fjord):
    """Half-open, as every period: at the very end it is over."""
    begun, ended = NOW() - timedelta(days=2), NOW()
    colleague = worlds.person("kari.kollega", (Role.NURSE, world.north))
    User.objects.filter(pk=colleague.pk).update(person_hash="hash-of-kari")
    with as_login(roles.MIGRATOR), in_municipality(fjord):
        PersonTie.objects.create(
            patient_id=world.ola.patient_id, person_hash="hash-of-kari", tie="self"
        )
    Employment.objects.filter(user=colleague).update(
        valid_from=begun, valid_until=ended
    )

    def tie_at(moment):
        asked = (world.nurse, world.ola.record_id, Action.READ_RECORD)
        decision = policy.decide(*asked, at=moment)
        return decision and decision.tie

    assert tie_at(begun - timedelta(seconds=1)) == ""
    assert tie_at(begun) == "colleague"
    assert tie_at(ended - timedelta(seconds=1)) == "colleague"
    assert tie_at(ended) == ""


def test_of_two_posts_the_refusal_is_told_of_the_one_that_sees_most(world):
    """Who is nurse and clerk is told of the block, not that clerks read no records."""
    both = worlds.worker(
        worlds.person(
            "bodil.begge", (Role.CLERK, world.north), (Role.NURSE, world.north)
        )
    )
    Block.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        what="all",
        whom="role",
        role=Role.NURSE,
        valid_from=NOW() - timedelta(hours=1),
    )

    assert decide(both, world.ola).refusal == Refusal.BLOCKED
