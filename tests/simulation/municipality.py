"""An invented municipality and sixty days of its access log, with the truth beside it."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tests.simulation.daily import Opened, Task, covering, wards, workdays
from tests.simulation.population import Resident, populate
from tests.simulation.settings import Kind, Settings
from tests.simulation.snooping import Planted, Town, plant
from tests.simulation.workplace import Employee, Stay, admit, hire

Line = dict[str, Any]


@dataclass
class Truth:
    """One planted case, as the scoring knows it: which accesses it was."""

    kind: Kind
    worker: str
    events: frozenset[str]
    camouflaged: bool


@dataclass
class Simulation:
    """What the detector is given, line by line, and what it is not."""

    lines: list[Line]
    truths: list[Truth]
    accesses: int

    def ndjson(self) -> Iterator[str]:
        """The lines as `score_access_log` reads them."""
        for line in self.lines:
            yield json.dumps(line)


def simulate(settings: Settings, *, coverings: int = 0) -> Simulation:
    """Make a municipality; the same settings make the same one.

    Args:
        settings: what it is like.
        coverings: how many right accesses each snooper adds to hide a case.
    """
    drawn = random.Random(settings.seed)  # noqa: S311 - nothing is secret here
    people = populate(settings, drawn)
    staff = hire(settings, people, drawn)
    stays = admit(settings, people, staff, drawn)
    town = Town(settings, people, staff, stays, drawn)
    opened, tasks = workdays(
        settings, staff, wards(settings, stays), town.anybody(), drawn
    )
    planted = plant(town)
    hidden = [
        a for case in planted for a in covering(opened, case.worker, coverings, drawn)
    ]
    events, truths = _named([*opened, *hidden], planted)
    facts = [
        *_people(settings, people, drawn),
        *_staff(staff),
        *_stays(stays),
        *_tasks(tasks),
    ]
    return Simulation([*facts, *events], truths, len(events))


def _named(
    opened: list[Opened], planted: list[Planted]
) -> tuple[list[Line], list[Truth]]:
    """Number the accesses in order of time, so that no number tells what was planted."""
    snooped = [access for case in planted for access in case.opened]
    everything = sorted([*opened, *snooped], key=lambda a: (a.at, a.worker, a.patient))
    number = {id(access): f"e{place + 1}" for place, access in enumerate(everything)}
    truths = [
        Truth(
            case.kind,
            case.worker,
            frozenset(number[id(access)] for access in case.opened),
            case.camouflaged,
        )
        for case in planted
    ]
    return [_event(number[id(access)], access) for access in everything], truths


def _event(name: str, access: Opened) -> Line:
    return {
        "type": "event",
        "id": name,
        "time": _moment(access.at),
        "worker": access.worker,
        "patient": access.patient,
        "unit": access.unit,
        "wrote": access.wrote,
        "found_by": access.found_by,
    }


def _moment(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds")


def _people(
    settings: Settings, people: dict[str, Resident], drawn: random.Random
) -> Iterator[Line]:
    households: dict[int, set[str]] = {}
    for person in people.values():
        households.setdefault(person.household, set()).add(person.id)
    for person in people.values():
        former = [
            h for h in person.former if drawn.random() < settings.former_homes_known
        ]
        elsewhere = sorted(person.kin - households[person.household])
        yield {
            "type": "resident",
            "id": person.id,
            "surname": person.surname,
            "address": person.address,
            "former_addresses": former,
            "relatives": [k for k in elsewhere if drawn.random() < settings.ties_known],
            "well_known": person.well_known
            and drawn.random() < settings.well_known_known,
        }


def _staff(staff: list[Employee]) -> Iterator[Line]:
    for one in staff:
        yield {
            "type": "worker",
            "id": one.id,
            "resident": one.person,
            "role": one.role.name,
            "units": [unit for unit in (one.unit, one.second) if unit],
        }
        for duty in one.duties:
            if duty.known:
                yield {
                    "type": "shift",
                    "worker": one.id,
                    "unit": duty.unit,
                    "start": _moment(duty.since),
                    "end": _moment(duty.until),
                }


def _stays(stays: list[Stay]) -> Iterator[Line]:
    for stay in stays:
        if stay.known:
            yield {
                "type": "episode",
                "id": stay.id,
                "patient": stay.patient,
                "unit": stay.unit,
                "start": _moment(stay.first),
                "end": _moment(stay.last) if stay.last else None,
                "team": stay.team,
            }


def _tasks(tasks: list[Task]) -> Iterator[Line]:
    for task in tasks:
        if task.known:
            yield {
                "type": "relation",
                "kind": "task",
                "worker": task.worker,
                "patient": task.patient,
                "start": _moment(task.at - 3_600),
            }
