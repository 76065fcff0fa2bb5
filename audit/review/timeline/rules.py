"""Where moments stand in a picture of time; lengths are in per cent of its width."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from audit.review.rules.log_filter import OSLO

_TICKS_MOST = 6
_HOURS = (0, 6, 12, 18)


class Shape(StrEnum):
    """How an event is drawn: a form for each, not only a colour."""

    OPENED = "apnet"
    LISTED = "vist"
    DECLARED = "oppgitt"
    REFUSED = "avvist"


@dataclass(frozen=True, slots=True)
class Tick:
    """A moment that is marked: an hour, or the beginning of a day."""

    at: datetime
    x: float
    is_hour: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole days in Norway, the first and the last among them."""

    since: date
    until: date

    @property
    def begins_at(self) -> datetime:
        """The first moment."""
        return datetime.combine(self.since, time.min, OSLO)

    @property
    def ends_at(self) -> datetime:
        """The moment it is over."""
        return datetime.combine(self.until + timedelta(days=1), time.min, OSLO)

    def x(self, moment: datetime) -> float:
        """Place a moment; what lies outside stands at the edge."""
        # Compared as moments: a day is 23 or 25 hours long twice a year.
        begins, ends = self.begins_at.timestamp(), self.ends_at.timestamp()
        share = (moment.timestamp() - begins) / (ends - begins)
        return round(100 * min(1.0, max(0.0, share)), 3)

    def ticks(self) -> list[Tick]:
        """Mark hours of one day, or days at equal distances, as many as there is room for."""
        days = (self.until - self.since).days + 1
        if days == 1:
            hours = (time(hour) for hour in _HOURS)
            marked = [datetime.combine(self.since, hour, OSLO) for hour in hours]
        else:
            some = (timedelta(days=n) for n in range(0, days, -(-days // _TICKS_MOST)))
            marked = [datetime.combine(self.since + d, time.min, OSLO) for d in some]
        return [Tick(at, self.x(at), is_hour=days == 1) for at in marked]
