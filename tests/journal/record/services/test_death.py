"""Death ends every stay, leaves the last units thirty days, and can be taken back."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.models import Basis, CareRelation
from journal.record.errors import RuleError
from journal.record.gate import open_record
from journal.record.models import CareTeamMember, Episode
from journal.record.services.care_team import add_member
from journal.record.services.death import mark_dead, withdraw_death
from tests.journal.record.asking import decided


def opened(world, to=Action.MARK_DEAD):
    return open_record(world.ola.record_id, by=world.nurse, to=to)


def name_nurse(world):
    with opened(world, Action.CHANGE_IDENTITY) as record:
        add_member(
            record,
            worker_id=world.nurse.user_id,
            function="primarkontakt",
            id=uuid4(),
        )


def may_read(world, days):
    at = timezone.now() + timedelta(days=days)
    worker, record_id = world.nurse, world.ola.record_id
    return decided(worker, record_id, Action.READ_RECORD, at=at).is_allowed


def today():
    return timezone.localdate()


def test_all_stays_end_and_the_unit_has_thirty_days(world):
    name_nurse(world)

    with opened(world) as record:
        patient = mark_dead(record, on=today())
        assert Episode.objects.filter(patient=patient, ends_at=None).count() == 0

    assert patient.deceased_on == today()
    assert may_read(world, 29)
    assert not may_read(world, 31)
    assert not CareRelation.objects.filter(basis=Basis.FORMER_EPISODE).exists()


def test_death_some_days_ago_ends_the_stay_that_day(world):
    on = today() - timedelta(days=3)

    with opened(world) as record:
        mark_dead(record, on=on)
        ended = record.episodes.get().ends_at

    assert timezone.localdate(ended - timedelta(seconds=1)) == on


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (lambda: today() + timedelta(days=1), "fram i tid"),
        (lambda: date(1942, 2, 13), "før fødselsdatoen"),
        (lambda: today() - timedelta(days=25), "begynte etter"),
    ],
)
def test_date_that_cannot_be(world, on, words):
    with pytest.raises(RuleError, match=words), opened(world) as record:
        mark_dead(record, on=on())

    with opened(world, Action.READ_IDENTITY) as record:
        assert record.patient.deceased_on is None
        assert record.episodes.get().ends_at is None


def test_nobody_dies_twice(world):
    with opened(world) as record:
        mark_dead(record, on=today())

    with pytest.raises(RuleError, match="meldt død"), opened(world) as record:
        mark_dead(record, on=today())


def test_mistake_is_taken_back_with_its_stays_and_team(world):
    name_nurse(world)
    with opened(world) as record:
        mark_dead(record, on=today())

    with opened(world) as record:
        patient = withdraw_death(record)
        assert record.episodes.get().ends_at is None
        assert CareTeamMember.objects.get().valid_until is None

    assert patient.deceased_on is None
    assert may_read(world, 31)


def test_living_cannot_be_taken_back(world):
    with pytest.raises(RuleError, match="ikke meldt død"), opened(world) as record:
        withdraw_death(record)
