"""Days in Norway, as the moments they begin and end."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def start_of(day: date) -> datetime:
    """The first moment of a day in Norway."""
    return timezone.make_aware(datetime.combine(day, time()))


def end_of(day: date | None) -> datetime | None:
    """The first moment after a day; None stays None."""
    return start_of(day + timedelta(days=1)) if day else None


def period_of(day: date, begins: time, ends: time) -> tuple[datetime, datetime]:
    """Make moments of a shift's day and times; one that ends before it begins, ends next day."""
    last = day if ends > begins else day + timedelta(days=1)
    return (
        timezone.make_aware(datetime.combine(day, begins)),
        timezone.make_aware(datetime.combine(last, ends)),
    )
