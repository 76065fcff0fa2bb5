"""What is counted on the overview: figures, each of them a part of the log."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from audit.review.rules.days import Span
from audit.review.rules.log_filter import LogFilter


class Figure(StrEnum):
    """A figure, as its address names it."""

    EVENTS = "hendelser"
    REFUSED = "avvist"
    EMERGENCIES = "nodtilgang"
    NEEDS = "oppgitt-behov"
    SYSTEM = "systemets-grunnlag"
    UNIT_WIDE = "bare-ansatt"
    READ = "lest-loggen"
    EXPORTED = "tatt-ut"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many events of a day are alike in what was done, how it went, and the ground."""

    day: date
    verb: str
    outcome: int
    basis: str
    events: int


@dataclass(frozen=True, slots=True)
class Kind:
    """What the events of a figure have in common; empty means anything.

    Args:
        verbs: what was done.
        bases: on what grounds.
        outcome: how it went.
        share_of: the grounds it is a share of; none means that it is a share of nothing.
    """

    verbs: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    outcome: int | None = None
    share_of: frozenset[str] = frozenset()

    def fits(self, tally: Tally) -> bool:
        """Whether the events of a tally are of this kind."""
        return (
            (not self.verbs or tally.verb in self.verbs)
            and (not self.bases or tally.basis in self.bases)
            and self.outcome in {None, tally.outcome}
        )

    def whole(self) -> "Kind":
        """What it is a share of."""
        return Kind(bases=self.share_of, outcome=self.outcome)

    def chosen(self, since: date, until: date) -> LogFilter:
        """Give the part of the log that the figure counts."""
        return LogFilter(
            since=since,
            until=until,
            verbs=tuple(sorted(self.verbs)),
            bases=tuple(sorted(self.bases)),
            outcome=self.outcome,
        )


def count(
    tallies: Iterable[Tally], kinds: Mapping[Figure, Kind], spans: Sequence[Span]
) -> dict[Span, Counter[Figure]]:
    """Count the events of each kind in spans that follow on each other, in one go."""
    begins = [since for since, _until in spans]
    found: dict[Span, Counter[Figure]] = {span: Counter() for span in spans}
    for tally in tallies:
        counted = found[spans[bisect_right(begins, tally.day) - 1]]
        for figure, kind in kinds.items():
            if kind.fits(tally):
                counted[figure] += tally.events
    return found
