"""How common each mark is in the log at hand, where nearly all accesses are right."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from audit.detection.rules.lookups import Lookup
from audit.detection.rules.weights import (
    TRUST_IN_USUAL,
    TRUST_IN_WHOLE,
    USUAL_CLOSE,
    USUAL_MANNER,
    USUAL_STRENGTH,
    Mark,
    Strength,
)


@dataclass(slots=True)
class Prevalence:
    """Counts of look-ups, and of those that carry a mark, by where they were seen.

    A cell with few look-ups leans on the whole, and a small whole on what is usual.
    """

    strengths: Counter[Strength] = field(default_factory=Counter)
    pairs: int = 0
    close: Counter[Mark] = field(default_factory=Counter)
    told: Counter[tuple[object, ...]] = field(default_factory=Counter)
    marked: Counter[tuple[object, ...]] = field(default_factory=Counter)

    def of_strength(self, strength: Strength) -> float:
        """How many of all look-ups are explained so well."""
        return _leaning(
            self.strengths[strength],
            self.strengths.total(),
            TRUST_IN_USUAL,
            USUAL_STRENGTH[strength],
        )

    def of_close(self, mark: Mark) -> float:
        """How many of all pairs of worker and patient are so close."""
        return _leaning(
            self.close[mark],
            self.pairs,
            TRUST_IN_USUAL / USUAL_CLOSE[mark] ** 0.5,
            USUAL_CLOSE[mark],
        )

    def of_manner(
        self, mark: Mark, strength: Strength, *, role: str, size: int
    ) -> float:
        """How many look-ups of such a role, so well explained, were done so."""
        whole = _leaning(
            self.marked[(mark,)],
            self.told[(mark,)],
            TRUST_IN_USUAL,
            USUAL_MANNER[mark],
        )
        part = _leaning(
            self.marked[mark, strength],
            self.told[mark, strength],
            TRUST_IN_WHOLE,
            whole,
        )
        cell = _cell(mark, strength, role, size)
        return _leaning(self.marked[cell], self.told[cell], TRUST_IN_WHOLE, part)


def prevalence(lookups: Iterable[Lookup]) -> Prevalence:
    """Count the marks of a log."""
    found = Prevalence()
    pairs: set[tuple[str, str]] = set()
    for lookup in lookups:
        found.strengths[lookup.strength] += 1
        for mark in USUAL_MANNER:
            if mark in lookup.known or mark not in _NOT_ALWAYS_KNOWN:
                _count(found, lookup, mark)
        if (lookup.worker, lookup.patient) not in pairs:
            pairs.add((lookup.worker, lookup.patient))
            found.close.update(mark for mark in lookup.marks if mark in USUAL_CLOSE)
    found.pairs = len(pairs)
    return found


_NOT_ALWAYS_KNOWN = frozenset({Mark.SEARCHED, Mark.OFF_DUTY})


def _count(found: Prevalence, lookup: Lookup, mark: Mark) -> None:
    there = mark in lookup.marks
    cell = _cell(mark, lookup.strength, lookup.role, lookup.size)
    for place in ((mark,), cell[:2], cell):
        found.told[place] += 1
        found.marked[place] += there


def _cell(mark: Mark, strength: Strength, role: str, size: int) -> tuple[object, ...]:
    """Where a mark is counted; one that tells the size is not divided by it."""
    return mark, strength, role, 0 if mark is Mark.SELDOM else size


def _leaning(seen: float, of: float, trust: float, usual: float) -> float:
    """A share that leans on what is usual as if that had been seen `trust` times."""
    return (seen + trust * usual) / (of + trust)
