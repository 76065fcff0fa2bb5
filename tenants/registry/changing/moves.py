"""What is said of a change, and what it would do: words that planning and storing share."""

import hashlib
import json
from dataclasses import astuple, dataclass
from datetime import date

from tenants.models import Municipality
from tenants.registry.changes import MunicipalityChange


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided of when: the first day of what comes after, by whom, and the day of that."""

    takes_effect_on: date
    legal_basis: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class Move:
    """That what had one number has another from the day on.

    Several with the same new number are a merger, several with the same old one a division.
    `goes_on` says whether the municipality itself goes on under the new number; None leaves
    it to number and name. `unread` is what a file has in its place, which says neither.
    """

    line: int
    old: str
    new: str
    name: str = ""
    orgnr: str = ""
    county_name: str = ""
    goes_on: bool | None = None
    on: date | None = None
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a move, in Norwegian, and with which of its fields."""

    line: int
    field: str
    message: str


@dataclass(frozen=True, slots=True)
class Part:
    """What becomes of one municipality; none yet where one is to be listed."""

    municipality: Municipality | None
    number_before: str
    number_after: str
    name_before: str
    name_after: str
    county_name_after: str = ""
    orgnr_after: str = ""


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """One change, with all it is about."""

    kind: MunicipalityChange.Kind
    parts: tuple[Part, ...]

    @property
    def ceasing(self) -> list[Part]:
        """Those that will be no more."""
        return [part for part in self.parts if not part.number_after]

    @property
    def coming(self) -> list[Part]:
        """Those that will be listed."""
        return [part for part in self.parts if not part.number_before]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that would be done, or all that is wrong with it."""

    decision: Decision
    changes: tuple[PlannedChange, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def digest(self) -> str:
        """A mark of what would be done, by which a later plan is compared with this."""
        told = [
            [change.kind.value, [_told(part) for part in change.parts]]
            for change in self.changes
        ]
        decision = [str(one) for one in astuple(self.decision)]
        whole = json.dumps([decision, told])
        return hashlib.sha256(whole.encode()).hexdigest()


def _told(part: Part) -> list[str]:
    return [
        str(part.municipality.pk) if part.municipality else "",
        part.number_before,
        part.number_after,
        part.name_before,
        part.name_after,
        part.county_name_after,
        part.orgnr_after,
    ]
