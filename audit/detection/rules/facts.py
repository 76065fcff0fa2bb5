"""What the detector is told: accesses, and what the municipality knows of those in them."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

Id = str
FOREVER = float("inf")


class Access(NamedTuple):
    """One opening of one patient's record, or an attempt at it.

    Args:
        at: seconds since 1970, UTC.
        day: the day in Norway, as `date.toordinal`.
        hour: the hour in Norway, 0 to 23.
        wrote: whether something was written then.
        searched: whether the patient was found by searching; None when nobody knows.
        basis: the ground the system itself found when it opened (`access.bases`), if any.
        on_duty: whether the worker was at work then; None when the rosters are to tell.
    """

    id: Id
    at: float
    day: int
    hour: int
    worker: Id
    patient: Id
    wrote: bool = False
    searched: bool | None = None
    unit: Id = ""
    basis: str = ""
    on_duty: bool | None = None


class Span(NamedTuple):
    """A time, in seconds since 1970; the end is not part of it."""

    since: float = -FOREVER
    until: float = FOREVER

    def covers(self, at: float) -> bool:
        """Whether a moment is in it."""
        return self.since <= at < self.until

    def meets(self, other: "Span") -> bool:
        """Whether both share some time."""
        return self.since < other.until and other.since < self.until


class Post(NamedTuple):
    """Where a worker works, and when."""

    unit: Id
    span: Span = Span()


class Home(NamedTuple):
    """Where somebody lived, and when."""

    place: str
    span: Span = Span()


class Stay(NamedTuple):
    """A unit has the patient in its care (opphold, tjeneste), perhaps with a team."""

    unit: Id
    span: Span
    team: frozenset[Id] = frozenset()


class Relation(NamedTuple):
    """Another ground: a task, a visit, a grant, an application and so on."""

    kind: str
    span: Span
    worker: Id = ""
    unit: Id = ""


class Duty(NamedTuple):
    """A worker is on a roster; the unit is not always known."""

    span: Span
    unit: Id = ""


@dataclass(slots=True)
class Person:
    """A resident: what tells who is close to whom. Everything may be unknown."""

    surnames: frozenset[str] = frozenset()
    household: str = ""
    street: str = ""
    number: int | None = None
    home: Home | None = None
    former_homes: tuple[Home, ...] = ()
    well_known: bool = False
    protected: bool = False
    died: float = FOREVER


@dataclass(slots=True)
class Worker:
    """An employee; `person` is his id among the residents, when he is one of them."""

    role: str = ""
    posts: tuple[Post, ...] = ()
    person: Id = ""

    def units_at(self, at: float) -> set[Id]:
        """The units he works at then."""
        return {post.unit for post in self.posts if post.span.covers(at)}


class Closeness(NamedTuple):
    """What a worker and a patient are to each other, told by who knows both (nærhet).

    Args:
        marks: what they have in common, as `weights.Mark` names it.
        kin: what the patient is to the worker, if they are family.
        surname: how common the rarest surname both bear is.
    """

    marks: frozenset[str] = frozenset()
    kin: str = ""
    surname: float | None = None


@dataclass(slots=True)
class World:
    """Everything a municipality hands over to be looked through.

    Where `closeness` is given, for pairs of worker and patient, nothing is asked of
    `people` and `ties` about who is close to whom.
    """

    accesses: list[Access] = field(default_factory=list)
    workers: dict[Id, Worker] = field(default_factory=dict)
    people: dict[Id, Person] = field(default_factory=dict)
    stays: dict[Id, list[Stay]] = field(default_factory=lambda: defaultdict(list))
    relations: dict[Id, list[Relation]] = field(
        default_factory=lambda: defaultdict(list)
    )
    duties: dict[Id, list[Duty]] = field(default_factory=lambda: defaultdict(list))
    ties: dict[Id, dict[Id, str]] = field(default_factory=lambda: defaultdict(dict))
    closeness: dict[tuple[Id, Id], Closeness] | None = None

    def tie(self, one: Id, other: Id, kind: str = "") -> None:
        """Note that two people are family; what the one is to the other, if known."""
        self.ties[one].setdefault(other, kind)
        self.ties[other].setdefault(one, "")
