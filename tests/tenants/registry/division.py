"""Municipalities that are merged, divided and numbered anew, for the tests of it."""

from datetime import date

from tenants.models import Municipality, MunicipalityNumber
from tenants.registry.changing.carrying_out import carry_out
from tenants.registry.changing.moves import Decision, Move
from tenants.registry.changing.planning import plan_changes
from tests.database import as_superuser
from tests.tenants.rollout.ground import NEW_YEAR, count_inhabitants

BEGAN = date(2024, 1, 1)
EVE = date(2025, 12, 31)
AHEAD, LATER = date(2150, 1, 1), date(2151, 1, 1)
COUNTIES = {"15": "Møre og Romsdal", "30": "Viken", "31": "Østfold", "42": "Agder"}


def numbered(name, number, *, inhabitants=0):
    """A municipality that has had its number, and its people, since the register began."""
    municipality = Municipality.objects.create(
        name=name,
        official_name=name,
        schema_name=f"kommune_{number}",
        county_number=number[:2],
        county_name=COUNTIES.get(number[:2], "Aust"),
    )
    MunicipalityNumber.objects.create(
        municipality=municipality, number=number, valid_from=BEGAN
    )
    if inhabitants:
        count_inhabitants(municipality, inhabitants, on=BEGAN)
    return municipality


def decided(on=NEW_YEAR):
    return Decision(on, "Stortinget, Innst. 386 S (2016-2017)", date(2017, 6, 8))


def moved(*moves):
    """Moves of `old new name`, each on its line."""
    return [
        Move(line, old, new, " ".join(name), county_name=COUNTIES.get(new[:2], ""))
        for line, (old, new, *name) in enumerate((one.split() for one in moves), 2)
    ]


def change(*moves, on=NEW_YEAR):
    """Plan and carry out what `moved` says."""
    decision, told = decided(on), moved(*moves)
    plan = plan_changes(told, decision)
    assert plan.problems == ()
    (stored,) = carry_out(told, decision, shown=plan.digest, by="kari")
    return stored


def let_time_pass(database):
    """Let the days of all that is planned have come, which the consortium itself cannot."""
    with as_superuser(database) as server:
        server.execute(
            "UPDATE tenants_municipalitychange "
            "SET takes_effect_on = takes_effect_on - interval '130 years'"
        )
