"""How many inhabitants are covered: of the country, outside Central Norway, by county."""

from datetime import date

import pytest

from tenants.models import Municipality
from tenants.registry.regions import HealthRegion, region_of
from tenants.rollout.area import Area
from tenants.rollout.coverage import coverage_on
from tenants.rollout.over_time import MONTHS, over_time
from tenants.rollout.services import come_to_stage
from tests.tenants.rollout.ground import NEW_YEAR, count_inhabitants, listed

JUNE = date(2026, 6, 1)


def picture(day=JUNE):
    return coverage_on(day, country="Landet", outside_central="Utenfor")


@pytest.fixture
def three(consortium):
    """One municipality in Western Norway, one in Northern, and a large one in Central."""
    west = listed("Vestvik", "46", inhabitants=3_000)
    north = listed("Nordvik", "55", inhabitants=1_000)
    central = listed("Midtvik", "50", inhabitants=6_000)
    return west, north, central


def test_goal_is_measured_outside_central_norway(three):
    west, _north, central = three
    come_to_stage(west, "intent", on=NEW_YEAR, by="kari")
    come_to_stage(central, "interested", on=NEW_YEAR, by="kari")

    seen = picture()

    assert seen.country.committed_percent == 30
    assert seen.outside_central.committed_percent == 75
    by_county = {c.name: c.committed_percent for c in seen.counties if c.inhabitants}
    assert by_county == {"Fylke 46": 100, "Fylke 50": 0, "Fylke 55": 0}
    assert seen.country.by_stage["interested"] == 6_000


def test_coverage_is_that_of_the_day(three):
    west, north, _central = three
    come_to_stage(west, "agreement", on=NEW_YEAR, by="kari")
    come_to_stage(west, "leaving", on=JUNE, by="kari")
    come_to_stage(north, "intent", on=JUNE, by="kari")

    assert picture(date(2026, 5, 31)).outside_central.committed == 3_000
    assert picture(JUNE).outside_central.committed == 1_000


def test_shares_grow_month_by_month_and_whoever_leaves_is_out(three):
    west, north, central = three
    come_to_stage(central, "intent", on=NEW_YEAR, by="kari")
    come_to_stage(west, "intent", on=date(2026, 3, 31), by="kari")
    come_to_stage(west, "agreement", on=date(2026, 4, 1), by="kari")
    come_to_stage(north, "intent", on=NEW_YEAR, by="kari")
    come_to_stage(north, "leaving", on=JUNE, by="kari")

    shares = {one.day: one.percents for one in over_time(JUNE, Area()).shares}

    assert list(shares) == sorted(shares)
    assert len(shares) == MONTHS
    assert shares[date(2026, 2, 28)]["intent"] == 25
    assert shares[date(2026, 3, 31)] == dict.fromkeys(shares[JUNE], 0.0) | {
        "intent": 100
    }
    assert (shares[JUNE]["intent"], shares[JUNE]["agreement"]) == (75, 75)


def test_newest_count_is_used_and_examples_are_told(three):
    west, _north, _central = three
    assert not picture().has_examples
    count_inhabitants(west, 3_500, on=JUNE, is_example=True)

    seen = picture()

    assert seen.outside_central.inhabitants == 4_500
    assert seen.has_examples
    # Fjord and Fjell of every test have not been counted.
    assert seen.uncounted == Municipality.objects.count() - 3


def test_nobody_counted_divides_nothing_by_nothing(consortium):
    assert picture().country.committed_percent == 0


@pytest.mark.parametrize(
    ("county", "region"),
    [
        ("15", "Helse Midt-Norge"),
        ("50", "Helse Midt-Norge"),
        ("46", "Helse Vest"),
        ("56", "Helse Nord"),
        ("03", "Helse Sør-Øst"),
        ("99", ""),
    ],
)
def test_county_has_a_health_region(county, region):
    assert region_of(county) == HealthRegion(region)
