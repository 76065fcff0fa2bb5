"""Colleagues, units and relatives stand as a Norwegian looks names up."""

from uuid import uuid4

import pytest

from access.actions import Action
from access.roles import RecordKind, Role
from journal.record.codes import FamilyRelation
from journal.record.gate import open_record
from journal.record.selectors.grants import colleagues_named
from journal.record.selectors.relatives import relatives_now
from journal.record.selectors.units import colleagues_around, units_to_move_to
from journal.record.services.relatives import Relative, add_relative
from tests import world as worlds


@pytest.fixture
def colleagues(world):
    """Nurses whose given names would put them the other way round."""
    for name in ("anna.åmot", "bo.østre", "carl.ærfugl", "dag.zahl"):
        worlds.person(name, (Role.NURSE, world.north))


def test_colleagues_around_a_patient_stand_by_family_name(world, colleagues):
    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_RECORD
    ) as record:
        names = [one.name for one in colleagues_around(record)]

    new = ["Dag Zahl", "Carl Ærfugl", "Bo Østre", "Anna Åmot"]
    assert names[-4:] == new
    assert names[:-4] == ["Lise Leder", "Mona Merkantil", "Siri Sykepleier"]


def test_colleagues_found_stand_by_family_name_also_when_the_last_are_cut(world):
    for family in (*(f"aaker{number:02d}" for number in range(20)), "østre", "berg"):
        worlds.person(f"nora.{family}", (Role.NURSE, world.north))

    found = colleagues_named("nora", kind=RecordKind.JOURNAL, besides=[uuid4()])

    names = [one.name for one in found.found]
    assert names[:3] == ["Nora Berg", "Nora Østre", "Nora Aaker00"]
    assert found.has_more


def test_units_stand_in_order(world):
    for name in ("Åpen post", "Ærlig post", "Øvre post"):
        worlds.unit(name, parent=world.north)

    names = [unit.name for unit in units_to_move_to()]

    assert names[-3:] == ["Ærlig post", "Øvre post", "Åpen post"]


def test_relatives_stand_by_what_they_decide_and_then_by_name(world):
    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.CHANGE_IDENTITY
    ) as record:
        for name, is_next in (
            ("Åse Dal", False),
            ("Ærlend Dal", False),
            ("Øyvind Dal", True),
        ):
            relative = Relative(
                name=name, kind=FamilyRelation.SO, is_next_of_kin=is_next
            )
            add_relative(record, relative=relative, id=uuid4())
        names = [one.row.name for one in relatives_now(record)]

    assert names == ["Øyvind Dal", "Ærlend Dal", "Åse Dal"]
