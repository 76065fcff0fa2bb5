"""What a simulated municipality is like; everything that could be otherwise is here."""

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Kind(StrEnum):
    """Why somebody snoops (snoking): the label nobody but the simulator knows."""

    FAMILY = "family"
    COLLEAGUE = "colleague"
    NEIGHBOUR = "neighbour"
    WELL_KNOWN = "well_known"
    FORMER_PARTNER = "former_partner"
    OWN_UNIT = "own_unit"
    READING_ON = "reading_on"
    STRANGER = "stranger"
    MASS = "mass"


def _each(count: int, *, mass: int) -> dict[Kind, int]:
    return dict.fromkeys(Kind, count) | {Kind.MASS: mass}


@dataclass(frozen=True)
class Settings:
    """One municipality and its sixty days.

    Shares are of 1. `*_known` says how much of what is true the municipality has on
    paper, which is all the detector is told.
    """

    seed: int
    residents: int = 8_000
    streets: int = 260
    staff: int = 400
    units: int = 10
    days: int = 60
    accesses_per_shift: float = 20.0
    planted: dict[Kind, int] = field(default_factory=lambda: _each(6, mass=2))

    ties_known: float = 0.9
    former_homes_known: float = 0.9
    well_known_known: float = 0.95
    shifts_known: float = 0.95
    tasks_known: float = 0.85
    stays_known: float = 0.995
    camouflage: float = 0.1

    wrote: float = 0.4
    searched: float = 0.05
    undocumented: float = 0.01
    other_unit: float = 0.02
    task: float = 0.015
    well_known: int = 12


def easy(seed: int, **changes: object) -> Settings:
    """A municipality that knows most of what there is to know."""
    return replace(Settings(seed), **changes)  # type: ignore[arg-type]


def hard(seed: int, **changes: object) -> Settings:
    """One with holes in its facts, where half of the snoopers cover their tracks."""
    holes = Settings(
        seed,
        ties_known=0.5,
        former_homes_known=0.4,
        well_known_known=0.7,
        shifts_known=0.4,
        tasks_known=0.5,
        stays_known=0.97,
        camouflage=0.5,
    )
    return replace(holes, **changes)  # type: ignore[arg-type]


def planted(count: int, *, mass: int = 2) -> dict[Kind, int]:
    """So many cases of each kind."""
    return _each(count, mass=mass)
