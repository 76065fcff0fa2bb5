"""The events of one patient or one employee, placed in time, row by row."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from access.bases import GROUNDS
from access.models import Basis, Shift
from access.staff.selectors.roster import real_shifts
from audit.models import AccessEvent
from audit.review.rules.log_filter import LogFilter
from audit.review.selectors.events import events_in
from audit.review.selectors.facts import Facts, read_body
from audit.review.selectors.lines import EventLine, line_of, patient_label, people_in
from audit.review.timeline.rules import Scale, Shape
from audit.verbs import Outcome, Verb

MOST_EVENTS = 300
MOST_ROWS = 25
# Somebody reads up before a shift, and finishes after it.
_BESIDE_A_SHIFT = timedelta(hours=1)
_LISTS = {verb.value for verb in (Verb.LISTED, Verb.SEARCHED, Verb.LOOKED_UP)}
_LAYERS = (Shape.LISTED, Shape.OPENED, Shape.DECLARED, Shape.REFUSED)
_DECLARED = {basis.value for basis in Basis if GROUNDS[basis].user_selected}


@dataclass(frozen=True, slots=True)
class Point:
    """One event in the picture."""

    line: EventLine
    shape: Shape
    x: float
    is_off_duty: bool


@dataclass(frozen=True, slots=True)
class Row:
    """The events of one person with another."""

    label: str
    meta: str
    points: list[Point]

    @property
    def off_duty(self) -> int:
        """How many of them were outside all shifts."""
        return sum(point.is_off_duty for point in self.points)


@dataclass(frozen=True, slots=True)
class Duty:
    """A shift, and where it stands behind the events."""

    shift: Shift
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the page shows.

    Args:
        scale: the days.
        rows: those with most events first.
        left_out: how many rows there was no room for; the table has their events.
        duties: an employee's shifts; None when it is a patient's timeline.
        lines: all events, newest first.
        is_cut: whether there are older events than these.
    """

    scale: Scale
    rows: list[Row]
    left_out: int
    duties: list[Duty] | None
    lines: list[EventLine]
    is_cut: bool

    @property
    def off_duty(self) -> int:
        """How many of the events in the rows were outside all shifts."""
        return sum(row.off_duty for row in self.rows)


def timeline_of(chosen: LogFilter, *, reader_id: UUID) -> Timeline:
    """Place the newest events of a patient, or of an employee, in time."""
    events = events_in(chosen, size=MOST_EVENTS + 1)
    shown = events[:MOST_EVENTS]
    scale = _scale(chosen, shown)
    shifts = _shifts(chosen.actor.id, scale) if chosen.actor else None
    rows: defaultdict[tuple[str, str], list[Point]] = defaultdict(list)
    lines = []
    for event in shown:
        facts = read_body(bytes(event.body))
        line = line_of(event, facts, chosen=chosen, reader_id=reader_id)
        lines.append(line)
        rows[_row_of(line, facts, chosen)].append(_point(event, line, scale, shifts))
    in_order = sorted(rows.items(), key=lambda row: len(row[1]), reverse=True)
    drawn = [Row(*named, _last_on_top(points)) for named, points in in_order]
    return Timeline(
        scale=scale,
        rows=drawn[:MOST_ROWS],
        left_out=len(drawn[MOST_ROWS:]),
        duties=None if shifts is None else [_duty(one, scale) for one in shifts],
        lines=lines,
        is_cut=len(events) > MOST_EVENTS,
    )


def _last_on_top(points: list[Point]) -> list[Point]:
    """Draw what says most last: a search a minute before hides no opened record."""
    return sorted(points, key=lambda point: _LAYERS.index(point.shape))


def _scale(chosen: LogFilter, events: Sequence[AccessEvent]) -> Scale:
    """The days from the oldest event that is shown to the newest; all that were asked for, of none."""
    if not events:
        return Scale(chosen.since, chosen.until)
    oldest, newest = events[-1].recorded_at, events[0].recorded_at
    return Scale(timezone.localdate(oldest), timezone.localdate(newest))


def _row_of(line: EventLine, facts: Facts, chosen: LogFilter) -> tuple[str, str]:
    """Name the row: who did it to a patient, or whom an employee did it to."""
    if chosen.patient is not None:
        return line.who, line.unit
    people = people_in(facts)
    if len(people) == 1:
        return patient_label(people[0], chosen), ""
    return (_("Lister og søk"), _("flere pasienter")) if people else (_("Annet"), "")


def _point(
    event: AccessEvent,
    line: EventLine,
    scale: Scale,
    shifts: Sequence[Shift] | None,
) -> Point:
    at = event.recorded_at
    off_duty = shifts is not None and not any(_covers(one, at) for one in shifts)
    return Point(line, _shape(event), scale.x(at), off_duty)


def _shape(event: AccessEvent) -> Shape:
    if event.outcome != Outcome.DONE:
        return Shape.REFUSED
    if event.verb in _LISTS:
        return Shape.LISTED
    return Shape.DECLARED if event.basis in _DECLARED else Shape.OPENED


def _shifts(user_id: UUID, scale: Scale) -> list[Shift]:
    found = real_shifts().filter(
        user_id=user_id,
        valid_until__gt=scale.begins_at - _BESIDE_A_SHIFT,
        valid_from__lt=scale.ends_at + _BESIDE_A_SHIFT,
    )
    return list(found.select_related("unit").order_by("valid_from"))


def _covers(shift: Shift, moment: datetime) -> bool:
    begins = shift.valid_from - _BESIDE_A_SHIFT
    return begins <= moment <= shift.valid_until + _BESIDE_A_SHIFT


def _duty(shift: Shift, scale: Scale) -> Duty:
    x = scale.x(shift.valid_from)
    return Duty(shift, x, round(scale.x(shift.valid_until) - x, 3))
