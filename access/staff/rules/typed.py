"""Days and times of day as people and systems write them."""

import re
from datetime import date, time

_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_CLOCK = re.compile(r"(\d{1,2})[.:]?(\d{2})?(?:[.:]00)?")
YEARS = range(1900, 2200)


def read_day(text: str) -> date | None:
    """Read 14.02.2026 or 2026-02-14; None when it is no day within reason."""
    if found := _DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def read_clock(text: str) -> time | None:
    """Read 14.05, 14:05, 1405, 14 or 14:05:00; None when it is no time of day."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
