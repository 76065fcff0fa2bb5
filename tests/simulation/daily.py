"""Right accesses: what people at work open because they need it."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.simulation.settings import Settings
from tests.simulation.workplace import DAY, HOUR, START, Duty, Employee, Stay

_GIVEN_A_SHIFT = 5  # patients beside one's own that a shift is answerable for


@dataclass
class Opened:
    """One access, right or not."""

    at: float
    worker: str
    patient: str
    unit: str
    wrote: bool
    found_by: str
    basis: str = ""


@dataclass
class Task:
    """Something somebody was asked to do for a patient of another unit."""

    worker: str
    patient: str
    at: float
    known: bool


@dataclass
class Ward:
    """Who is at a unit, day by day, and whose patients they are."""

    stays: dict[int, list[Stay]] = field(default_factory=lambda: defaultdict(list))
    of_team: dict[tuple[int, str], list[Stay]] = field(
        default_factory=lambda: defaultdict(list)
    )
    ended: dict[int, list[Stay]] = field(default_factory=lambda: defaultdict(list))


def wards(settings: Settings, stays: list[Stay]) -> dict[str, Ward]:
    """Look the stays up by unit and day."""
    found: dict[str, Ward] = defaultdict(Ward)
    for stay in stays:
        ward = found[stay.unit]
        for day in range(settings.days):
            noon = START + day * DAY + 12 * HOUR
            if stay.holds(noon):
                ward.stays[day].append(stay)
                for worker in stay.team:
                    ward.of_team[day, worker].append(stay)
            elif stay.last and 0 < noon - stay.last < 6 * DAY:
                ward.ended[day].append(stay)
    return found


def workdays(
    settings: Settings,
    staff: list[Employee],
    places: dict[str, Ward],
    anybody: list[str],
    drawn: random.Random,
) -> tuple[list[Opened], list[Task]]:
    """Let everybody work his shifts."""
    opened: list[Opened] = []
    tasks: list[Task] = []
    for one in staff:
        for duty in one.duties:
            for access, task in _shift(settings, one, duty, places, anybody, drawn):
                opened.append(access)
                if task:
                    tasks.append(task)
    return opened, tasks


def _shift(
    settings: Settings,
    one: Employee,
    duty: Duty,
    places: dict[str, Ward],
    anybody: list[str],
    drawn: random.Random,
) -> Iterator[tuple[Opened, Task | None]]:
    ward, day = places[duty.unit], int((duty.since - START) // DAY)
    count = max(3, round(drawn.gauss(settings.accesses_per_shift, 5)))
    there = ward.stays.get(day, [])
    given = drawn.sample(there, min(_GIVEN_A_SHIFT, len(there)))
    for _ in range(count):
        at = drawn.uniform(duty.since, duty.until)
        chance, task = drawn.random(), None
        if chance < settings.undocumented * (2.5 if one.role.name == "clerk" else 1):
            patient, looked_for = drawn.choice(anybody), 0.6
        elif chance < settings.undocumented + settings.task:
            patient, looked_for = drawn.choice(anybody), 0.3
            task = Task(one.id, patient, at, drawn.random() < settings.tasks_known)
        else:
            patient, looked_for = _of_the_unit(ward, day, one, given, drawn), 0.0
        if patient:
            yield _opened(settings, one, duty, at, patient, looked_for, drawn), task


def _of_the_unit(
    ward: Ward, day: int, one: Employee, given: list[Stay], drawn: random.Random
) -> str:
    """Choose whom a worker opens: his own patients, those of this shift, then all."""
    chance = drawn.random()
    if ward.ended.get(day) and chance < 0.02:
        pool = ward.ended[day]  # writes to the end what was begun
    elif chance < 0.74:
        pool = ward.of_team.get((day, one.id), []) or given
    else:  # and hears of the others when the shift is handed over
        pool = given if chance < 0.95 else ward.stays.get(day, [])
    return drawn.choice(pool).patient if pool else ""


def _opened(
    settings: Settings,
    one: Employee,
    duty: Duty,
    at: float,
    patient: str,
    looked_for: float,
    drawn: random.Random,
) -> Opened:
    searched = max(looked_for, min(0.7, settings.searched * one.role.searched))
    wrote = min(0.9, settings.wrote * one.role.wrote) * (0.7 if looked_for else 1)
    return Opened(
        at,
        one.id,
        patient,
        duty.unit,
        drawn.random() < wrote,
        "search"
        if drawn.random() < searched
        else drawn.choice(("list", "list", "link")),
    )


def covering(
    opened: list[Opened], worker: str, per_case: int, drawn: random.Random
) -> list[Opened]:
    """Give more right accesses of a worker, by which somebody hides (Xu et al. 2023)."""
    mine = [access for access in opened if access.worker == worker]
    return (
        [
            Opened(
                a.at + drawn.uniform(60, 900),
                worker,
                a.patient,
                a.unit,
                a.wrote,
                a.found_by,
            )
            for a in drawn.choices(mine, k=per_case)
        ]
        if mine
        else []
    )
