"""Planted misuse: who looks at whom without need, and how he goes about it."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.simulation.daily import Opened
from tests.simulation.population import Resident, former_partners
from tests.simulation.settings import Kind, Settings
from tests.simulation.workplace import DAY, HOUR, START, Employee, Stay


@dataclass
class Planted:
    """One case of snooping, with the truth about it."""

    kind: Kind
    worker: str
    patients: list[str]
    camouflaged: bool
    opened: list[Opened] = field(default_factory=list)


@dataclass
class Town:
    """All there is to snoop in."""

    settings: Settings
    people: dict[str, Resident]
    staff: list[Employee]
    stays: list[Stay]
    drawn: random.Random

    def anybody(self) -> list[str]:
        """Whom somebody may ring about: as often one no unit has as one it has."""
        staying = [stay.patient for stay in self.stays]
        return staying + self.drawn.choices(list(self.people), k=len(staying))


def plant(town: Town) -> list[Planted]:
    """Plant so many cases of each kind as the settings ask for."""
    found = []
    for kind, count in town.settings.planted.items():
        for _ in range(count):
            case = _case(town, kind)
            if case:
                found.append(case)
    return found


def _case(town: Town, kind: Kind) -> Planted | None:
    for _ in range(200):
        one = town.drawn.choice(town.staff)
        at = _moment(town, one)
        if at is None:
            continue
        targets = _TARGETS[kind](town, one, at)
        if targets:
            hidden = town.drawn.random() < town.settings.camouflage
            many = len(targets) if kind is Kind.MASS else 1
            case = Planted(kind, one.id, town.drawn.sample(targets, many), hidden)
            case.opened = list(_openings(town, one, case, at))
            return case
    return None


def _moment(town: Town, one: Employee) -> float | None:
    """When he does it: in a shift, or, for some, when he has none."""
    if not one.duties:
        return None
    duty = town.drawn.choice(one.duties)
    if town.drawn.random() < 0.25:
        day = int((duty.since - START) // DAY)
        return START + day * DAY + town.drawn.uniform(0, DAY)
    return town.drawn.uniform(duty.since, duty.until)


def _openings(town: Town, one: Employee, case: Planted, at: float) -> Iterator[Opened]:
    drawn = town.drawn
    last = START + town.settings.days * DAY
    for patient in case.patients:
        times = 1 if case.kind is Kind.MASS else drawn.choice((1, 1, 2, 3))
        moment = at + (drawn.uniform(0, 5 * HOUR) if case.kind is Kind.MASS else 0)
        for _ in range(times):
            if moment < last:
                yield _opening(one, patient, moment, case.camouflaged, drawn)
            moment += drawn.choice(
                (drawn.uniform(120, 2 * HOUR), drawn.uniform(0.5, 6) * DAY)
            )


def _opening(
    one: Employee, patient: str, at: float, hidden: bool, drawn: random.Random
) -> Opened:
    if hidden:
        return Opened(
            at,
            one.id,
            patient,
            one.unit,
            drawn.random() < 0.35,
            drawn.choice(("list", "list", "link", "search")),
        )
    found_by = "search" if drawn.random() < 0.8 else "list"
    return Opened(at, one.id, patient, one.unit, drawn.random() < 0.03, found_by)


def _kin(town: Town, one: Employee, _at: float) -> list[str]:
    return sorted(town.people[one.person].kin)


def _colleagues(town: Town, one: Employee, _at: float) -> list[str]:
    return [
        other.person
        for other in town.staff
        if other.unit == one.unit and other is not one
    ]


def _neighbours(town: Town, one: Employee, _at: float) -> list[str]:
    home = town.people[one.person]
    return [
        other.id
        for other in town.people.values()
        if other.street == home.street
        and other.household != home.household
        and abs(other.number - home.number) <= 12
    ]


def _well_known(town: Town, one: Employee, _at: float) -> list[str]:
    return [p.id for p in town.people.values() if p.well_known and p.id != one.person]


def _former_partners(town: Town, one: Employee, _at: float) -> list[str]:
    return former_partners(town.people, town.people[one.person])


def _own_unit(town: Town, one: Employee, at: float) -> list[str]:
    return [
        stay.patient
        for stay in town.stays
        if stay.unit == one.unit and stay.holds(at) and one.id not in stay.team
    ]


def _reading_on(town: Town, one: Employee, at: float) -> list[str]:
    return [
        stay.patient
        for stay in town.stays
        if stay.unit == one.unit and stay.last and 4 * DAY < at - stay.last < 45 * DAY
    ]


def _strangers(town: Town, one: Employee, _at: float) -> list[str]:
    return [
        stay.patient for stay in town.stays if stay.unit not in (one.unit, one.second)
    ]


def _many(town: Town, one: Employee, at: float) -> list[str]:
    others = sorted(set(_strangers(town, one, at)))
    return town.drawn.sample(others, town.drawn.randint(40, 80))


_TARGETS: dict[Kind, Callable[[Town, Employee, float], list[str]]] = {
    Kind.FAMILY: _kin,
    Kind.COLLEAGUE: _colleagues,
    Kind.NEIGHBOUR: _neighbours,
    Kind.WELL_KNOWN: _well_known,
    Kind.FORMER_PARTNER: _former_partners,
    Kind.OWN_UNIT: _own_unit,
    Kind.READING_ON: _reading_on,
    Kind.STRANGER: _strangers,
    Kind.MASS: _many,
}
