"""A part of the log as the screen shows it: lines, sums, a picture, and what was asked."""

from dataclasses import dataclass
from uuid import UUID

from audit.models import AccessEvent
from audit.review.rules.days import HEIGHT, WIDTH, Bar, bars
from audit.review.rules.log_filter import LogFilter
from audit.review.selectors.asked import asked_for
from audit.review.selectors.events import PAGE_SIZE, Cursor, cursor_after, events_in
from audit.review.selectors.facts import read_body
from audit.review.selectors.figures import Figures, figures_of, number_of_events
from audit.review.selectors.lines import EventLine, line_of
from audit.review.selectors.patience import TooSlowError, within
from audit.review.selectors.readers import ReadersShown, readers_in

# More than so many are not counted before somebody asks for it.
MANY = 1_000
# How long the page may take before the reader is asked to choose less.
LIST_MS = 20_000
PATIENTLY_MS = 15_000


@dataclass(frozen=True, slots=True)
class Picture:
    """Accesses over time, as bars; lengths are in the picture's own units."""

    bars: list[Bar]
    highest: Bar
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class LogPage:
    """One page of a part of the log.

    Args:
        lines: the events, newest first.
        next: where the next page begins; None after the last.
        figures: how many; None when nobody has counted them.
        are_many: whether they are more than 1,000.
        picture: how many day by day.
        readers: who opened the record of the patient asked for.
        asked: what was asked for, in words.
        is_too_slow: whether the question was given up; then nothing is known.
    """

    lines: list[EventLine]
    next: Cursor | None
    figures: Figures | None
    are_many: bool
    picture: Picture | None
    readers: ReadersShown | None
    asked: list[str]
    is_too_slow: bool = False


def log_page(
    chosen: LogFilter, *, after: Cursor | None, reader_id: UUID, patiently: bool
) -> LogPage:
    """Read one page of a part of the log.

    Args:
        chosen: The part of the log.
        after: Where the page before ended; sums are shown on the first page alone.
        reader_id: Who reads.
        patiently: Whether to count even if it takes long.
    """
    try:
        with within(LIST_MS):
            events = events_in(chosen, after=after, size=PAGE_SIZE + 1)
            are_many = after is None and _are_many(chosen, events)
    except TooSlowError:
        return LogPage([], None, None, False, None, None, asked_for(chosen), True)
    shown, figures = events[:PAGE_SIZE], None
    if after is None and (patiently or not are_many):
        figures = figures_of(chosen, within_ms=PATIENTLY_MS)
    return LogPage(
        lines=[
            line_of(one, read_body(bytes(one.body)), chosen=chosen, reader_id=reader_id)
            for one in shown
        ],
        next=cursor_after(shown) if len(events) > PAGE_SIZE else None,
        figures=figures,
        are_many=are_many,
        picture=_picture(figures, chosen) if figures and figures.events else None,
        readers=readers_in(chosen, reader_id=reader_id) if after is None else None,
        asked=asked_for(chosen),
    )


def _are_many(chosen: LogFilter, first: list[AccessEvent]) -> bool:
    """Whether there are too many to count them all; what fits on a page is not."""
    return len(first) > PAGE_SIZE and number_of_events(chosen, at_most=MANY + 1) > MANY


def _picture(figures: Figures, chosen: LogFilter) -> Picture:
    drawn = bars(figures.by_day, since=chosen.since, until=chosen.until)
    return Picture(drawn, highest=max(drawn, key=lambda bar: bar.events))
