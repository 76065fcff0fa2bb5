"""Patients at their units, and people who look at the first pages."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from access.actions import Action
from access.models import GrantReason
from access.roles import RecordKind
from journal.record.gate import open_admission, open_record
from journal.record.services.care_team import add_member
from journal.record.services.death import mark_dead
from journal.record.services.granting import grant_access
from journal.record.services.stays import Place, Stay, admit_patient, discharge_patient
from tests import world as worlds


@pytest.fixture
def ola(world):
    return world.ola


@pytest.fixture
def admit(world):
    """Let a unit have somebody, in a record he has or one that begins."""

    def _admit(
        known, unit, *, service="15", room="", bed="", kind=RecordKind.JOURNAL, days=3
    ):
        since = timezone.now() - timedelta(days=days)
        with open_admission(
            patient_id=known.patient_id,
            record_id=known.record_id,
            kind=kind,
            by=world.clerk,
            to=Action.ADMIT,
        ) as record:
            stay = Stay(Place(unit, service, room, bed), since)
            return admit_patient(record, stay=stay, id=uuid4())

    return _admit


@pytest.fixture
def living(world, admit):
    """Register somebody who is at a unit, in a room if one is named."""

    def _living(unit, given, family, *, room="", **facts):
        known = worlds.patient(world.clerk, given, family, **facts)
        admit(known, unit, room=room)
        return known

    return _living


@pytest.fixture
def case_of(admit):
    """Begin a tjenestesak about somebody, with practical help from a unit."""

    def _case(known, unit):
        case = replace(known, record_id=uuid4())
        admit(case, unit, service="1", kind=RecordKind.CASE)
        return case

    return _case


@pytest.fixture
def lend(world):
    """Let the leader give somebody access for a day."""

    def _lend(known, to):
        with open_record(known.record_id, by=world.leader, to=Action.GRANT) as record:
            grant_access(
                record,
                to=to.user_id,
                until=timezone.now() + timedelta(days=1),
                reason=GrantReason.SUBSTITUTE,
                id=uuid4(),
            )

    return _lend


@pytest.fixture
def name(world):
    """Name somebody in a care team."""

    def _name(known, who):
        to = Action.CHANGE_IDENTITY
        with open_record(known.record_id, by=world.leader, to=to) as record:
            add_member(
                record, worker_id=who.user_id, function="primarkontakt", id=uuid4()
            )

    return _name


@pytest.fixture
def die(world):
    """Mark somebody as dead, today or some days ago."""

    def _die(known, *, days=0):
        on = timezone.localdate() - timedelta(days=days)
        with open_record(
            known.record_id, by=world.nurse, to=Action.MARK_DEAD
        ) as record:
            mark_dead(record, on=on)
        return on

    return _die


@pytest.fixture
def end(world):
    """End the stay somebody is in at a unit."""

    def _end(known, *, at):
        to = Action.DISCHARGE
        with open_record(known.record_id, by=world.nurse, to=to) as record:
            stay = record.episodes.get(ends_at=None, unit=at)
            discharge_patient(record, stay, at=timezone.now())

    return _end


@pytest.fixture
def works_at(desk):
    """Give the desk of somebody who has chosen to work at all of some units now."""

    def _works_at(worker, *units):
        there = desk(worker)
        chosen = {"units": [str(unit.pk) for unit in units]}
        assert there.client.post(reverse("access:workplace"), chosen).status_code == 303
        return there

    return _works_at
