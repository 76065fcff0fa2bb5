"""How many planted cases a ranked list finds within a budget, and how sure that is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import sqrt

from tests.simulation.municipality import Truth

# Cases a week that 400 staff's leaders look at: 10, and 5 and 20 for each day.
BUDGETS = {"10_a_week": 10, "5_a_day": 35, "20_a_day": 140}


@dataclass(frozen=True)
class Listed:
    """One case of any detector: the week it is of, and the accesses it shows."""

    week: int
    events: frozenset[str]


@dataclass
class Tally:
    """What was planted and found, by kind, over several seeds."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    shown: int = 0
    right: int = 0

    def add(
        self, ranked: Iterable[Listed], truths: Sequence[Truth], budget: int
    ) -> None:
        """Look at the first cases of each week, as somebody with this budget would."""
        owner = {event: n for n, truth in enumerate(truths) for event in truth.events}
        taken: Counter[int] = Counter()
        hits: set[int] = set()
        for case in ranked:
            taken[case.week] += 1
            if taken[case.week] > budget:
                continue
            mine = {owner[event] for event in case.events if event in owner}
            self.shown += 1
            self.right += bool(mine)
            hits |= mine
        self.planted.update(str(truth.kind) for truth in truths)
        self.found.update(str(truths[hit].kind) for hit in hits)

    def include(self, other: "Tally") -> None:
        """Add what was counted elsewhere."""
        self.planted += other.planted
        self.found += other.found
        self.shown += other.shown
        self.right += other.right

    def recall(self, kind: str | None = None) -> tuple[int, int]:
        """How many were found, of how many."""
        if kind is None:
            return self.found.total(), self.planted.total()
        return self.found[kind], self.planted[kind]

    @property
    def precision(self) -> float:
        """How many of the cases somebody looked at had anything planted in them."""
        return self.right / max(1, self.shown)


def wilson(found: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """Give the 95 % interval of a share (Wilson, JASA 1927)."""
    if not of:
        return 0.0, 1.0
    share, square = found / of, z * z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = (
        z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    )
    return middle - half, middle + half
