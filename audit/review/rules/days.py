"""Accesses over time, divided into bars of a picture."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

Span = tuple[date, date]
DAYS_SHOWN_AS_DAYS = 62
DAYS_SHOWN_AS_WEEKS = 400
WIDTH = 720
HEIGHT = 160
_GAP = 0.28
_LEAST_HEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Count:
    """How many events there were on one day, and how many of them were refused."""

    day: date
    events: int
    refused: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a day, a week from its Monday, or a month from its first.

    All lengths are in the picture's own units, counted from its upper left corner.
    """

    begins_on: date
    ends_on: date
    events: int
    refused: int
    x: float
    width: float
    done_y: float
    done_height: float
    refused_y: float
    refused_height: float

    @property
    def is_one_day(self) -> bool:
        """Whether the bar stands for a single day."""
        return self.begins_on == self.ends_on


def bars(counts: Iterable[Count], *, since: date, until: date) -> list[Bar]:
    """Divide a period into bars, empty days too, and place them in the picture."""
    return bars_of(counts, _spans(since, until))


def weeks(since: date, until: date) -> list[Span]:
    """Divide a period into weeks; the first and the last may be shorter than seven days."""
    return _divide(since, until, lambda day: day + timedelta(days=6 - day.weekday()))


def bars_of(counts: Iterable[Count], spans: Sequence[Span]) -> list[Bar]:
    """Place spans that follow on each other as bars in the picture.

    What was refused stands on top of what was done; a refusal is never lower than
    two units, so that a single one is seen.
    """
    begins = [span[0] for span in spans]
    found = {span: [0, 0] for span in spans}
    for count in counts:
        sums = found[spans[bisect_right(begins, count.day) - 1]]
        sums[0] += count.events
        sums[1] += count.refused
    highest = max((events for events, _refused in found.values()), default=0) or 1
    step = WIDTH / len(spans)
    return [
        _bar(span, events, refused, x=index * step, step=step, highest=highest)
        for index, (span, (events, refused)) in enumerate(found.items())
    ]


def _bar(
    span: Span,
    events: int,
    refused: int,
    *,
    x: float,
    step: float,
    highest: int,
) -> Bar:
    room = HEIGHT - 2 * _LEAST_HEIGHT
    refused_height = (
        max(_LEAST_HEIGHT * 2, room * refused / highest) if refused else 0.0
    )
    done = events - refused
    done_height = max(_LEAST_HEIGHT, room * done / highest) if done else 0.0
    done_height = min(done_height, HEIGHT - refused_height)
    return Bar(
        begins_on=span[0],
        ends_on=span[1],
        events=events,
        refused=refused,
        x=round(x + step * _GAP / 2, 2),
        width=round(step * (1 - _GAP), 2),
        done_y=round(HEIGHT - done_height, 2),
        done_height=round(done_height, 2),
        refused_y=round(HEIGHT - done_height - refused_height, 2),
        refused_height=round(refused_height, 2),
    )


def _spans(since: date, until: date) -> list[Span]:
    days = (until - since).days + 1
    return _divide(since, until, lambda day: _last_day(day, days))


def _divide(since: date, until: date, last: Callable[[date], date]) -> list[Span]:
    spans = []
    begins = since
    while begins <= until:
        ends = min(last(begins), until)
        spans.append((begins, ends))
        begins = ends + timedelta(days=1)
    return spans


def _last_day(begins: date, days: int) -> date:
    if days <= DAYS_SHOWN_AS_DAYS:
        return begins
    if days <= DAYS_SHOWN_AS_WEEKS:
        return begins + timedelta(days=6 - begins.weekday())
    following = (begins.replace(day=28) + timedelta(days=4)).replace(day=1)
    return following - timedelta(days=1)
