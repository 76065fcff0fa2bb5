"""Cases: what somebody is asked to look at (sak i etterkontroll)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import pstdev

from audit.detection.rules.facts import Access, Id, World
from audit.detection.rules.lookups import Lookup, lookups
from audit.detection.rules.prevalence import prevalence
from audit.detection.rules.score import Scale, Scored
from audit.detection.rules.weights import (
    MANY_FROM,
    MANY_MOST,
    MANY_SLOPE,
    MANY_UNEXPLAINED_FROM,
    MANY_UNEXPLAINED_MOST,
    MANY_UNEXPLAINED_SLOPE,
    NEXT_LOOKUP,
    WORTH_TELLING,
    Mark,
    Strength,
)

_FEW_WEEKS = 30
_HIGHEST_LEFT_OUT = 0.05
EMERGENCIES = frozenset({"emergency", "after_emergency"})


@dataclass(slots=True)
class Case:
    """A worker's week, or one emergency with all who helped in it.

    Args:
        week: the Monday, as `date.toordinal`.
        found: its look-ups, the most telling first; only those that tell something.
        points: what the week as a whole gave.
        volumes: patients opened without explanation, and in all.
    """

    workers: tuple[Id, ...]
    week: int
    score: float
    found: list[Scored]
    points: dict[Mark, float] = field(default_factory=dict)
    volumes: tuple[int, int] = (0, 0)

    @property
    def accesses(self) -> Iterator[Access]:
        """What it is about, the most telling look-up first."""
        for one in self.found:
            yield from one.lookup.accesses


def cases(world: World) -> list[Case]:
    """Look a world's accesses through; the most telling case first."""
    every = lookups(world)
    scale = Scale(prevalence(every))
    return gathered(scale.weigh(lookup) for lookup in every)


def gathered(weighed: Iterable[Scored]) -> list[Case]:
    """Gather look-ups into cases, the most telling first."""
    emergencies, weeks = _divided(weighed)
    extra = _volumes(weeks)
    found = [
        _case((worker,), week, those, *extra[worker, week])
        for (worker, week), those in weeks.items()
    ]
    for (_patient, week), those in emergencies.items():
        helpers = tuple(sorted({one.lookup.worker for one in those}))
        found.append(_case(helpers, week, those, {}, (0, 0)))
    return sorted(found, key=lambda case: (-case.score, case.week, case.workers))


_Weeks = dict[tuple[Id, int], list[Scored]]


def _divided(weighed: Iterable[Scored]) -> tuple[_Weeks, _Weeks]:
    """Set apart the emergencies that several helped in; the rest is workers' weeks."""
    emergencies: _Weeks = defaultdict(list)
    weeks: _Weeks = defaultdict(list)
    for one in weighed:
        if _is_emergency(one.lookup):
            emergencies[one.lookup.patient, one.lookup.week].append(one)
        else:
            weeks[one.lookup.worker, one.lookup.week].append(one)
    for key, those in list(emergencies.items()):
        if len(those) == 1:
            weeks[those[0].lookup.worker, key[1]].append(those[0])
            del emergencies[key]
    return emergencies, weeks


def _is_emergency(lookup: Lookup) -> bool:
    return all(access.basis in EMERGENCIES for access in lookup.accesses)


def _case(
    workers: tuple[Id, ...],
    week: int,
    those: Sequence[Scored],
    points: dict[Mark, float],
    volumes: tuple[int, int],
) -> Case:
    ranked = sorted(those, key=lambda one: (-one.score, one.lookup.patient))
    score, share = ranked[0].score, 1.0
    for one in ranked[1:]:
        share *= NEXT_LOOKUP
        score += share * max(0.0, one.score - WORTH_TELLING)
    telling = [one for one in ranked if one.score >= WORTH_TELLING]
    if Mark.MANY_UNEXPLAINED in points:
        telling += [
            one
            for one in ranked
            if one.score < WORTH_TELLING and one.lookup.strength < Strength.LIKELY
        ]
    return Case(
        workers,
        week,
        score + sum(points.values()),
        telling or list(ranked[:1]),
        points,
        volumes,
    )


def _volumes(
    weeks: _Weeks,
) -> dict[tuple[Id, int], tuple[dict[Mark, float], tuple[int, int]]]:
    """Compare how many patients each opened in a week with others of the role."""
    counts = {
        key: (
            sum(one.lookup.strength < Strength.LIKELY for one in those),
            len(those),
        )
        for key, those in weeks.items()
    }
    roles = {key: those[0].lookup.role for key, those in weeks.items()}
    usual = [_usual(roles, counts, which) for which in (0, 1)]
    return {
        key: (_volume_points(pair, [of[roles[key]] for of in usual]), pair)
        for key, pair in counts.items()
    }


def _volume_points(
    counts: tuple[int, int], usual: list[tuple[float, float]]
) -> dict[Mark, float]:
    above = [
        (count - mean) / spread
        for count, (mean, spread) in zip(counts, usual, strict=True)
    ]
    points = {
        Mark.MANY_UNEXPLAINED: min(
            MANY_UNEXPLAINED_MOST,
            MANY_UNEXPLAINED_SLOPE * (above[0] - MANY_UNEXPLAINED_FROM),
        ),
        Mark.MANY: min(MANY_MOST, MANY_SLOPE * (above[1] - MANY_FROM)),
    }
    return {mark: worth for mark, worth in points.items() if worth > 0}


def _usual(
    roles: dict[tuple[Id, int], str],
    counts: dict[tuple[Id, int], tuple[int, int]],
    which: int,
) -> dict[str, tuple[float, float]]:
    """Mean and spread of a role's weeks, without the highest; of all, where they are few."""
    by_role: dict[str, list[int]] = defaultdict(list)
    for key, pair in counts.items():
        by_role[roles[key]].append(pair[which])
    whole = _mean_and_spread([n for of in by_role.values() for n in of])
    return {
        role: _mean_and_spread(of) if len(of) >= _FEW_WEEKS else whole
        for role, of in by_role.items()
    }


def _mean_and_spread(counts: list[int]) -> tuple[float, float]:
    kept = sorted(counts)[: max(1, round(len(counts) * (1 - _HIGHEST_LEFT_OUT)))]
    mean = sum(kept) / max(1, len(kept))
    return mean, max(1.0, mean**0.5, pstdev(kept) if kept else 0.0)
