"""A person's age: days for the newborn, then weeks, months and years."""

from datetime import date

# Until when an age is said in days, in weeks and in months, as health stations do.
DAYS_UNTIL_DAYS = 14
WEEKS_UNTIL_DAYS = 92
MONTHS_UNTIL_MONTHS = 24
DAYS_PER_WEEK = 7


def age_text(born: date, day: date) -> str:
    """Say how old somebody born on one day is on another, in Norwegian.

    The words are the same in bokmål and nynorsk, but for `uke` and `veke`, which
    are written short.

    Raises:
        ValueError: the day is before the birth.
    """
    days = (day - born).days
    if days < 0:
        raise ValueError("not born yet")
    if days < DAYS_UNTIL_DAYS:
        return f"{days} d"
    if days < WEEKS_UNTIL_DAYS:
        return f"{days // DAYS_PER_WEEK} u"
    months = _months(born, day)
    if months < MONTHS_UNTIL_MONTHS:
        return f"{months} md"
    return f"{months // 12} år"


def _months(born: date, day: date) -> int:
    whole = (day.year - born.year) * 12 + day.month - born.month
    return whole - (day.day < born.day)
