"""Whom a refused person is sent to: only to a leader who can help as the page says."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.explaining import Refusal
from access.models import Basis, CareRelation
from access.roles import Role
from journal.record.selectors.refusal import ways_on
from tests import world as worlds
from tests.journal.record.asking import decided


@pytest.fixture
def department(world):
    """A department with the two units in it, where Dagny leads."""
    made = worlds.unit("Hjemmetjenesten", parent=world.north.parent, kind="department")
    for unit in (world.north, world.south):
        unit.path = [*made.path, unit.pk]
        unit.save()
    worlds.person("dagny.direkte", (Role.LEADER, made))
    return made


def ways_of(worker, world):
    """What a refused person is told; he reads nothing."""
    refused = decided(worker, world.ola.record_id, Action.READ_RECORD)
    assert refused.refusal is Refusal.NO_RELATION
    return ways_on(worker, refused)


def names(leaders):
    return [leader.name for leader in leaders]


def relate(world, basis, worker_id, **facts):
    CareRelation.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        basis=basis,
        worker_id=worker_id,
        valid_from=timezone.now() - timedelta(hours=1),
        **facts,
    )


def test_leader_of_a_unit_without_the_patient_takes_it_further(world):
    worlds.person("berit.leder", (Role.LEADER, world.south))

    ways = ways_of(world.stranger, world)

    assert ways.leaders_who_may_grant == []
    assert names(ways.other_leaders) == ["Berit Leder"]


def test_leader_above_both_units_can_give_access(world, department):
    worlds.person("berit.leder", (Role.LEADER, world.south))

    ways = ways_of(world.stranger, world)

    (dagny,) = ways.leaders_who_may_grant
    assert (dagny.name, dagny.unit_name) == ("Dagny Direkte", department.name)
    assert names(ways.other_leaders) == ["Berit Leder"]


def test_leader_who_leads_both_units_is_named_by_the_refused_persons_own(world):
    worlds.person("berit.begge", (Role.LEADER, world.south), (Role.LEADER, world.north))

    (berit,) = ways_of(world.stranger, world).leaders_who_may_grant

    assert berit.unit_name == world.south.name


def test_leader_of_the_patients_unit_alone_is_never_named(world):
    ways = ways_of(world.stranger, world)

    assert names(ways.leaders_who_may_grant + ways.other_leaders) == []


def test_leader_named_in_the_care_team_can_give_access(world):
    berit = worlds.person("berit.leder", (Role.LEADER, world.south))
    relate(world, Basis.TEAM, berit.pk, source_id=uuid4())

    assert names(ways_of(world.stranger, world).leaders_who_may_grant) == [
        "Berit Leder"
    ]


def test_leader_does_not_pass_on_what_he_was_given_for_a_time(world):
    berit = worlds.person("berit.leder", (Role.LEADER, world.south))
    relate(
        world,
        Basis.GRANT,
        berit.pk,
        granted_by_id=world.leader.user_id,
        valid_until=timezone.now() + timedelta(days=1),
    )

    ways = ways_of(world.stranger, world)

    assert ways.leaders_who_may_grant == []
    assert names(ways.other_leaders) == ["Berit Leder"]


def test_refused_leader_is_not_told_to_ask_himself(world, department):
    berit = worlds.worker(worlds.person("berit.leder", (Role.LEADER, world.south)))

    ways = ways_of(berit, world)

    assert names(ways.leaders_who_may_grant) == ["Dagny Direkte"]
    assert ways.other_leaders == []


def test_clerk_is_not_sent_to_a_leader_for_what_no_clerk_is_given(world, department):
    clerk = worlds.worker(worlds.person("kari.kontor", (Role.CLERK, world.south)))

    ways = ways_of(clerk, world)

    assert ways.leaders_who_may_grant == []
    assert names(ways.other_leaders) == ["Dagny Direkte"]


def test_each_leader_who_is_said_to_be_able_is_let_in_to_give(world, department):
    dagny = worlds.worker(worlds.person("dag.direkte", (Role.LEADER, department)))
    assert "Dag Direkte" in names(ways_of(world.stranger, world).leaders_who_may_grant)

    assert decided(dagny, world.ola.record_id, Action.GRANT).is_allowed
