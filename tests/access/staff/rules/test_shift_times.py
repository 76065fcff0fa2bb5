"""When shifts end, at any hour of the day and on the days the clocks are changed."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from access.staff.rules.shift_times import WEEK, shift_ends_after, week_after

OSLO = ZoneInfo("Europe/Oslo")


@pytest.mark.parametrize(
    ("at", "ends"),
    [
        ("2026-11-26T00:10", ["2026-11-26T07:30", "2026-11-26T15:00"]),
        ("2026-11-26T06:59", ["2026-11-26T07:30", "2026-11-26T15:00"]),
        ("2026-11-26T07:01", ["2026-11-26T15:00", "2026-11-26T22:30"]),
        ("2026-11-26T16:00", ["2026-11-26T22:30", "2026-11-27T07:30"]),
        ("2026-11-26T23:59", ["2026-11-27T07:30", "2026-11-27T15:00"]),
    ],
)
def test_the_next_ends_are_those_of_the_shift_one_is_in(at, ends):
    moment = datetime.fromisoformat(at).replace(tzinfo=OSLO)

    found = shift_ends_after(moment, count=2)

    assert [f"{end:%Y-%m-%dT%H:%M}" for end in found] == ends


@pytest.mark.parametrize("hour", range(24))
@pytest.mark.parametrize("day", ["2026-11-26", "2026-10-24", "2026-03-28"])
def test_a_week_ends_with_a_shift_and_is_no_longer_than_a_week(day, hour):
    moment = datetime.fromisoformat(f"{day}T{hour:02}:29").replace(tzinfo=OSLO)

    end = week_after(moment)

    assert (end.hour, end.minute) in {(7, 30), (15, 0), (22, 30)}
    assert WEEK - timedelta(hours=9) <= end - moment <= WEEK
