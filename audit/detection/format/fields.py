"""Single fields of a line, read leniently; what cannot be read says which field it is."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from audit.detection.rules.facts import FOREVER, Home, Span
from audit.detection.rules.names import place

NORWAY = ZoneInfo("Europe/Oslo")
DAY = 86_400.0
Line = Mapping[str, Any]


class LineError(ValueError):
    """A line cannot be used; says why, in Norwegian, to whoever made the file."""


def required_id(line: Line, name: str) -> str:
    """Give an id; numbers are taken as text.

    Raises:
        LineError: it is missing or is no id.
    """
    found = optional_id(line, name)
    if not found:
        raise LineError(f"Feltet «{name}» mangler.")
    return found


def optional_id(line: Line, name: str) -> str:
    """Give an id, or an empty text when there is none.

    Raises:
        LineError: it is neither text nor a whole number.
    """
    return as_id(line.get(name), name)


def as_id(value: object, name: str) -> str:
    """Read one id.

    Raises:
        LineError: it is neither text nor a whole number.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise LineError(f"Feltet «{name}» skal være en tekst eller et heltall.")


def items(line: Line, name: str) -> list[Any]:
    """Give a list; a single value counts as a list of one, what is missing as an empty."""
    value = line.get(name)
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def truth(line: Line, name: str) -> bool | None:
    """Give yes or no, or None when it is missing.

    Raises:
        LineError: it is something else.
    """
    value = line.get(name)
    if value is None:
        return None
    if value in (True, 1, "true", "True", "1"):
        return True
    if value in (False, 0, "false", "False", "0"):
        return False
    raise LineError(f"Feltet «{name}» skal være true eller false.")


def text(line: Line, name: str) -> str:
    """Give a text, or an empty one when it is missing."""
    value = line.get(name)
    return "" if value is None else str(value).strip()


def number(line: Line, name: str) -> int | None:
    """Give a whole number at the beginning of a value: `12 B` is 12."""
    digits = ""
    for sign in text(line, name):
        if not sign.isdigit():
            break
        digits += sign
    return int(digits) if digits else None


def required_moment(line: Line, name: str) -> float:
    """Give a moment in seconds since 1970.

    Raises:
        LineError: it is missing or cannot be read.
    """
    found = moment(line.get(name), name)
    if found is None:
        raise LineError(f"Feltet «{name}» mangler.")
    return found


def moment(value: object, name: str, *, end: bool = False) -> float | None:
    """Read a moment: ISO 8601, a day alone, or seconds since 1970.

    A moment without a zone is Norwegian time. A day alone is its beginning or, as an
    `end`, the beginning of the next day, so that a last day counts.

    Raises:
        LineError: it cannot be read.
    """
    if value is None or value == "":
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    try:
        return _read(str(value).strip()) + (DAY if end and _is_day(str(value)) else 0)
    except (ValueError, OverflowError) as error:
        raise LineError(
            f"Feltet «{name}» er ikke et tidspunkt, for eksempel 2026-11-26T13:05:00Z."
        ) from error


def _is_day(value: str) -> bool:
    return len(value.strip()) <= len("2026-11-26")


def _read(value: str) -> float:
    if _is_day(value):
        return datetime.combine(date.fromisoformat(value), time(), NORWAY).timestamp()
    found = datetime.fromisoformat(value)
    return (found if found.tzinfo else found.replace(tzinfo=NORWAY)).timestamp()


@lru_cache(maxsize=100_000)
def _norwegian_hour(hour: int) -> tuple[int, int]:
    local = datetime.fromtimestamp(hour * 3_600, UTC).astimezone(NORWAY)
    return local.toordinal(), local.hour


def day_and_hour(at: float) -> tuple[int, int]:
    """Give the day and the hour it then is in Norway.

    Raises:
        LineError: no calendar has such a day.
    """
    try:
        return _norwegian_hour(int(at // 3_600))
    except (ValueError, OverflowError, OSError) as error:
        raise LineError("Tidspunktet ligger utenfor kalenderen.") from error


def span(line: Line, first: str = "start", last: str = "end") -> Span:
    """Give a time from its two ends; a missing end is open.

    Raises:
        LineError: an end cannot be read, or lies before the beginning.
    """
    since = moment(line.get(first), first)
    until = moment(line.get(last), last, end=True)
    found = Span(
        -FOREVER if since is None else since, FOREVER if until is None else until
    )
    if found.until < found.since:
        raise LineError(f"Feltet «{last}» er før «{first}».")
    return found


def home(value: object) -> Home | None:
    """Read an address, as text or as an object with `address`, `from` and `to`."""
    if isinstance(value, Mapping):
        address = text(value, "address")
        return Home(place(address), span(value, "from", "to")) if address else None
    address = "" if value is None else str(value).strip()
    return Home(place(address)) if address else None
