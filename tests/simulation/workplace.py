"""Units, staff, shifts and stays of an invented municipality."""

import random
from dataclasses import dataclass, field

from tests.simulation.population import Resident
from tests.simulation.settings import Settings

HOUR, DAY = 3_600, 86_400
START = 1_767_567_600  # Monday 5 January 2026, midnight in Norway
# When a shift begins and how long it lasts, in hours.
SHIFTS = {"day": (7.5, 8.0), "evening": (15.0, 7.5), "night": (22.5, 9.5)}


@dataclass(frozen=True)
class Role:
    """What people in a role do in a record."""

    name: str
    share: float
    wrote: float  # times the municipality's
    searched: float  # times the municipality's
    kinds: tuple[str, ...]


ROLES = (
    Role("care_worker", 0.46, 0.9, 0.7, ("day", "day", "evening", "evening", "night")),
    Role("nurse", 0.34, 1.2, 1.0, ("day", "day", "evening", "night")),
    Role("physician", 0.07, 1.3, 2.0, ("day", "day", "evening")),
    Role("leader", 0.06, 0.3, 2.0, ("day",)),
    Role("clerk", 0.07, 0.15, 5.0, ("day",)),
)


@dataclass
class Duty:
    """One shift somebody works, and whether the roster has it."""

    unit: str
    since: float
    until: float
    known: bool = True


@dataclass
class Employee:
    """Somebody at work, drawn from the residents."""

    id: str
    person: str
    role: Role
    unit: str
    second: str = ""
    first_day: int = 0
    nights: bool = False
    duties: list[Duty] = field(default_factory=list)


@dataclass
class Stay:
    """A unit has somebody in its care."""

    id: str
    patient: str
    unit: str
    first: float
    last: float | None
    team: list[str]
    known: bool = True

    def holds(self, at: float) -> bool:
        """Whether it goes on then."""
        return self.first <= at and (self.last is None or at < self.last)


def hire(
    settings: Settings, people: dict[str, Resident], drawn: random.Random
) -> list[Employee]:
    """Employ residents of working age, and make their shifts."""
    able = [person for person in people.values() if 20 <= person.age <= 67]
    units = [f"u{number + 1}" for number in range(settings.units)]
    staff = []
    for number, person in enumerate(drawn.sample(able, settings.staff)):
        role = drawn.choices(ROLES, [role.share for role in ROLES])[0]
        unit = drawn.choice(units)
        second = drawn.choice(units) if drawn.random() < 0.2 else ""
        employee = Employee(
            f"w{number + 1}", person.id, role, unit, "" if second == unit else second
        )
        if drawn.random() < 0.06:
            employee.first_day = drawn.randint(3, max(4, settings.days - 10))
        employee.nights = "night" in role.kinds and drawn.random() < 0.1
        employee.duties = list(_duties(settings, employee, units, drawn))
        staff.append(employee)
    return staff


def _duties(
    settings: Settings, employee: Employee, units: list[str], drawn: random.Random
):
    for day in range(employee.first_day, settings.days):
        if drawn.random() > (0.62 if day % 7 < 5 else 0.35):
            continue
        if employee.role.name in ("leader", "clerk") and day % 7 > 4:
            continue
        kind = "night" if employee.nights else drawn.choice(employee.role.kinds)
        begins, hours = SHIFTS[kind]
        since = START + day * DAY + begins * HOUR
        place = drawn.random()
        unit = employee.unit
        if employee.second and place < 0.25:
            unit = employee.second
        elif place > 1 - settings.other_unit:
            unit = drawn.choice(units)
        known = drawn.random() < settings.shifts_known
        yield Duty(unit, since, since + hours * HOUR, known)


def admit(
    settings: Settings,
    people: dict[str, Resident],
    staff: list[Employee],
    drawn: random.Random,
) -> list[Stay]:
    """Let patients come, stay and go; each unit has its own pace."""
    carers: dict[str, list[str]] = {}
    for one in staff:
        carers.setdefault(one.unit, []).append(one.id)
        if one.second:
            carers.setdefault(one.second, []).append(one.id)
    weights = [3.0 if person.age > 70 else 0.6 for person in people.values()]
    ids = list(people)
    stays: list[Stay] = []
    for unit, workers in carers.items():
        length = drawn.choice((12, 25, 60, 200))
        beds = drawn.randint(30, 60)
        for patient in drawn.choices(
            ids, weights, k=round(beds * (1 + settings.days / length))
        ):
            first = START + DAY * drawn.uniform(-length, settings.days)
            last: float | None = first + DAY * max(1.0, drawn.expovariate(1 / length))
            if last is not None and (
                last < START - 40 * DAY or first > START + settings.days * DAY
            ):
                continue
            if last is not None and last > START + settings.days * DAY:
                last = None
            team = drawn.sample(workers, min(9, len(workers)))
            stays.append(
                Stay(
                    f"s{len(stays) + 1}",
                    patient,
                    unit,
                    first,
                    last,
                    team,
                    drawn.random() < settings.stays_known,
                )
            )
    return stays
