"""Dates and times of day as people in Norway type them."""

import re
from datetime import date, time

_WITH_MARKS = re.compile(r"(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4}|\d{2})")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIME = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:, ]?(\d{2}))?", re.IGNORECASE)
_CENTURIES = (1800, 1900, 2000)
# With two digits for the year, a date may lie this far ahead before the last century is meant.
_YEARS_AHEAD = 10
OLDEST_AGE_YEARS = 125


def dates_meant(text: str) -> list[date]:
    """List the dates a text may mean, the latest first.

    `14.02.1942`, `14/2-1942`, `14021942` and `1942-02-14` mean one; `14.02.42` and
    `140242` one for each century. A text that is no date means none.
    """
    day, month, years = _parts(text.strip())
    found = []
    for year in years:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return sorted(found, reverse=True)


def read_date(text: str, *, today: date, in_the_past: bool = False) -> date | None:
    """Read the one date a text most likely means.

    Args:
        text: As typed.
        today: The day it is typed.
        in_the_past: Whether two digits for the year always mean a day that has been,
            as for a birth date; otherwise up to ten years ahead are possible.

    Returns:
        The date; None when the text is no date.
    """
    meant = dates_meant(text)
    bound = today.year + (0 if in_the_past else _YEARS_AHEAD)
    near = [
        day for day in meant if day.year <= bound and not (in_the_past and day > today)
    ]
    if len(meant) > 1 and near:
        return near[0]
    return meant[0] if meant else None


def birth_dates_meant(text: str, *, today: date) -> list[date]:
    """List the dates a text may mean on which somebody alive or remembered was born."""
    return [
        day
        for day in dates_meant(text)
        if day <= today and not is_long_ago(day, today=today)
    ]


def is_long_ago(day: date, *, today: date) -> bool:
    """Whether nobody alive or remembered was born by then."""
    return day.year < today.year - OLDEST_AGE_YEARS


def read_time(text: str) -> time | None:
    """Read a time of day: `14.05`, `14:05`, `1405`, `kl. 14`; None when it is none."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return time(int(match[1]), int(match[2] or 0))
    except ValueError:
        return None


def _parts(text: str) -> tuple[int, int, list[int]]:
    iso = _ISO.fullmatch(text)
    if iso is not None:
        return int(iso[3]), int(iso[2]), [int(iso[1])]
    match = _WITH_MARKS.fullmatch(text) or _DIGITS.fullmatch(text)
    if match is None:
        return 0, 0, []
    day, month, year = match.groups()
    if len(year) == 4:
        return int(day), int(month), [int(year)]
    return int(day), int(month), [century + int(year) for century in _CENTURIES]
