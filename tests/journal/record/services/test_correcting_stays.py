"""What is told of a stay is corrected; an end that was a mistake is taken back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.models import Basis, CareRelation, Employment
from access.roles import RecordKind, Role
from audit.models import AccessEvent
from audit.verbs import Verb
from journal.record.errors import RuleError, StaleFormError
from journal.record.gate import RecordRefusedError, open_admission, open_record
from journal.record.models import ActionRefusedError, CareTeamMember, Episode
from journal.record.selectors.ended_stays import ends_to_withdraw
from journal.record.selectors.versions import version_of
from journal.record.services.care_team import add_member
from journal.record.services.correcting_stays import change_stay, withdraw_discharge
from journal.record.services.death import mark_dead
from journal.record.services.stays import (
    Place,
    Stay,
    admit_patient,
    discharge_patient,
    move_patient,
)
from tests import world as worlds
from tests.journal.record.asking import decided


def opened(world, to, *, by=None):
    return open_record(world.ola.record_id, by=by or world.nurse, to=to)


def change(world, record, **told):
    episode = record.episodes.get(pk=world.ola.episode_id)
    facts = {
        "starts_at": episode.starts_at,
        "decided_hours": "3,5 timer i uka",
        "decision_reference": "26/1187",
        "version": version_of(episode),
    }
    return change_stay(record, episode, **facts | told)


def discharge(world, *, since=timedelta(hours=1), by=None):
    with opened(world, Action.DISCHARGE, by=by) as record:
        episode = record.episodes.get(pk=world.ola.episode_id)
        discharge_patient(record, episode, at=timezone.now() - since)


def withdraw(world, *, by=None):
    with opened(world, Action.WITHDRAW_DISCHARGE, by=by) as record:
        return withdraw_discharge(record, record.episodes.get(pk=world.ola.episode_id))


def basis_of(world, action=Action.READ_RECORD):
    return decided(world.nurse, world.ola.record_id, action).basis


def test_start_hours_and_decision_are_corrected_with_history_and_the_log(world):
    start = timezone.now() - timedelta(days=30)

    with opened(world, Action.CHANGE_STAY) as record:
        changed = change(world, record, starts_at=start)
        event_id = record.event_id
        (latest, first) = changed.history.order_by("-history_id")

    assert (changed.starts_at, changed.decided_hours) == (start, "3,5 timer i uka")
    assert (latest.event_id, latest.decision_reference) == (event_id, "26/1187")
    assert first.decided_hours == ""
    assert AccessEvent.objects.get(pk=event_id).verb == Verb.CHANGED
    assert CareRelation.objects.filter(record_id=world.ola.record_id).count() == 1


@pytest.mark.parametrize(
    "since", [timedelta(days=-2), timedelta(days=36500)], ids=["future", "before birth"]
)
def test_stay_cannot_have_begun_then(world, since):
    with (
        pytest.raises(RuleError) as refused,
        opened(world, Action.CHANGE_STAY) as record,
    ):
        change(world, record, starts_at=timezone.now() - since)

    assert refused.value.field == "starts_at"


def test_second_of_two_who_correct_is_told(world):
    with opened(world, Action.CHANGE_STAY) as record:
        version = version_of(record.episodes.get())
        change(world, record)

    with pytest.raises(StaleFormError), opened(world, Action.CHANGE_STAY) as record:
        change(world, record, decided_hours="8 timer", version=version)


def test_ended_stay_is_not_corrected(world):
    with opened(world, Action.ADMIT, by=world.leader) as record:
        stay = Stay(Place(world.north, "18"), timezone.now())
        admit_patient(record, stay=stay, id=uuid4())
    discharge(world)

    with (
        pytest.raises(RuleError, match="avsluttet"),
        opened(world, Action.CHANGE_STAY) as record,
    ):
        change(world, record)


def test_who_may_not_discharge_may_not_correct(world):
    hans = worlds.worker(worlds.person("hans.hjelper", (Role.CARE_WORKER, world.north)))

    with (
        pytest.raises(RecordRefusedError),
        opened(world, Action.CHANGE_STAY, by=hans),
    ):
        pass


def test_end_that_was_a_mistake_is_taken_back_with_access_and_team(world):
    with opened(world, Action.CHANGE_IDENTITY) as record:
        add_member(
            record,
            worker_id=world.nurse.user_id,
            function="primarkontakt",
            id=uuid4(),
        )
    discharge(world)
    assert basis_of(world) is Basis.FORMER_EPISODE
    assert basis_of(world, Action.PRINT_RECORD) is None

    reopened = withdraw(world)

    assert reopened.ends_at is None
    assert basis_of(world, Action.PRINT_RECORD) is Basis.TEAM
    with opened(world, Action.READ_IDENTITY):
        assert CareTeamMember.objects.get().valid_until is None
    now = timezone.now()
    in_force = CareRelation.objects.exclude(valid_until__lte=now)
    assert set(in_force.values_list("basis", flat=True)) == {
        Basis.EPISODE,
        Basis.TEAM,
    }


def test_log_says_that_an_end_was_taken_back(world):
    discharge(world)
    withdraw(world)

    verbs = AccessEvent.objects.order_by("stored_at").values_list("verb", flat=True)
    assert list(verbs)[-2:] == [Verb.DISCHARGED, Verb.DISCHARGED]


def test_end_taken_back_twice_is_taken_back_once(world):
    discharge(world)

    assert withdraw(world) == withdraw(world)
    assert basis_of(world) is Basis.EPISODE


def test_colleague_who_works_there_no_longer_is_not_named_again(world):
    with opened(world, Action.CHANGE_IDENTITY) as record:
        add_member(record, worker_id=world.clerk.user_id, function="medlem", id=uuid4())
    discharge(world)
    Employment.objects.filter(user=world.clerk.user_id).update(
        valid_until=timezone.now()
    )

    withdraw(world)

    with opened(world, Action.READ_IDENTITY):
        assert CareTeamMember.objects.get().valid_until is not None


def test_end_is_not_taken_back_when_the_days_after_it_are_over(world):
    discharge(world)
    CareRelation.objects.filter(basis=Basis.FORMER_EPISODE).update(
        valid_until=timezone.now()
    )

    with pytest.raises(RecordRefusedError):
        withdraw(world)


def test_move_is_not_taken_back_as_an_end(world):
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

    with pytest.raises(RuleError, match="ble flyttet"):
        withdraw(world)

    assert basis_of(world) is Basis.FORMER_EPISODE


def test_stay_that_has_begun_anew_is_not_opened_twice(world):
    discharge(world)
    with open_admission(
        patient_id=world.ola.patient_id,
        record_id=world.ola.record_id,
        kind=RecordKind.JOURNAL,
        by=world.leader,
        to=Action.ADMIT,
    ) as record:
        stay = Stay(Place(world.north, "15"), timezone.now())
        admit_patient(record, stay=stay, id=uuid4())

    with pytest.raises(RuleError, match="får allerede denne tjenesten"):
        withdraw(world)


def test_stay_of_somebody_who_has_died_since_is_not_opened(world):
    with opened(world, Action.ADMIT, by=world.leader) as record:
        stay = Stay(Place(world.north, "18"), timezone.now() - timedelta(days=1))
        admit_patient(record, stay=stay, id=uuid4())
    discharge(world)
    with opened(world, Action.MARK_DEAD) as record:
        mark_dead(record, on=timezone.localdate())

    with pytest.raises(RuleError, match="meldt død"):
        withdraw(world)


def test_only_an_end_that_can_be_taken_back_is_offered(world):
    discharge(world)
    with opened(world, Action.READ_IDENTITY) as record:
        assert ends_to_withdraw(record, record.episodes.all()) == {world.ola.episode_id}

    CareRelation.objects.filter(basis=Basis.EPISODE).update(valid_until=None)
    CareRelation.objects.filter(basis=Basis.FORMER_EPISODE).update(
        valid_until=timezone.now()
    )
    with opened(world, Action.READ_IDENTITY) as record:
        assert ends_to_withdraw(record, record.episodes.all()) == frozenset()


def test_record_opened_to_read_is_not_corrected(world):
    with (
        pytest.raises(ActionRefusedError),
        opened(world, Action.READ_RECORD) as record,
    ):
        change(world, record)
    with (
        pytest.raises(ActionRefusedError),
        opened(world, Action.READ_RECORD) as record,
    ):
        withdraw_discharge(record, Episode.objects.get())
