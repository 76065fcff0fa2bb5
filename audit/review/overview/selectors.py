"""The overview's figures, counted by the database in one statement."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.utils.functional import Promise

from access.models import EmergencyAccess
from access.oversight.selectors import needs_of, waiting_count
from access.worker import Worker
from audit.review.cases.selectors import CaseFigures, figures_of_cases
from audit.review.overview.figures import EXPLAINED, KINDS, LABELS
from audit.review.overview.rules import Figure, Kind, Tally, count
from audit.review.rules.days import Bar, Count, Span, bars_of, weeks
from audit.review.rules.log_filter import LogFilter
from audit.review.selectors.patience import TooSlowError, within

_WITHIN_MS = 15_000
_TALLY = """
SELECT (recorded_at AT TIME ZONE 'Europe/Oslo')::date AS day, verb, outcome, basis, count(*)
FROM audit_accessevent WHERE recorded_at >= %s AND recorded_at < %s
GROUP BY 1, 2, 3, 4
"""


@dataclass(frozen=True, slots=True)
class Number:
    """A figure of one span of days."""

    figure: Figure
    label: str | Promise
    span: Span
    events: int


@dataclass(frozen=True, slots=True)
class Week:
    """A week, or what the period has of it, and its figures."""

    span: Span
    numbers: list[Number]


@dataclass(frozen=True, slots=True)
class Card:
    """A figure of the whole period, with a picture of it week by week.

    Args:
        number: the figure.
        explained: what is counted, where its name does not tell.
        share: how many per cent it is of the accesses that have a ground; None if of none.
        bars: the weeks.
    """

    number: Number
    explained: str | Promise
    share: int | None
    bars: list[Bar]


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the page shows of the log."""

    cards: list[Card]
    weeks: list[Week]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for somebody.

    Args:
        cases: the cases of control.
        emergencies: emergency accesses this auditor could conclude on, or a leader must.
        unexplained: emergency accesses that nobody has explained yet.
        needs: stated needs the sample fell on, that nobody has looked at.
    """

    cases: CaseFigures
    emergencies: int
    unexplained: int
    needs: int


def overview(period: LogFilter) -> Overview | None:
    """Count a period, week by week; None when it takes too long."""
    tallies = _tallies(period)
    if tallies is None:
        return None
    whole = (period.since, period.until)
    spans = weeks(*whole)
    by_week = count(tallies, KINDS, spans)
    sums = sum(by_week.values(), Counter())
    return Overview(
        cards=[
            _card(_number(figure, whole, sums), tallies, spans) for figure in Figure
        ],
        weeks=[
            Week(span, [_number(figure, span, by_week[span]) for figure in Figure])
            for span in reversed(spans)
        ],
    )


def waiting(worker: Worker) -> Waiting:
    """Count what waits, for an auditor."""
    needs = needs_of(worker)
    return Waiting(
        cases=figures_of_cases(worker),
        emergencies=waiting_count(worker),
        unexplained=EmergencyAccess.objects.filter(explained_at=None).count(),
        needs=sum(row.is_sampled and row.need.looked_at is None for row in needs),
    )


def _tallies(chosen: LogFilter) -> list[Tally] | None:
    try:
        with within(_WITHIN_MS), connection.cursor() as cursor:
            cursor.execute(_TALLY, [chosen.begins_at, chosen.ends_at])
            return [Tally(*row) for row in cursor.fetchall()]
    except TooSlowError:
        return None


def _number(figure: Figure, span: Span, sums: Counter[Figure]) -> Number:
    return Number(figure, LABELS[figure], span, sums[figure])


def _card(number: Number, tallies: Sequence[Tally], spans: Sequence[Span]) -> Card:
    kind, refused = KINDS[number.figure], KINDS[Figure.REFUSED]
    by_day = [
        Count(t.day, t.events, t.events if refused.fits(t) else 0)
        for t in tallies
        if kind.fits(t)
    ]
    return Card(
        number,
        EXPLAINED.get(number.figure, ""),
        _share(number.events, kind, tallies),
        bars_of(by_day, spans),
    )


def _share(events: int, kind: Kind, tallies: Sequence[Tally]) -> int | None:
    """How many per cent it is of what it is a share of; None when it is of nothing."""
    whole = kind.whole()
    every = sum(t.events for t in tallies if whole.fits(t)) if kind.share_of else 0
    return round(100 * events / every) if every else None
