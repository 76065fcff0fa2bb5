"""Changes that wait for their day: none stops another, undoes a correction, or forgets one."""

from dataclasses import replace

import pytest

from tenants.alarms.models import Alarm
from tenants.jobs import let_changes_take_effect, sound_alarms
from tenants.models import Municipality
from tenants.registry.changes import ChangedMunicipality
from tenants.registry.changing.carrying_out import carry_out
from tenants.registry.changing.consequences import consequences_of
from tenants.registry.changing.planning import plan_changes
from tests.tenants.registry.division import (
    AHEAD,
    LATER,
    change,
    decided,
    let_time_pass,
    moved,
    numbered,
)

ORGNR = "923609016"


@pytest.fixture
def halden(consortium):
    return numbered("Halden", "3001")


@pytest.fixture
def moss(consortium):
    return numbered("Moss", "3002")


def with_orgnr(move):
    return [replace(moved(move)[0], orgnr=ORGNR)]


def plan_orgnr(move):
    """Record that a municipality gets a number, and an organisation number with it."""
    moves, decision = with_orgnr(move), decided(AHEAD)
    shown = plan_changes(moves, decision).digest
    carry_out(moves, decision, shown=shown, by="kari")


def test_change_that_cannot_take_effect_stops_no_other_and_is_an_alarm(
    database, halden, moss
):
    plan_orgnr("3001 3101")
    change("3101 3102 Fredrikshald", on=LATER)
    change("3002 3103 Jeløy", on=AHEAD)
    Municipality.objects.filter(name="Fjord").update(orgnr=ORGNR)
    let_time_pass(database)

    let_changes_take_effect.delay()
    sound_alarms.delay()
    numbered("Rakkestad", "3016")
    change("3016 3120")

    moss.refresh_from_db()
    assert moss.name == "Jeløy"
    waiting = ChangedMunicipality.objects.filter(applied_at=None)
    assert {part.municipality for part in waiting} == {halden}
    assert waiting.count() == 2
    alarm = Alarm.objects.going_on().get()
    assert (alarm.municipality, alarm.runbook) == (halden, "orgnr_taken")

    Municipality.objects.filter(name="Fjord").update(orgnr="")
    let_changes_take_effect.delay()
    sound_alarms.delay()
    halden.refresh_from_db()
    assert (halden.name, halden.orgnr) == ("Fredrikshald", ORGNR)
    assert not Alarm.objects.going_on().exists()


def test_organisation_number_is_planned_for_one_only(halden, moss):
    plan_orgnr("3001 3101")

    (problem,) = plan_changes(with_orgnr("3002 3103"), decided(LATER)).problems

    assert problem.field == "orgnr"
    assert "satt av til en annen kommune" in problem.message
    assert not plan_changes(with_orgnr("3101 3102"), decided(LATER)).problems


def test_correction_before_the_day_stays_when_the_change_is_of_something_else(
    database, halden, moss
):
    change("3001 3003 Halden", "3001 3004 Berg", on=AHEAD)
    change("3002 3103", on=AHEAD)
    for name, corrected in (("Halden", "Hálden"), ("Berg", "Bjerg"), ("Moss", "Mosse")):
        own = Municipality.objects.filter(name=name)
        own.update(name=corrected, county_name="Vika")
    let_time_pass(database)

    let_changes_take_effect.delay()

    now = Municipality.objects.exclude(name__startswith="Fj")
    assert set(now.values_list("name", "county_name")) == {
        ("Hálden", "Vika"),
        ("Bjerg", "Vika"),
        ("Mosse", "Østfold"),
    }


def test_second_planned_change_goes_on_from_the_first(halden):
    change("3001 3101 Fredrikshald", on=AHEAD)

    plan = plan_changes(moved("3101 3102"), decided(LATER))

    (part,) = plan.changes[0].parts
    assert (part.name_before, part.name_after) == ("Fredrikshald", "Fredrikshald")
    (told,) = consequences_of(plan)
    assert len(told.sentences) == 1  # neither name nor county becomes another
