"""Look-ups: what one worker read of one patient in one week, and how he did it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from audit.detection.rules.closeness import closeness_in
from audit.detection.rules.facts import Access, Closeness, Id, World
from audit.detection.rules.grounds import DAY, Rosters, has_ended, rosters, strength
from audit.detection.rules.weights import Mark, Strength

NIGHT = frozenset({23, 0, 1, 2, 3, 4, 5})
# Who works nights is not told by the night; nor by a day or two.
_NIGHT_WORKER = 0.15
_SEVERAL_DAYS, _SELDOM = 3, 3
# So many patients of one unit on one day look like a shift nobody wrote down.
_LIKE_A_SHIFT, _MOST = 3, 0.6
DEAD_FOR = 30 * DAY


@dataclass(slots=True)
class Lookup:
    """What is weighed: all accesses of one worker to one patient in one week.

    Args:
        week: the Monday, as `date.toordinal`.
        strength: how well the least explained of its accesses is explained.
        marks: what speaks for misuse.
        known: marks of manner that the facts can tell, there or not.
        kin: what the patient is to the worker, if they are family.
        surname: how common the surname is that both bear; None when they share none.
        size, often: how many accesses the worker had to the patient, in all and this
            week, in classes.
    """

    worker: Id
    patient: Id
    week: int
    role: str = ""
    accesses: list[Access] = field(default_factory=list)
    strength: Strength = Strength.NAMED
    marks: set[Mark] = field(default_factory=set)
    known: set[Mark] = field(default_factory=set)
    kin: str = ""
    surname: float | None = None
    size: int = 0
    often: int = 0


def monday(day: int) -> int:
    """The Monday of a day's week; ordinal 1 was a Monday."""
    return day - (day - 1) % 7


def lookups(world: World) -> list[Lookup]:
    """Gather a world's accesses into look-ups, and mark them."""
    duty = rosters(world)
    found = _gathered(world, duty)
    _find_unwritten_shifts(world, found)
    _mark_closeness(world, found)
    _mark_manner(world, duty, found)
    return found


def _gathered(world: World, duty: Rosters) -> list[Lookup]:
    found: dict[tuple[Id, Id, int], Lookup] = {}
    for access in world.accesses:
        key = (access.worker, access.patient, monday(access.day))
        lookup = found.get(key)
        if lookup is None:
            lookup = found[key] = Lookup(*key)
            employee = world.workers.get(access.worker)
            lookup.role = employee.role if employee else ""
        lookup.accesses.append(access)
        lookup.strength = min(lookup.strength, strength(world, duty, access))
    return list(found.values())


def _find_unwritten_shifts(world: World, found: list[Lookup]) -> None:
    """Explain, a little, who worked a day at a unit whose roster does not name him.

    It looks like that when most he opened that day without a ground were patients of
    one unit, and he wrote in some record there.
    """
    days: dict[tuple[Id, int], list[Lookup]] = defaultdict(list)
    for lookup in found:
        if lookup.strength <= Strength.DECLARED:
            for day in {access.day for access in lookup.accesses}:
                days[lookup.worker, day].append(lookup)
    for (_worker, day), those in days.items():
        if len(those) < _LIKE_A_SHIFT:
            continue
        at_one_unit = _largest_unit(world, those, day)
        if len(at_one_unit) >= max(_LIKE_A_SHIFT, _MOST * len(those)) and _wrote_on(
            at_one_unit, day
        ):
            for lookup in at_one_unit:
                lookup.strength = Strength.LIKELY


def _largest_unit(world: World, those: list[Lookup], day: int) -> list[Lookup]:
    """Those of a day's look-ups that are patients of the unit most of them are at."""
    units: dict[Id, list[Lookup]] = defaultdict(list)
    for lookup in those:
        for unit in {
            stay.unit
            for access in lookup.accesses
            for stay in world.stays.get(lookup.patient, ())
            if access.day == day and stay.span.covers(access.at)
        }:
            units[unit].append(lookup)
    return max(units.values(), key=len, default=[])


def _wrote_on(those: Iterable[Lookup], day: int) -> bool:
    return any(
        access.wrote and access.day == day
        for lookup in those
        for access in lookup.accesses
    )


def _mark_closeness(world: World, found: list[Lookup]) -> None:
    close = closeness_in(world)
    between: dict[tuple[Id, Id], Closeness] = {}
    for lookup in found:
        pair = (lookup.worker, lookup.patient)
        if pair not in between:
            between[pair] = close(*pair)
        lookup.marks.update(map(Mark, between[pair].marks))
        lookup.kin, lookup.surname = between[pair].kin, between[pair].surname


