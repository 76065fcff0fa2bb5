"""Whose list it is: a practice takes people on its own GPs' lists, and on nobody else's."""

from uuid import uuid4

from access import policy
from access.explaining import Refusal
from access.models import Basis
from access.roles import Role
from tests import world as worlds


def _arrival(worker, known, unit):
    return policy.arrival(
        worker, record_id=known.record_id, patient_id=known.patient_id, unit=unit
    )


def test_practice_takes_nobody_on_the_list_of_another_practice(world, practice, vigdis):
    other = worlds.unit("Sundet legekontor", parent=world.north.parent)
    theirs = worlds.unit("Carl Moe", parent=other, kind="list")
    for unit in (other, theirs):
        unit.service_type = "KX17"
        unit.save()

    mine, others = (_arrival(vigdis, world.ola, at) for at in (practice[1], theirs))

    assert (mine.basis, mine.refusal) == (Basis.GP_LIST, None)
    assert (others.basis, others.refusal) == (None, Refusal.ROLE)


def test_gp_at_one_list_takes_nobody_on_the_list_beside(world, practice, berit):
    assert _arrival(berit, world.ola, practice[1]).is_allowed
    assert not _arrival(berit, world.ola, practice[2]).is_allowed


def test_case_handler_and_care_worker_keep_no_list(world, practice):
    for number, role in enumerate((Role.CASE_HANDLER, Role.CARE_WORKER)):
        user = worlds.person(f"nummer{number}.annen", (role, practice[0]))
        assert not _arrival(worlds.worker(user), world.ola, practice[1]).is_allowed


def test_unit_that_keeps_no_list_is_no_ground(world):
    known = worlds.Known(uuid4(), uuid4(), None)

    assert not _arrival(world.leader, known, world.north).is_allowed
