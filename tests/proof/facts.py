"""A small world as plain facts: who works where, who has whom, what is closed, and to whom.

Nothing here knows Akson's code. A moment is a whole number of hours from noon; a period
is half-open, and without an end it is not over.
"""

from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

Moment = int


@dataclass(frozen=True)
class Period:
    since: Moment
    until: Moment | None = None

    def holds(self, at):
        return self.since <= at and (self.until is None or at < self.until)


@dataclass(frozen=True)
class Place:
    """A unit, in use or not any more; `path` leads from the top down to itself."""

    id: UUID
    path: tuple[UUID, ...]
    is_active: bool = True

    def is_at_or_below(self, unit_id):
        return unit_id in self.path


@dataclass(frozen=True)
class Account:
    id: UUID
    person_hash: str | None = None
    is_active: bool = True


@dataclass(frozen=True)
class Job:
    """An employment."""

    account: UUID
    unit: UUID
    role: str
    period: Period


@dataclass(frozen=True)
class Duty:
    """A shift on the roster."""

    account: UUID
    unit: UUID
    period: Period


@dataclass(frozen=True)
class File:
    """A record, of whom, of what kind, and how his address is protected."""

    id: UUID
    patient: UUID
    kind: str
    protection: str = "ugradert"


@dataclass(frozen=True)
class Relation:
    """Why a unit, or a person, has business with a record."""

    id: UUID
    record: UUID
    basis: str
    period: Period
    unit: UUID | None = None
    account: UUID | None = None
    readable_until: Moment | None = None


@dataclass(frozen=True)
class Closed:
    """What the patient has closed, and against whom; `against` is an id or a role."""

    id: UUID
    record: UUID
    what: str
    whom: str
    period: Period
    kind: str = ""
    document: UUID | None = None
    against: UUID | str | None = None


@dataclass(frozen=True)
class Kin:
    patient: UUID
    person_hash: str
    tie: str


@dataclass(frozen=True)
class Cell:
    """What one role may do in one kind of record."""

    reads: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()
    does: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Asker:
    """Somebody who asks, and the units he has chosen to work at now."""

    account: UUID
    units: tuple[UUID, ...]


@dataclass(frozen=True)
class Facts:
    """Everything there is to know of one municipality at any time."""

    places: tuple[Place, ...] = ()
    accounts: tuple[Account, ...] = ()
    jobs: tuple[Job, ...] = ()
    duties: tuple[Duty, ...] = ()
    files: tuple[File, ...] = ()
    relations: tuple[Relation, ...] = ()
    closed: tuple[Closed, ...] = ()
    kin: tuple[Kin, ...] = ()
    adapted: dict[tuple[str, str], Cell] = field(default_factory=dict)
    matrix: dict[tuple[str, str], Cell] = field(default_factory=dict, repr=False)
    unit_wide: str = "measured"
    askers: tuple[Asker, ...] = ()
    at: Moment = 0

    def place(self, unit_id):
        return next(place for place in self.places if place.id == unit_id)

    def account(self, account_id):
        return next(one for one in self.accounts if one.id == account_id)

    def but(self, **facts: Any):
        """The same world, with facts of one sort exchanged."""
        return replace(self, **facts)
