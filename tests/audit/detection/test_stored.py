"""What is read out of a real database gives the cases that the same facts give in a file."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from access.oversight.detection.facts import world_of_log
from audit.detection.format.reading import read
from audit.detection.log import known_of_pairs, visits
from audit.detection.rules.cases import cases
from audit.detection.rules.telling import told
from tenants.context import in_municipality
from tests.database import as_login
from tests.simulation.municipality import simulate
from tests.simulation.settings import hard, planted
from tests.simulation.stored import key, lines_as_stored, store
from tests.simulation.workplace import START

SMALL = {
    "residents": 900,
    "streets": 30,
    "staff": 40,
    "units": 3,
    "days": 21,
    "accesses_per_shift": 9.0,
    "former_homes_known": 0.9,
    "planted": planted(2, mass=1),
}
SINCE = datetime.fromtimestamp(START, UTC) - timedelta(days=1)


@pytest.fixture
def stored(fjord):
    """A small municipality of the simulator's, in the database."""
    simulation = simulate(hard(11, **SMALL))
    with as_login("akson_migrator"), in_municipality(fjord):
        store(simulation)
    return simulation


@pytest.fixture
def at_work(fjord):
    """Stand where background work does."""
    with as_login("akson_worker"), in_municipality(fjord):
        yield


def _exported(simulation, found):
    """The facts as a municipality would export them, with the accesses that were read."""
    lines = [*lines_as_stored(simulation)]
    names = {
        str(key(line["id"])): line["id"]
        for line in lines
        if line["type"] in ("worker", "resident")
    }
    units = {str(key(unit)): unit for unit in ("u1", "u2", "u3")}
    lines += [
        {
            "type": "event",
            "id": access.id,
            "time": datetime.fromtimestamp(access.at, UTC).isoformat(),
            "worker": names[access.worker],
            "patient": names[access.patient],
            "wrote": access.wrote,
            "found_by": "search" if access.searched else "list",
            "unit": units[access.unit],
            "basis": access.basis,
        }
        for access in found.accesses
    ]
    return [json.dumps(line) for line in lines]


def _facts(case):
    """What a case says, without the ids, which differ."""
    first = case.found[0].lookup
    return (
        round(case.score, 6),
        case.week,
        told(case),
        sorted(access.id for access in first.accesses),
    )


def test_job_ranks_as_the_command_does_on_the_same_facts(stored, at_work):
    found = visits(SINCE)
    ours = cases(world_of_log(found, since=SINCE))
    reading = read(_exported(stored, found))

    theirs = cases(reading.world)

    assert reading.bad == 0
    assert len(ours) == len(theirs) > 40
    marks = {mark for case in ours for mark, _points in told(case)["marks"]}
    assert {"relative", "household", "street", "colleague", "surname"} & marks
    assert sorted(map(_facts, ours), key=str) == sorted(map(_facts, theirs), key=str)


def test_pages_that_follow_each_other_are_one_access(stored, at_work):
    found = visits(SINCE)

    assert len(found.accesses) < found.rows
    events = [event for of in found.events.values() for event in of]
    assert len(events) == len(set(events))
    searched = [access for access in found.accesses if access.searched]
    assert searched


def test_each_kind_of_closeness_is_told_somewhere(stored, at_work):
    told_of = {
        mark for one in known_of_pairs(SINCE).closeness.values() for mark in one.marks
    }

    assert told_of >= {
        "relative",
        "family_home",
        "street",
        "colleague",
        "close_colleague",
        "former_home",
    }
