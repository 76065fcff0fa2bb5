"""How much speaks for misuse: log-odds that add up, mark by mark."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import log

from audit.detection.rules.lookups import Lookup
from audit.detection.rules.prevalence import Prevalence
from audit.detection.rules.weights import (
    ABSENCE_COUNTS,
    LEAST,
    MOST,
    PRIOR,
    SAME_CLOSENESS,
    SEEN_CLOSE,
    SEEN_MANNER,
    SEEN_STRENGTH,
    SEEN_SURNAME,
    Mark,
    Strength,
)

# Signs of one and the same closeness: the clearest counts fully, the others a little.
SAME = (
    frozenset(
        {
            Mark.OWN_RECORD,
            Mark.RELATIVE,
            Mark.HOUSEHOLD,
            Mark.FAMILY_HOME,
            Mark.FORMER_HOME,
            Mark.SURNAME,
        }
    ),
    frozenset({Mark.NEXT_DOOR, Mark.STREET}),
    frozenset({Mark.CLOSE_COLLEAGUE, Mark.COLLEAGUE}),
    frozenset({Mark.WELL_KNOWN, Mark.PROTECTED}),
)


@dataclass(frozen=True, slots=True)
class Scored:
    """A look-up with its score, and what each mark gave."""

    lookup: Lookup
    score: float
    points: Mapping[Mark, float] = field(default_factory=dict)


@dataclass(slots=True)
class Scale:
    """Weighs look-ups of one log; those that were done alike are weighed once."""

    common: Prevalence
    known: dict[tuple[object, ...], tuple[float, dict[Mark, float]]] = field(
        default_factory=dict
    )

    def weigh(self, lookup: Lookup) -> Scored:
        """Score a look-up."""
        close = dict(_close_points(lookup, self.common))
        least, manner = self._explained(lookup)
        given = {mark: worth for mark, worth in (close | manner).items() if worth > 0}
        return Scored(lookup, PRIOR + least + sum(close.values()), given)

    def _explained(self, lookup: Lookup) -> tuple[float, dict[Mark, float]]:
        """Weigh how well a look-up is explained, and how it was done.

        Never more than if it were explained less well: that is why the least of all
        weaker explanations is taken.
        """
        alike = (
            lookup.role,
            lookup.size,
            lookup.often,
            lookup.strength,
            frozenset(lookup.marks.intersection(SEEN_MANNER)),
            frozenset(lookup.known),
        )
        if alike not in self.known:
            steps = map(Strength, range(lookup.strength + 1))
            least = min(_explained_as(lookup, self.common, step) for step in steps)
            manner = dict(_manner_points(lookup, self.common, lookup.strength))
            self.known[alike] = least, manner
        return self.known[alike]


def _explained_as(lookup: Lookup, common: Prevalence, strength: Strength) -> float:
    manner = sum(points for _, points in _manner_points(lookup, common, strength))
    return _ratio(SEEN_STRENGTH[strength], common.of_strength(strength)) + manner


def _close_points(lookup: Lookup, common: Prevalence) -> Iterator[tuple[Mark, float]]:
    worth = {
        mark: max(0.0, _ratio(SEEN_CLOSE[mark], common.of_close(mark)))
        for mark in lookup.marks
        if mark in SEEN_CLOSE
    }
    if lookup.surname is not None:
        worth[Mark.SURNAME] = max(0.0, _ratio(SEEN_SURNAME, lookup.surname))
    for group in SAME:
        signs = sorted(
            ((worth[mark], mark) for mark in group if mark in worth), reverse=True
        )
        for place, (points, mark) in enumerate(signs):
            yield mark, points if place == 0 else points * SAME_CLOSENESS


def _manner_points(
    lookup: Lookup, common: Prevalence, strength: Strength
) -> Iterator[tuple[Mark, float]]:
    for mark, seen in SEEN_MANNER.items():
        there = mark in lookup.marks
        if not there and not _absence_counts(lookup, mark, strength):
            continue
        usual = common.of_manner(mark, strength, lookup)
        if there:
            yield mark, max(0.0, _ratio(seen, usual))
        else:
            yield mark, min(0.0, _ratio(1 - seen, 1 - usual))


def _absence_counts(lookup: Lookup, mark: Mark, strength: Strength) -> bool:
    return mark in lookup.known and strength <= ABSENCE_COUNTS.get(mark, -1)


def _ratio(seen: float, usual: float) -> float:
    """The log-odds a mark is worth, within bounds."""
    return min(MOST, max(LEAST, log(seen / max(usual, 1e-9))))
