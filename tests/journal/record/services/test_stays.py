"""Taking in, moving and discharging, and the care relations that follow."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.explaining import Refusal
from access.models import Basis, CareRelation, KnownRecord
from access.roles import RecordKind, Role
from journal.record.errors import RuleError, StaleFormError
from journal.record.gate import open_admission, open_record
from journal.record.models import ActionRefusedError
from journal.record.selectors.versions import version_of
from journal.record.services.correcting_stays import change_stay
from journal.record.services.stays import (
    Place,
    Stay,
    admit_patient,
    discharge_patient,
    move_patient,
)
from tests import world as worlds
from tests.journal.record.asking import decided


def now():
    return timezone.now()


def open_ola(world, by, to):
    return open_record(world.ola.record_id, by=by, to=to)


def stay_at(unit, *, service="18", since=timedelta(hours=1), **facts):
    place = Place(unit=unit, service_type=service, room="204", bed="A")
    return Stay(place=place, starts_at=now() - since, **facts)


def move(record, episode, *, to, at=None, version=None):
    return move_patient(
        record,
        episode,
        to=to,
        at=at or now(),
        id=uuid4(),
        version=version or version_of(episode),
    )


def basis_of(worker, world, action=Action.READ_IDENTITY):
    return decided(worker, world.ola.record_id, action).basis


def relations_of(world, basis):
    return CareRelation.objects.filter(record_id=world.ola.record_id, basis=basis)


def test_admission_gives_the_unit_a_relation(world):
    leader = worlds.worker(worlds.person("sol.leder", (Role.LEADER, world.south)))
    assert basis_of(world.stranger, world) is None

    with open_admission(
        patient_id=world.ola.patient_id,
        record_id=world.ola.record_id,
        kind=RecordKind.JOURNAL,
        by=leader,
        to=Action.ADMIT,
    ) as record:
        episode = admit_patient(record, stay=stay_at(world.south), id=uuid4())

    assert episode.place_text == "204, seng A"
    assert basis_of(world.stranger, world) is Basis.EPISODE


def test_same_admission_sent_twice_is_stored_once(world):
    form_id = uuid4()

    for _ in range(2):
        with open_ola(world, world.leader, Action.ADMIT) as record:
            admit_patient(record, stay=stay_at(world.north), id=form_id)

    with open_ola(world, world.nurse, Action.READ_IDENTITY) as record:
        assert record.episodes.filter(ends_at=None).count() == 2
    assert relations_of(world, Basis.EPISODE).count() == 2


def test_same_service_at_the_same_unit_is_refused(world):
    stay = stay_at(world.north, service="15")

    with (
        pytest.raises(RuleError) as refused,
        open_ola(world, world.leader, Action.ADMIT) as record,
    ):
        admit_patient(record, stay=stay, id=uuid4())

    assert refused.value.field == "service_type"
    assert relations_of(world, Basis.EPISODE).count() == 1


@pytest.mark.parametrize(
    "since", [timedelta(days=-2), timedelta(days=36500)], ids=["future", "before birth"]
)
def test_stay_cannot_begin_then(world, since):
    with (
        pytest.raises(RuleError) as refused,
        open_ola(world, world.leader, Action.ADMIT) as record,
    ):
        admit_patient(record, stay=stay_at(world.north, since=since), id=uuid4())

    assert refused.value.field == "starts_at"


def test_record_of_the_other_kind_begins_with_its_first_stay(world):
    record_id = uuid4()

    with open_admission(
        patient_id=world.ola.patient_id,
        record_id=record_id,
        kind=RecordKind.CASE,
        by=world.leader,
        to=Action.ADMIT,
    ) as record:
        admit_patient(record, stay=stay_at(world.north, service="1"), id=uuid4())

    assert KnownRecord.objects.get(pk=record_id).kind == RecordKind.CASE


def test_new_room_changes_the_stay_and_no_relation(world):
    with open_ola(world, world.nurse, Action.MOVE) as record:
        episode = record.episodes.get()
        place = Place(world.north, episode.service_type, room="7", bed="B")
        moved = move(record, episode, to=place)

    assert (moved.pk, moved.room) == (world.ola.episode_id, "7")
    assert relations_of(world, Basis.FORMER_EPISODE).count() == 0


def test_second_of_two_who_move_him_is_told_where_he_is(world):
    elsewhere = Place(world.north, "15", room="9")
    with open_ola(world, world.nurse, Action.MOVE) as record:
        episode = record.episodes.get()
        version = version_of(episode)
        move(record, episode, to=Place(world.north, "15", room="7", bed="B"))

    with (
        pytest.raises(StaleFormError, match="rom 7, seng B"),
        open_ola(world, world.leader, Action.MOVE) as record,
    ):
        move(record, record.episodes.get(), to=elsewhere, version=version)

    with open_ola(world, world.nurse, Action.READ_IDENTITY) as record:
        assert record.episodes.get().room == "7"


def test_same_move_sent_twice_is_stored_once(world):
    place = Place(world.north, "15", room="7", bed="B")

    with open_ola(world, world.nurse, Action.MOVE) as record:
        episode = record.episodes.get()
        version = version_of(episode)
        move(record, episode, to=place, version=version)
        again = move(record, episode, to=place, version=version)

    assert (again.room, again.bed) == ("7", "B")


def test_corrected_hours_do_not_stand_in_the_way_of_a_move(world):
    with open_ola(world, world.nurse, Action.READ_IDENTITY) as record:
        version = version_of(record.episodes.get())
    with open_ola(world, world.nurse, Action.CHANGE_STAY) as record:
        episode = record.episodes.get()
        change_stay(
            record,
            episode,
            starts_at=episode.starts_at,
            decided_hours="2 timer i uka",
            decision_reference="",
            version=version,
        )

    with open_ola(world, world.nurse, Action.MOVE) as record:
        place = Place(world.north, "15", room="7")
        moved = move(record, record.episodes.get(), to=place, version=version)

    assert (moved.room, moved.decided_hours) == ("7", "2 timer i uka")


def test_new_unit_ends_the_stay_and_begins_another(world):
    at = now()
    place = Place(world.south, "15", room="3")

    with open_ola(world, world.nurse, Action.MOVE) as record:
        episode = record.episodes.get()
        moved = move(record, episode, to=place, at=at)

    assert moved.unit == world.south
    assert basis_of(world.stranger, world) is Basis.EPISODE
    former = decided(world.nurse, world.ola.record_id, Action.READ_RECORD)
    assert (former.basis, former.readable_until) == (Basis.FORMER_EPISODE, at)
    assert basis_of(world.nurse, world, Action.MOVE) is None


def test_discharge_leaves_the_unit_fourteen_days(world):
    at = now() - timedelta(minutes=5)

    with open_ola(world, world.nurse, Action.DISCHARGE) as record:
        discharge_patient(record, record.episodes.get(), at=at)

    former = relations_of(world, Basis.FORMER_EPISODE).get()
    assert (former.valid_until, former.readable_until) == (at + timedelta(days=14), at)
    after = decided(
        world.nurse,
        world.ola.record_id,
        Action.READ_RECORD,
        at=at + timedelta(days=15),
    )
    assert after.refusal is Refusal.NO_RELATION


def test_discharge_long_ago_leaves_nothing(world):
    with open_ola(world, world.nurse, Action.DISCHARGE) as record:
        discharge_patient(record, record.episodes.get(), at=now() - timedelta(days=15))

    assert relations_of(world, Basis.FORMER_EPISODE).count() == 0
    assert basis_of(world.nurse, world) is None


@pytest.mark.parametrize(
    "at", [timedelta(hours=1), timedelta(days=-21)], ids=["future", "before start"]
)
def test_stay_cannot_end_then(world, at):
    with (
        pytest.raises(RuleError) as refused,
        open_ola(world, world.nurse, Action.DISCHARGE) as record,
    ):
        discharge_patient(record, record.episodes.get(), at=now() + at)

    assert refused.value.field == "at"


def test_stay_that_has_ended_cannot_end_again(world):
    with open_ola(world, world.leader, Action.ADMIT) as record:
        admit_patient(record, stay=stay_at(world.north), id=uuid4())
    with open_ola(world, world.nurse, Action.DISCHARGE) as record:
        episode = record.episodes.get(pk=world.ola.episode_id)
        discharge_patient(record, episode, at=now())

    with (
        pytest.raises(RuleError, match="avsluttet"),
        open_ola(world, world.nurse, Action.DISCHARGE) as record,
    ):
        discharge_patient(record, episode, at=now())


def test_record_opened_to_read_is_not_moved_in(world):
    place = Place(world.south, "15")

    with (
        pytest.raises(ActionRefusedError),
        open_ola(world, world.nurse, Action.READ_RECORD) as record,
    ):
        move(record, record.episodes.get(), to=place)

    assert basis_of(world.stranger, world) is None
