"""Own record, own family and colleagues: known by a keyed hash, told by the database."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access import policy
from access.accounts.models import User
from access.actions import Action
from access.explaining import Refusal
from access.models import Basis, Block, CareRelation, PersonTie
from access.person_number import read_number
from access.roles import RecordKind, Role
from audit.hashing import number_hash
from audit.models import AccessEvent
from journal.record.gate import RecordRefusedError, open_admission, open_record
from journal.record.services.person import add_number
from journal.record.services.relatives import (
    Relative,
    add_relative,
    end_relative,
    link_relative,
)
from tests import world as worlds

OLA, KARI, LATER = "14834212081", "02913820110", "29822450073"


def hash_of(number):
    return number_hash(read_number(number, synthetic_only=True).value)


@pytest.fixture
def number(world):
    """`number(known, value)` gives a patient a number, by the clerk."""

    def give(known, value):
        by = world.clerk
        with open_record(known.record_id, by=by, to=Action.CHANGE_IDENTITY) as record:
            add_number(record, number=read_number(value, synthetic_only=True))

    return give


@pytest.fixture
def kin(world):
    """`kin(of, kind)` registers a relative of a patient, linked to another or by number."""

    def add(of, kind, *, linked=None, number=None):
        relative = Relative(name="Kari Fjellheim", kind=kind)
        typed = read_number(number, synthetic_only=True) if number else None
        to = Action.CHANGE_IDENTITY
        with open_record(of.record_id, by=world.clerk, to=to) as record:
            row = add_relative(record, relative=relative, id=uuid4(), number=typed)
            if linked:
                link_relative(record, row, patient_id=linked.patient_id)
        return row

    return add


def is_person(worker, value):
    """Let the account know who its owner is."""
    User.objects.filter(pk=worker.user_id).update(person_hash=hash_of(value))


def decide(worker, known, action=Action.READ_RECORD):
    return policy.decide(worker, known.record_id, action)


def relate(known, basis, worker):
    CareRelation.objects.create(
        record_id=known.record_id,
        patient_id=known.patient_id,
        basis=basis,
        worker_id=worker.user_id,
        valid_from=timezone.now() - timedelta(minutes=1),
        valid_until=timezone.now() + timedelta(hours=1),
        reason_code="tilsyn",
        granted_by_id=worker.user_id,
    )


def test_own_record_is_closed_whatever_the_ground(world, number):
    number(world.ola, OLA)
    is_person(world.nurse, OLA)
    for basis in (Basis.TEAM, Basis.GRANT, Basis.EMERGENCY):
        relate(world.ola, basis, world.nurse)

    assert decide(world.nurse, world.ola).refusal is Refusal.OWN_RECORD
    assert policy.records_open_to(world.nurse, Action.READ_IDENTITY) == []


def test_earlier_number_is_known_too(world, number):
    number(world.ola, OLA)
    number(world.ola, LATER)
    is_person(world.nurse, OLA)

    assert decide(world.nurse, world.ola).refusal is Refusal.OWN_RECORD


@pytest.mark.parametrize("basis", [Basis.TEAM, Basis.VISIT, Basis.EMERGENCY])
def test_family_is_open_to_who_is_named_and_the_log_says_so(world, number, kin, basis):
    kin(world.ola, "DA", number=KARI)
    is_person(world.nurse, KARI)
    assert decide(world.nurse, world.ola).refusal is Refusal.FAMILY

    relate(world.ola, basis, world.nurse)

    decision = decide(world.nurse, world.ola)
    assert decision.basis == basis
    assert decision.tie == "family"
    with open_record(world.ola.record_id, by=world.nurse, to=Action.READ_RECORD):
        pass
    event = AccessEvent.objects.order_by("-stored_at")[0]
    assert b'"tie":"family"' in bytes(event.body)


def test_grant_does_not_open_the_family_s_record(world, kin):
    kin(world.ola, "EF", number=KARI)
    is_person(world.nurse, KARI)
    relate(world.ola, Basis.GRANT, world.nurse)

    assert decide(world.nurse, world.ola).refusal is Refusal.FAMILY


def test_link_ties_both_ways_whenever_the_number_comes(world, number, kin):
    kari = worlds.patient(world.clerk, "Kari", at=world.north)
    kin(world.ola, "DA", linked=kari)
    number(kari, KARI)
    number(world.ola, OLA)

    is_person(world.nurse, KARI)
    assert decide(world.nurse, world.ola).refusal is Refusal.FAMILY
    is_person(world.nurse, OLA)
    assert decide(world.nurse, kari).refusal is Refusal.FAMILY


def test_marriage_ends_and_being_a_child_does_not(world, kin):
    for kind, remains in (("EF", False), ("DA", True)):
        row = kin(world.ola, kind, number=KARI)
        to = Action.CHANGE_IDENTITY
        with open_record(world.ola.record_id, by=world.clerk, to=to) as record:
            end_relative(record, row)

        assert PersonTie.objects.filter(person_hash=hash_of(KARI)).exists() == remains


def test_sibling_reads_as_others(world, kin):
    kin(world.ola, "BR", number=KARI)
    is_person(world.nurse, KARI)

    assert decide(world.nurse, world.ola).is_allowed


def test_colleague_is_open_as_others_and_flagged(world, number):
    number(world.ola, OLA)
    colleague = worlds.worker(worlds.person("ola.kollega", (Role.NURSE, world.north)))
    is_person(colleague, OLA)

    assert decide(world.nurse, world.ola).tie == "colleague"
    assert decide(world.leader, world.ola).is_allowed


def test_nobody_takes_himself_or_his_family_in(world, number):
    number(world.ola, OLA)
    is_person(world.clerk, OLA)

    with (
        pytest.raises(RecordRefusedError) as refused,
        open_admission(
            patient_id=world.ola.patient_id,
            record_id=world.ola.record_id,
            kind=RecordKind.JOURNAL,
            by=world.clerk,
            to=Action.ADMIT,
        ),
    ):
        pass
    assert refused.value.decision.refusal is Refusal.OWN_RECORD


def test_no_number_stands_in_the_ties(world, number, kin):
    number(world.ola, OLA)
    kin(world.ola, "DA", number=KARI)

    hashes = set(PersonTie.objects.values_list("person_hash", "tie"))
    assert hashes == {(hash_of(OLA), "self"), (hash_of(KARI), "family")}
    assert not any(OLA in value or KARI in value for value, _tie in hashes)


def test_whom_the_patient_shut_out_by_name_does_not_take_him_in_either(world):
    Block.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        what="all",
        whom="person",
        worker_id=world.clerk.user_id,
        valid_from=timezone.now() - timedelta(minutes=1),
    )

    with (
        pytest.raises(RecordRefusedError) as refused,
        open_admission(
            patient_id=world.ola.patient_id,
            record_id=world.ola.record_id,
            kind=RecordKind.JOURNAL,
            by=world.clerk,
            to=Action.ADMIT,
        ),
    ):
        pass
    assert refused.value.decision.refusal is Refusal.BLOCKED
