"""Mergers, divisions and new numbers: identity stays, periods follow, all or nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from tenants.jobs import let_changes_take_effect
from tenants.models import Municipality, MunicipalityNumber
from tenants.registry.changes import MunicipalityChange
from tenants.registry.changing.carrying_out import (
    PlanChangedError,
    carry_out,
    take_effect,
)
from tenants.registry.changing.planning import plan_changes
from tenants.registry.changing.withdrawing import (
    WithdrawalRefusedError,
    withdraw_change,
)
from tenants.registry.importing import Line, plan_import
from tenants.registry.periods import in_force_on, why_not_there, with_periods
from tenants.rollout.area import Area
from tenants.rollout.coverage import coverage_on
from tenants.rollout.over_time import over_time
from tenants.rollout.services import come_to_stage
from tenants.services import can_be_started
from tests.tenants.registry.division import (
    AHEAD,
    BEGAN,
    EVE,
    LATER,
    change,
    decided,
    moved,
    numbered,
)
from tests.tenants.rollout.ground import NEW_YEAR, count_inhabitants

MERGER = ("1001 4204 Kristiansand", "1018 4204", "1017 4204")
JUNE = date(2026, 6, 1)


@pytest.fixture
def southern(consortium):
    """Kristiansand, Søgne and Songdalen, as in 2019."""
    return (
        numbered("Kristiansand", "1001", inhabitants=92_000),
        numbered("Søgne", "1018", inhabitants=11_000),
        numbered("Songdalen", "1017", inhabitants=6_000),
    )


def there(day):
    found = with_periods(Municipality.objects.all()).filter(in_force_on(day))
    return {one.name for one in found} - {"Fjord", "Fjell"}


def periods(municipality):
    return list(municipality.numbers.values_list("number", "valid_from", "valid_until"))


def people(day):
    return coverage_on(day, country="Landet", outside_central="Utenfor").country


def test_merger_ends_the_numbers_and_one_goes_on_as_itself(southern):
    kristiansand, sogne, _songdalen = southern
    change(*MERGER)

    assert periods(kristiansand) == [
        ("1001", BEGAN, NEW_YEAR),
        ("4204", NEW_YEAR, None),
    ]
    assert periods(sogne) == [("1018", BEGAN, NEW_YEAR)]
    assert there(EVE) == {"Kristiansand", "Søgne", "Songdalen"}
    assert there(NEW_YEAR) == {"Kristiansand"}
    kristiansand.refresh_from_db()
    assert (kristiansand.county_number, kristiansand.schema_name) == (
        "42",
        "kommune_1001",
    )


def test_merger_into_a_new_municipality_lists_it(southern):
    moves = [replace(move, goes_on=False) for move in moved(*MERGER)]
    plan = plan_changes(moves, decided())
    carry_out(moves, decided(), shown=plan.digest, by="kari")

    new = MunicipalityNumber.objects.get(number="4204").municipality
    assert new not in southern
    assert (new.name, new.schema_name, new.state) == (
        "Kristiansand",
        "kristiansand",
        "listed",
    )
    assert there(NEW_YEAR) == {"Kristiansand"}
    assert people(NEW_YEAR).inhabitants == 109_000


def test_nobody_is_counted_twice_or_lost_by_a_merger(southern):
    kristiansand, sogne, _songdalen = southern
    come_to_stage(sogne, "intent", on=BEGAN, by="kari")
    change(*MERGER)

    assert people(EVE).inhabitants == people(NEW_YEAR).inhabitants == 109_000
    assert (people(EVE).committed, people(NEW_YEAR).committed) == (11_000, 0)
    shares = {one.day: one.percents["intent"] for one in over_time(JUNE, Area()).shares}
    assert round(shares[EVE], 1) == 10.1
    assert shares[JUNE] == 0
    count_inhabitants(kristiansand, 112_000, on=NEW_YEAR)
    assert (people(EVE).inhabitants, people(JUNE).inhabitants) == (109_000, 112_000)


def test_division_lists_the_new_one_and_counts_anew_from_the_day(consortium):
    alesund = numbered("Ålesund", "1507", inhabitants=67_000)
    change("1507 1580 Haram", "1507 1508")

    haram = Municipality.objects.get(name="Haram")
    assert periods(alesund) == [("1507", BEGAN, NEW_YEAR), ("1508", NEW_YEAR, None)]
    assert periods(haram) == [("1580", NEW_YEAR, None)]
    assert (haram.schema_name, haram.county_name) == ("haram", "Møre og Romsdal")
    assert (there(EVE), there(NEW_YEAR)) == ({"Ålesund"}, {"Ålesund", "Haram"})
    assert people(NEW_YEAR).inhabitants == 67_000
    count_inhabitants(haram, 9_000, on=NEW_YEAR)
    assert people(NEW_YEAR).inhabitants == people(EVE).inhabitants == 67_000
    count_inhabitants(alesund, 59_000, on=NEW_YEAR)
    assert (people(EVE).inhabitants, people(JUNE).inhabitants) == (67_000, 68_000)


def test_new_number_brings_a_new_county_on_its_day_and_not_before(consortium):
    halden = numbered("Halden", "3001")
    change("3001 3101", on=AHEAD)

    halden.refresh_from_db()
    assert (halden.county_number, there(AHEAD)) == ("30", {"Halden"})
    assert take_effect() == 0


def test_name_and_county_follow_when_the_day_of_what_was_planned_has_come(consortium):
    moss = numbered("Moss", "3002")
    planned = MunicipalityChange.objects.create(
        kind="new_number",
        takes_effect_on=timezone.localdate(),
        legal_basis="Stortinget",
        decided_on=NEW_YEAR,
    )
    planned.parts.create(
        municipality=moss,
        number_before="3002",
        number_after="3103",
        name_after="Moss",
        county_name_after="Østfold",
    )

    let_changes_take_effect.delay()

    moss.refresh_from_db()
    assert (moss.county_number, moss.county_name) == ("31", "Østfold")
    assert take_effect() == 0


def test_planned_years_ahead_changes_nothing_before(southern):
    change(*MERGER, on=AHEAD)

    before = AHEAD - timedelta(days=1)
    assert there(before) == {"Kristiansand", "Søgne", "Songdalen"}
    assert there(AHEAD) == {"Kristiansand"}
    assert people(before).inhabitants == people(AHEAD).inhabitants == 109_000


def test_file_cannot_count_one_that_had_not_begun(southern):
    change(*MERGER, on=AHEAD)

    line = Line(2, {"number": "4204", "count": "112000"})
    plan = plan_import([line], counted_on=NEW_YEAR, source="SSB")

    assert "4204 finnes ikke" in plan.problems[0].message


WRONG = {
    "unknown": (["1999 4204"], "old", "1999 finnes ikke i registeret"),
    "too-early": (["1001 4204"], "old", "gjelder fra 01.01.2024. Velg en dag"),
    "taken": (["1001 1018"], "new", "1018 er Søgne sitt da"),
    "twice": (["1001 4204", "1001 4204"], "old", "1001 til 4204 står to ganger"),
    "same": (["1001 1001"], "new", "det samme før og etter"),
    "both": (["1001 4204", "1018 4204", "1018 4205"], "old", "Før det ene om gangen"),
    "nobody-merged": (["1001 4204", "1018 4204"], "goes_on", "hvem som fortsetter"),
    "nobody-split": (["1001 4204 Nord", "1001 4205 Sør"], "goes_on", "Én av dem må"),
    "nameless": (["1001 4204 Kristiansand", "1001 4205"], "name", "hva den nye"),
    "digits": (["1001 420"], "new", "fire sifre"),
    "county": (["1001 9701"], "county_name", "Fylket 97 er ikke i registeret"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_refused_at_its_field(southern, wrong):
    told, field, message = WRONG[wrong]
    day = BEGAN if wrong == "too-early" else NEW_YEAR

    plan = plan_changes(moved(*told), decided(day))

    assert [p.field for p in plan.problems] == [field], plan
    assert message in plan.problems[0].message
    with pytest.raises(PlanChangedError):
        carry_out(moved(*told), decided(day), shown=plan.digest, by="kari")
    assert not MunicipalityChange.objects.exists()


@pytest.mark.parametrize(
    ("typed", "message"),
    [("964338531", "tilhører en annen"), ("923609017", "kan ikke være riktig")],
)
def test_organisation_number_is_the_municipality_s_own(southern, typed, message):
    numbered("Grimstad", "4202")
    Municipality.objects.filter(name="Grimstad").update(orgnr="964338531")

    plan = plan_changes([replace(moved("1001 4204")[0], orgnr=typed)], decided())

    assert [(p.field, message in p.message) for p in plan.problems] == [("orgnr", True)]


def test_number_that_ends_is_free_the_same_day_and_not_ending_twice(southern):
    numbered("Grimstad", "4202")
    change("1001 4204", on=AHEAD)

    again = plan_changes(moved("1001 4205"), decided(AHEAD))
    assert "gjelder bare til 01.01.2150" in again.problems[0].message
    swapped = plan_changes(moved("1018 1017", "1017 4205"), decided())
    assert swapped.problems == ()


def test_second_of_two_who_were_shown_the_same_stores_nothing(southern):
    moves = moved(*MERGER)
    shown = plan_changes(moves, decided()).digest
    carry_out(moves, decided(), shown=shown, by="kari")

    with pytest.raises(PlanChangedError) as refused:
        carry_out(moves, decided(), shown=shown, by="ola")

    assert "gjelder bare til" in refused.value.plan.problems[0].message
    assert MunicipalityChange.objects.count() == 1


def test_nothing_is_stored_that_is_another_than_what_was_shown(southern):
    moves = moved("1018 4204")
    shown = plan_changes(moves, decided()).digest
    Municipality.objects.filter(name="Søgne").update(name="Søgne og Greipstad")

    with pytest.raises(PlanChangedError):
        carry_out(moves, decided(), shown=shown, by="kari")

    assert not MunicipalityChange.objects.exists()


def test_what_was_recorded_stays(southern):
    stored = change(*MERGER)

    kept = MunicipalityChange.objects.all()
    for rows, facts in (
        (kept, {"kind": "split"}),
        (stored.parts.all(), {"number_before": "9999"}),
        (MunicipalityNumber.objects.all(), {"number": "9999"}),
    ):
        with pytest.raises(DatabaseError, match="denied"), transaction.atomic():
            rows.update(**facts)
        with pytest.raises(DatabaseError, match="denied"), transaction.atomic():
            rows._raw_delete(rows.db)


def test_what_was_planned_is_taken_back_before_its_day(southern):
    kristiansand, sogne, _songdalen = southern
    merged = change(*MERGER, on=AHEAD)
    divided = change("4204 4204 Kristiansand", "4204 4290 Flekkerøy", on=LATER)

    with pytest.raises(WithdrawalRefusedError, match="En senere endring"):
        withdraw_change(merged, by="kari")
    withdraw_change(divided, by="kari")
    withdraw_change(merged, by="kari")

    assert there(LATER) == {"Kristiansand", "Søgne", "Songdalen"}
    assert "Flekkerøy" not in there(NEW_YEAR) | there(AHEAD)
    assert people(LATER).inhabitants == 109_000
    assert why_not_there(sogne, LATER) == ""
    came_to_nothing = Municipality.objects.get(name="Flekkerøy")
    assert not can_be_started(came_to_nothing)
    again = change(*MERGER, on=LATER)
    assert there(LATER) == {"Kristiansand"}
    assert periods(kristiansand)[-1] == ("4204", LATER, None)
    with pytest.raises(WithdrawalRefusedError, match="allerede trukket"):
        withdraw_change(merged, by="kari")
    assert again.parts.count() == 3


def test_what_has_come_into_force_is_not_taken_back(southern):
    with pytest.raises(WithdrawalRefusedError, match="gjelder allerede"):
        withdraw_change(change(*MERGER), by="kari")
