"""When shifts end: half past seven, three o'clock and half past ten, as most places have it."""

from datetime import datetime, time, timedelta

SHIFTS_END = (time(7, 30), time(15, 0), time(22, 30))
WEEK = timedelta(days=7)
# What is left of a shift this near its end is no shift to take somebody in for.
_TOO_SHORT = timedelta(minutes=30)


def shift_ends_after(moment: datetime, *, count: int) -> list[datetime]:
    """Give the next ends of shifts, on the clock of the moment's own time zone.

    Args:
        moment: aware; an end within half an hour of it is passed over.
        count: how many are asked for.
    """
    ends = [
        datetime.combine(moment.date() + timedelta(days=day), at, moment.tzinfo)
        for day in range(count + 2)
        for at in SHIFTS_END
    ]
    return [end for end in ends if end >= moment + _TOO_SHORT][:count]


def week_after(moment: datetime) -> datetime:
    """The last end of a shift within a week, on the same clock."""
    day = moment.date() + WEEK
    ends = [datetime.combine(day, at, moment.tzinfo) for at in SHIFTS_END]
    earlier = datetime.combine(day - timedelta(days=1), SHIFTS_END[-1], moment.tzinfo)
    return max(end for end in [earlier, *ends] if end - moment <= WEEK)
