"""The care team: a name gives access, as long as the unit has the patient."""

from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.models import Basis, Block
from access.roles import Role
from journal.record.errors import RuleError
from journal.record.gate import open_record
from journal.record.selectors.units import colleagues_around, colleagues_to_name
from journal.record.selectors.versions import version_of
from journal.record.services.care_team import add_member, end_member
from journal.record.services.stays import Place, discharge_patient, move_patient
from tests import world as worlds
from tests.journal.record.asking import decided


def opened(world, to=Action.CHANGE_IDENTITY):
    return open_record(world.ola.record_id, by=world.nurse, to=to)


def name(world, who=None, function="primarkontakt", id=None):
    with opened(world) as record:
        return add_member(
            record,
            worker_id=(who or world.nurse).user_id,
            function=function,
            id=id or uuid4(),
        )


def basis(world):
    return decided(world.nurse, world.ola.record_id, Action.READ_RECORD).basis


def test_name_gives_a_relation_of_its_own_for_the_service(world):
    name(world)

    decision = decided(world.nurse, world.ola.record_id, Action.READ_RECORD)
    assert decision.basis is Basis.TEAM
    assert decision.grounds.service == "15"


def test_named_once_however_often_it_is_sent(world):
    form_id = uuid4()

    assert name(world, id=form_id).pk == name(world, id=form_id).pk
    with pytest.raises(RuleError, match="fra før"):
        name(world)


def test_only_those_who_work_where_the_patient_is(world):
    with opened(world) as record:
        names = {colleague.name for colleague in colleagues_around(record)}

    assert names == {world.nurse.name, world.leader.name, world.clerk.name}
    with pytest.raises(RuleError) as refused:
        name(world, world.stranger)
    assert refused.value.field == "worker"


def test_those_employed_above_the_unit_work_there_too(world):
    physician = worlds.worker(
        worlds.person("leif.lege", (Role.PHYSICIAN, world.north.parent))
    )

    assert name(world, physician, "lege").worker_id == physician.user_id


def test_ended_member_has_what_his_unit_has(world):
    member = name(world)

    with opened(world) as record:
        end_member(record, member)

    assert basis(world) is Basis.EPISODE


def test_name_does_not_outlive_the_stay(world):
    name(world)

    with opened(world, Action.DISCHARGE) as record:
        discharge_patient(record, record.episodes.get(), at=timezone.now())

    assert basis(world) is Basis.FORMER_EPISODE


def test_name_does_not_follow_to_another_unit(world):
    name(world)

    with opened(world, Action.MOVE) as record:
        episode = record.episodes.get()
        move_patient(
            record,
            episode,
            to=Place(world.south, "15"),
            at=timezone.now(),
            id=uuid4(),
            version=version_of(episode),
        )

    assert basis(world) is Basis.FORMER_EPISODE


def test_whom_the_patient_has_shut_out_is_not_offered_and_cannot_be_named(world):
    Block.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        what="all",
        whom="person",
        worker_id=world.leader.user_id,
        valid_from=timezone.now(),
    )

    with opened(world) as record:
        names = {colleague.name for colleague in colleagues_to_name(record)}
    assert names == {world.nurse.name, world.clerk.name}
    with pytest.raises(RuleError, match="kan ikke navngis"):
        name(world, world.leader)
