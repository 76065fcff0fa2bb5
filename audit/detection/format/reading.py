"""Reads a whole file, and keeps what was wrong with it."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from audit.detection.format.fields import LineError
from audit.detection.format.lines import TAKE
from audit.detection.rules.facts import World

PROBLEMS_TOLD = 20


@dataclass(slots=True)
class Reading:
    """A world as it was read, with what could not be."""

    world: World = field(default_factory=World)
    lines: int = 0
    bad: int = 0
    problems: list[str] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)

    def refuse(self, number: int, why: str) -> None:
        """Note that a line was left out; the first ones are told."""
        self.bad += 1
        if len(self.problems) < PROBLEMS_TOLD:
            self.problems.append(f"Linje {number}: {why}")


def read(lines: Iterable[str | bytes]) -> Reading:
    """Read lines of JSON in any order; a bad one is left out and named by its number."""
    reading = Reading()
    for number, raw in enumerate(lines, start=1):
        stripped = raw.strip()
        if not stripped:
            continue
        reading.lines += 1
        try:
            line = json.loads(stripped)
        except (ValueError, RecursionError):
            reading.refuse(number, "Dette er ikke JSON.")
            continue
        take(reading, line, number)
    find_workers_among_residents(reading.world)
    return reading


def take(reading: Reading, line: object, number: int) -> None:
    """Take one line that has been parsed."""
    if not isinstance(line, dict):
        reading.refuse(number, "Linja skal være et objekt, {...}.")
        return
    kind = line.get("type")
    if not isinstance(kind, str) or not kind:
        reading.refuse(number, "Feltet «type» mangler.")
        return
    taker = TAKE.get(kind.casefold())
    if taker is None:
        reading.unknown[kind] += 1
        return
    try:
        taker(reading.world, line, f"line-{number}")
    except LineError as error:
        reading.refuse(number, str(error))


def find_workers_among_residents(world: World) -> None:
    """Take a worker for the resident with the same id, where none was named."""
    for name, worker in world.workers.items():
        if not worker.person and name in world.people:
            worker.person = name
