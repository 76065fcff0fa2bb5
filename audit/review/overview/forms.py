"""Which weeks are shown."""

from datetime import date, timedelta

from journal.readers.forms import PeriodForm
from journal.readers.rules.period import Period

_WEEKS = 12
_LONGEST_DAYS = 731


class OverviewForm(PeriodForm):
    """The last twelve weeks, this one among them, when nothing is asked for; two years at most."""

    longest_days = _LONGEST_DAYS

    @classmethod
    def usual(cls, today: date) -> Period:
        """Begin on a Monday."""
        monday = today - timedelta(days=today.weekday())
        return Period(monday - timedelta(weeks=_WEEKS - 1), today)