def _mark_manner(world: World, duty: Rosters, found: list[Lookup]) -> None:
    nights = _night_shares(world.accesses)
    readers = _readers(world, found)
    pairs: dict[tuple[Id, Id], list[Lookup]] = defaultdict(list)
    for lookup in found:
        pairs[lookup.worker, lookup.patient].append(lookup)
    for lookup in found:
        lookup.often = _class(len(lookup.accesses))
        lookup.known |= {Mark.UNWRITTEN, Mark.ALONE, Mark.SELDOM}
        _mark_search(lookup)
        _mark_time(lookup, duty, nights[lookup.worker])
        lookup.marks.update(_of_relation(world, lookup))
        _mark_pair(lookup, pairs[lookup.worker, lookup.patient])
        if _is_alone(world, lookup, readers):
            lookup.marks.add(Mark.ALONE)


def _class(accesses: int) -> int:
    """One, two or three, more."""
    return min(3, accesses.bit_length())


def _mark_search(lookup: Lookup) -> None:
    searched = [access.searched for access in lookup.accesses]
    if all(answer is None for answer in searched):
        return
    lookup.known.add(Mark.SEARCHED)
    if any(searched):
        lookup.marks.add(Mark.SEARCHED)
        if len(searched) > 1:
            lookup.known.add(Mark.SEARCHED_AGAIN)
        if searched.count(True) > 1:
            lookup.marks.add(Mark.SEARCHED_AGAIN)


def _mark_time(lookup: Lookup, duty: Rosters, nights: float) -> None:
    off = [duty.off_duty(access) for access in lookup.accesses]
    if any(answer is not None for answer in off):
        lookup.known.add(Mark.OFF_DUTY)
    if any(off):
        lookup.marks.add(Mark.OFF_DUTY)
    if nights < _NIGHT_WORKER and any(
        access.hour in NIGHT and away is not False
        for access, away in zip(lookup.accesses, off, strict=True)
    ):
        lookup.marks.add(Mark.NIGHT)


def _of_relation(world: World, lookup: Lookup) -> Iterator[Mark]:
    first = lookup.accesses[0]
    person = world.people.get(lookup.patient)
    if lookup.strength < Strength.NEAR and has_ended(world, first):
        yield Mark.ENDED
    if person is not None and first.at > person.died + DEAD_FOR:
        yield Mark.DEAD


def _mark_pair(lookup: Lookup, of_pair: list[Lookup]) -> None:
    """Look at all weeks of a pair that are explained no better than this one."""
    alike = [other for other in of_pair if other.strength <= lookup.strength]
    accesses = [access for other in alike for access in other.accesses]
    lookup.size = _class(len(accesses))
    if len(accesses) <= _SELDOM:
        lookup.marks.add(Mark.SELDOM)
    if len({access.day for access in accesses}) >= _SEVERAL_DAYS:
        lookup.marks.add(Mark.REPEATED)
    if not any(access.wrote for access in lookup.accesses):
        lookup.marks.add(Mark.UNWRITTEN)
        lookup.known.add(Mark.NEVER_WROTE)
        if not any(access.wrote for access in accesses):
            lookup.marks.add(Mark.NEVER_WROTE)


def _night_shares(accesses: Iterable[Access]) -> dict[Id, float]:
    every: Counter[Id] = Counter()
    nightly: Counter[Id] = Counter()
    for access in accesses:
        every[access.worker] += 1
        nightly[access.worker] += access.hour in NIGHT
    return {worker: nightly[worker] / count for worker, count in every.items()}


def _readers(
    world: World, found: Iterable[Lookup]
) -> dict[tuple[Id, Id], dict[int, set[Id]]]:
    """Who of a unit read a patient, week by week."""
    readers: dict[tuple[Id, Id], dict[int, set[Id]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for lookup in found:
        for unit in _units(world, lookup):
            readers[lookup.patient, unit][lookup.week].add(lookup.worker)
    return readers


def _units(world: World, lookup: Lookup) -> set[Id]:
    worker = world.workers.get(lookup.worker)
    if worker is None or not worker.posts:
        return {access.unit for access in lookup.accesses if access.unit}
    return {post.unit for post in worker.posts}


def _is_alone(
    world: World,
    lookup: Lookup,
    readers: dict[tuple[Id, Id], dict[int, set[Id]]],
) -> bool:
    """Whether nobody else of his units read the patient in these three weeks."""
    return all(
        readers[lookup.patient, unit].get(week, set()) <= {lookup.worker}
        for unit in _units(world, lookup)
        for week in (lookup.week - 7, lookup.week, lookup.week + 7)
    )
