"""A protected address, and where its owner lived before, show only when they are opened."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.bases import GROUNDS
from access.explaining import Refusal
from access.first_matrix import FIRST_MATRIX
from access.models import Basis, CareRelation, KnownRecord
from access.roles import RecordKind, Role
from journal.record.gate import RecordRefusedError, open_record
from journal.record.models import Address


@pytest.fixture
def protected(world):
    """Ola moved, and his new address was protected."""
    for line, protection in (("Elvegata 2", "ugradert"), ("Hemmelig 3", "fortrolig")):
        with opened(world, Action.CHANGE_IDENTITY):
            address = Address.objects.get(patient_id=world.ola.patient_id)
            address.line, address.protection = line, protection
            address.save()
    return world


def opened(world, action, by=None):
    return open_record(world.ola.record_id, by=by or world.nurse, to=action)


def named(world):
    CareRelation.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        basis="team",
        worker_id=world.nurse.user_id,
        valid_from=timezone.now() - timedelta(minutes=1),
    )


def lines():
    return list(Address.objects.values_list("line", flat=True)), sorted(
        Address.history.values_list("line", flat=True)
    )


# Those doors a leader of the unit may open to a patient who is there.
_OF_THE_UNIT = sorted(
    action
    for action in GROUNDS[Basis.EPISODE].carries
    if FIRST_MATRIX[RecordKind.JOURNAL][Role.LEADER].allows(action)
    and action is not Action.REGISTER
)


@pytest.mark.parametrize("action", _OF_THE_UNIT)
def test_no_other_door_of_the_unit_shows_it(protected, action):
    with opened(protected, action, by=protected.leader):
        assert lines() == ([], [])


def test_whoever_is_named_sees_it_only_by_asking_for_it(protected):
    named(protected)

    for action in (Action.READ_IDENTITY, Action.READ_RECORD):
        with opened(protected, action):
            assert lines() == ([], [])
    with opened(protected, Action.READ_ADDRESS):
        now, earlier = lines()
    assert now == ["Hemmelig 3"]
    assert "Elvegata 2" in earlier


def test_who_may_not_see_it_can_neither_change_nor_unprotect_it(protected):
    with opened(protected, Action.CHANGE_IDENTITY, by=protected.leader):
        changed = Address.objects.update(line="Torget 1", protection="ugradert")

    assert changed == 0


def test_whoever_is_named_may_change_it(protected):
    named(protected)

    with opened(protected, Action.CHANGE_IDENTITY):
        assert Address.objects.update(line="Torget 1", protection="ugradert") == 1
    assert protections(protected) == ["ugradert"]


def test_policy_knows_that_there_is_one_whichever_was_stored_first(protected):
    assert protections(protected) == ["fortrolig"]
    KnownRecord.objects.create(
        record_id=uuid4(), patient_id=protected.ola.patient_id, kind="journal"
    )

    assert protections(protected) == ["fortrolig", "fortrolig"]


def protections(world):
    known = KnownRecord.objects.filter(patient_id=world.ola.patient_id)
    return list(known.values_list("protection", flat=True))


def test_earlier_address_of_whoever_is_not_protected_is_there(world):
    with opened(world, Action.CHANGE_IDENTITY):
        address = Address.objects.get(patient_id=world.ola.patient_id)
        address.line = "Elvegata 2"
        address.save()

    with opened(world, Action.READ_IDENTITY):
        assert lines()[0] == ["Elvegata 2"]


def test_it_is_closed_the_day_after(protected):
    CareRelation.objects.create(
        record_id=protected.ola.record_id,
        patient_id=protected.ola.patient_id,
        basis="visit",
        worker_id=protected.nurse.user_id,
        valid_from=timezone.now() - timedelta(days=1),
        valid_until=timezone.now() - timedelta(hours=1),
    )

    with (
        pytest.raises(RecordRefusedError) as refused,
        opened(protected, Action.READ_ADDRESS),
    ):
        pass
    assert refused.value.decision.refusal is Refusal.BASIS
