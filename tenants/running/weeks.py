"""Whole weeks, as they are counted: from Monday to Sunday in Norway (ISO 8601)."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

A_WEEK = timedelta(days=7)


def weeks_before(day: date, number: int) -> list[date]:
    """Give the Mondays of the last weeks that were over before a day, the oldest first."""
    this = day - timedelta(days=day.weekday())
    return [this - A_WEEK * back for back in range(number, 0, -1)]


def moments_of(monday: date) -> tuple[datetime, datetime]:
    """Give when a week began in Norway, and when the next one did."""
    begins, ends = (
        datetime.combine(day, time.min, timezone.get_default_timezone())
        for day in (monday, monday + A_WEEK)
    )
    return begins, ends


def in_words(monday: date) -> str:
    """Name a week as people do."""
    return _("Uke %(number)s") % {"number": monday.isocalendar().week}
