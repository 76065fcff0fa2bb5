"""What a worker and a patient are to each other besides care (nærhet)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from audit.detection.rules.facts import Closeness, Home, Id, Person, Post, World
from audit.detection.rules.weights import Mark

NEXT_DOOR = 4  # house numbers apart: the same side's neighbour and the one after him
_NOBODY = Person()


@dataclass(slots=True)
class Surroundings:
    """The people of a world, looked up by what they have in common."""

    world: World
    bearers: Counter[str] = field(default_factory=Counter)
    posts_of: dict[Id, list[Post]] = field(default_factory=lambda: defaultdict(list))

    def share_of(self, surname: str) -> float:
        """How large a part of the people bear a surname."""
        return self.bearers[surname] / max(1, len(self.world.people))

    def household_of(self, person: Id) -> str:
        """What names the home he lives in now."""
        known = self.world.people.get(person, _NOBODY)
        if known.household:
            return f"h:{known.household}"
        return f"p:{known.home.place}" if known.home else ""


def surroundings(world: World) -> Surroundings:
    """Look a world's people through once."""
    found = Surroundings(world)
    for person in world.people.values():
        found.bearers.update(person.surnames)
    for worker in world.workers.values():
        if worker.person:
            found.posts_of[worker.person].extend(worker.posts)
    return found


def closeness_in(world: World) -> Callable[[Id, Id], Closeness]:
    """Give what tells how close two are: what was told, or what follows from the people."""
    told = world.closeness
    if told is not None:
        return lambda worker, patient: told.get((worker, patient), Closeness())
    around = surroundings(world)
    return lambda worker, patient: Closeness(
        frozenset(marks_between(around, worker, patient)),
        _kinship(world, worker, patient),
        shared_surname(around, worker, patient),
    )


def marks_between(around: Surroundings, worker: Id, patient: Id) -> frozenset[Mark]:
    """Tell everything the two are to each other that the facts know of."""
    employee = around.world.workers.get(worker)
    if employee is None or not employee.person:
        return frozenset(_standing(around, patient))
    if employee.person == patient:
        return frozenset({Mark.OWN_RECORD})
    return frozenset(
        (
            *_family(around, employee.person, patient),
            *_neighbours(around, employee.person, patient),
            *_colleagues(around, employee.posts, patient),
            *_standing(around, patient),
        )
    )


def shared_surname(around: Surroundings, worker: Id, patient: Id) -> float | None:
    """Give how common the rarest surname both bear is; None when they share none."""
    employee = around.world.workers.get(worker)
    if employee is None or employee.person == patient:
        return None
    people = around.world.people
    shared = (
        people.get(employee.person, _NOBODY).surnames
        & people.get(patient, _NOBODY).surnames
    )
    return min(map(around.share_of, shared), default=None)


_OTHER_WAY = {
    "parent": "child",
    "child": "parent",
    "grandparent": "grandchild",
    "grandchild": "grandparent",
}


def _kinship(world: World, worker: Id, patient: Id) -> str:
    """Give what the patient is to the worker, also where only the other way is known."""
    employee = world.workers.get(worker)
    if employee is None or not employee.person:
        return ""
    kind = world.ties.get(employee.person, {}).get(patient, "")
    if kind:
        return kind
    other = world.ties.get(patient, {}).get(employee.person, "")
    return _OTHER_WAY.get(other, other)


def _family(around: Surroundings, one: Id, other: Id) -> Iterator[Mark]:
    ties = around.world.ties
    mine, theirs = ties.get(one, {}), ties.get(other, {})
    if other in mine:
        yield Mark.RELATIVE
    home, household = around.household_of(one), around.household_of(other)
    if home and home == household:
        yield Mark.HOUSEHOLD
    elif not mine.keys().isdisjoint(theirs) or (
        household and any(around.household_of(kin) == household for kin in mine)
    ):
        yield Mark.FAMILY_HOME
    if _lived_together(around.world, one, other):
        yield Mark.FORMER_HOME


def _lived_together(world: World, one: Id, other: Id) -> bool:
    """Whether they shared a home that at least one of them has left."""
    a, b = world.people.get(one, _NOBODY), world.people.get(other, _NOBODY)
    return (
        _any_shared(a.former_homes, b.former_homes)
        or _any_shared(a.former_homes, filter(None, (b.home,)))
        or _any_shared(filter(None, (a.home,)), b.former_homes)
    )


def _any_shared(these: Iterable[Home], those: Iterable[Home]) -> bool:
    others = list(those)
    return any(
        home.place == other.place and home.span.meets(other.span)
        for home in these
        for other in others
    )


def _neighbours(around: Surroundings, one: Id, other: Id) -> Iterator[Mark]:
    people = around.world.people
    a, b = people.get(one, _NOBODY), people.get(other, _NOBODY)
    if not a.street or a.street != b.street:
        return
    if around.household_of(one) == around.household_of(other):
        return
    if (
        a.number is not None
        and b.number is not None
        and abs(a.number - b.number) <= NEXT_DOOR
    ):
        yield Mark.NEXT_DOOR
    yield Mark.STREET


def _colleagues(
    around: Surroundings, posts: tuple[Post, ...], patient: Id
) -> Iterator[Mark]:
    theirs = around.posts_of.get(patient)
    if not theirs and patient not in around.posts_of:
        return
    if any(
        post.unit == other.unit and post.span.meets(other.span)
        for post in posts
        for other in theirs or ()
    ):
        yield Mark.CLOSE_COLLEAGUE
    yield Mark.COLLEAGUE


def _standing(around: Surroundings, patient: Id) -> Iterator[Mark]:
    person = around.world.people.get(patient, _NOBODY)
    if person.well_known:
        yield Mark.WELL_KNOWN
    if person.protected:
        yield Mark.PROTECTED
