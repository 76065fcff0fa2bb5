"""The days that are counted."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

USUAL_DAYS = 28
# Longer, and the answer would no longer be quick; the auditor's log has no such bound.
LONGEST_DAYS = 92


@dataclass(frozen=True, slots=True)
class Period:
    """Some days in Norway, the first and the last among them."""

    since: date
    until: date

    @classmethod
    def usual(cls, today: date) -> Self:
        """The last four weeks, today among them."""
        return cls.last(USUAL_DAYS, until=today)

    @classmethod
    def last(cls, days: int, *, until: date) -> Self:
        """Some days that end with a day, which is among them."""
        return cls(until - timedelta(days=days - 1), until)

    @property
    def days(self) -> int:
        """How many days it is."""
        return (self.until - self.since).days + 1
