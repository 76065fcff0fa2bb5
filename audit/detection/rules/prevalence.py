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

    def of_manner(self, mark: Mark, strength: Strength, like: Lookup) -> float:
        """How many look-ups like one, explained so well, were done so."""
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
        cell = _cell(mark, strength, like)
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


# These are counted among the look-ups that can tell; all others among all.
_NOT_ALWAYS_KNOWN = frozenset(
    {Mark.SEARCHED, Mark.SEARCHED_AGAIN, Mark.OFF_DUTY, Mark.NEVER_WROTE}
)
# Whether a mark is likelier the more accesses there were: in all, or this week.
_BY_SIZE = frozenset({Mark.NEVER_WROTE, Mark.REPEATED})
_BY_OFTEN = frozenset(
    {Mark.UNWRITTEN, Mark.SEARCHED, Mark.SEARCHED_AGAIN, Mark.OFF_DUTY, Mark.NIGHT}
)


def _count(found: Prevalence, lookup: Lookup, mark: Mark) -> None:
    there = mark in lookup.marks
    cell = _cell(mark, lookup.strength, lookup)
    for place in ((mark,), cell[:2], cell):
        found.told[place] += 1
        found.marked[place] += there


def _cell(mark: Mark, strength: Strength, like: Lookup) -> tuple[object, ...]:
    """Which look-ups one is compared with."""
    if mark in _BY_SIZE:
        return mark, strength, like.role, like.size
    return mark, strength, like.role, like.often if mark in _BY_OFTEN else 0


def _leaning(seen: float, of: float, trust: float, usual: float) -> float:
    """A share that leans on what is usual as if that had been seen `trust` times."""
    return (seen + trust * usual) / (of + trust)
