"""Time counted back from today, and how the stories name it.

A story says `6ti` for the Tuesday of the sixth whole week back (`1so` is the last
Sunday before today), `d12` for twelve days ago, `y3` for about three years ago.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from akson_project.demo.stories.model import Language

OSLO = ZoneInfo("Europe/Oslo")
WINDOW_DAYS = 90
_WEEKDAYS = ("ma", "ti", "on", "to", "fr", "lo", "so")
_CODE = re.compile(
    r"(?:(?P<weeks>\d+)(?P<weekday>ma|ti|on|to|fr|lo|so)|d(?P<days>\d+)|y(?P<years>\d+))"
)
_SLOT = re.compile(r"\{(?:\+(?P<ahead>\d+)|(?P<form>dag|dato):(?P<code>\w+))\}")
WEEKDAY_NAMES: dict[Language, tuple[str, ...]] = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"),
}


def weekday_name(day: date, language: Language) -> str:
    """Name the day of the week."""
    return WEEKDAY_NAMES[language][day.weekday()]


def short_date(day: date) -> str:
    """Write a date as people do in notes: 07.11."""
    return f"{day:%d.%m.}"


def clock(text: str) -> time:
    """Read `08.10`."""
    hour, minute = text.split(".")
    return time(int(hour), int(minute))


def moment(day: date, at: time) -> datetime:
    """Give the moment in Norway."""
    return datetime.combine(day, at, tzinfo=OSLO)


@dataclass(frozen=True, slots=True)
class Days:
    """The calendar of one world; nothing in it happens today or later."""

    today: date

    @property
    def first(self) -> date:
        """The first day of the 90 that are told."""
        return self.today - timedelta(days=WINDOW_DAYS)

    @property
    def last(self) -> date:
        """The last day that is told: yesterday."""
        return self.today - timedelta(days=1)

    @property
    def all(self) -> list[date]:
        """Every day that is told, oldest first."""
        return [self.first + timedelta(days=n) for n in range(WINDOW_DAYS)]

    def day(self, code: str) -> date:
        """Find the date a code stands for.

        Raises:
            ValueError: the code has no meaning.
        """
        match = _CODE.fullmatch(code)
        if match is None:
            raise ValueError(code)
        if match["days"]:
            return self.today - timedelta(days=int(match["days"]))
        if match["years"]:
            return self.today - timedelta(days=int(int(match["years"]) * 365.25) + 40)
        sunday = self.last - timedelta(days=(self.last.weekday() + 1) % 7)
        back = 7 * int(match["weeks"]) - 1 - _WEEKDAYS.index(match["weekday"])
        return sunday - timedelta(days=back)

    def at(self, code: str, clock_text: str) -> datetime:
        """Find the moment, in Norway."""
        return moment(self.day(code), clock(clock_text))

    def fill(self, text: str, day: date, language: Language) -> str:
        """Replace `{+3}` (weekday in three days), `{dag:6ti}` and `{dato:6ti}`."""

        def written(match: re.Match[str]) -> str:
            if match["ahead"]:
                return weekday_name(day + timedelta(days=int(match["ahead"])), language)
            other = self.day(match["code"])
            if match["form"] == "dag":
                return weekday_name(other, language)
            return short_date(other)

        # A date ends with a full stop; at the end of a sentence one is enough.
        return _SLOT.sub(written, text).replace("..", ".")


def birth_date(today: date, age: int, rng: Random) -> date:
    """Give a birth date that makes a person `age` whole years old today."""
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    passed = (month, day) <= (today.month, today.day)
    return date(today.year - age - (0 if passed else 1), month, day)
