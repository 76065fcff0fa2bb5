"""A part of the log as the screen shows it: lines, sums, a picture, and what was asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from audit.review.rules.days import HEIGHT, WIDTH, Bar, bars
from audit.review.rules.log_filter import LogFilter, Named
from audit.review.selectors.events import PAGE_SIZE, Cursor, cursor_after, events_in
from audit.review.selectors.facts import read_body
from audit.review.selectors.figures import Figures, figures_of
from audit.review.selectors.lines import EventLine, line_of, pseudonym_label
from audit.review.selectors.people import unit_name
from audit.review.selectors.readers import ReadersShown, readers_in
from audit.review.selectors.words import (
    NO_BASIS,
    basis_words,
    outcome_words,
    verb_words,
)

# How long counting may take before the reader is asked to choose less.
SOON_MS = 800
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
    """One page of a part of the log."""

    lines: list[EventLine]
    next: Cursor | None
    figures: Figures | None
    picture: Picture | None
    readers: ReadersShown | None
    asked: list[str]


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
    events = events_in(chosen, after=after, size=PAGE_SIZE + 1)
    shown = events[:PAGE_SIZE]
    figures = None
    if after is None:
        figures = figures_of(chosen, within_ms=PATIENTLY_MS if patiently else SOON_MS)
    return LogPage(
        lines=[
            line_of(one, read_body(bytes(one.body)), chosen=chosen, reader_id=reader_id)
            for one in shown
        ],
        next=cursor_after(shown) if len(events) > PAGE_SIZE else None,
        figures=figures,
        picture=_picture(figures, chosen) if figures and figures.events else None,
        readers=readers_in(chosen, reader_id=reader_id) if after is None else None,
        asked=_asked(chosen),
    )


def _picture(figures: Figures, chosen: LogFilter) -> Picture:
    drawn = bars(figures.by_day, since=chosen.since, until=chosen.until)
    return Picture(drawn, highest=max(drawn, key=lambda bar: bar.events))


def _asked(chosen: LogFilter) -> list[str]:
    """Say what was asked for, but for the period."""
    said = [
        _patient(chosen.patient) if chosen.patient else "",
        _("Gjort av: %s") % chosen.actor.label if chosen.actor else "",
        _("Enhet: %s") % unit_name(chosen.unit_id) if chosen.unit_id else "",
        _("Handling: %s") % _either(map(verb_words, chosen.verbs))
        if chosen.verbs
        else "",
        _("Utfall: %s") % outcome_words(chosen.outcome)
        if chosen.outcome is not None
        else "",
    ]
    if chosen.bases == (NO_BASIS,):
        said.append(_("Uten grunnlag"))
    elif chosen.bases:
        said.append(_("Grunnlag: %s") % _either(map(_basis, chosen.bases)))
    return [text for text in said if text]


def _patient(patient: Named) -> str:
    known_by_mark = patient.label == pseudonym_label(patient.id)
    return patient.label if known_by_mark else _("Pasient: %s") % patient.label


def _basis(code: str) -> str:
    return _("uten grunnlag") if code == NO_BASIS else basis_words(code)


def _either(words: Iterable[str]) -> str:
    """Say that one of several will do."""
    *first, last = words
    return (
        _("%(some)s eller %(last)s") % {"some": ", ".join(first), "last": last}
        if first
        else last
    )
