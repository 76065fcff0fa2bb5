"""The duty roster as the municipality has it: the last four weeks, today, and the week to come."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from akson_project.demo.stories.days import OSLO
from akson_project.demo.stories.model import ShiftStory, UnitStory
from akson_project.demo.stories.roster import DAY, EVENING, NIGHT, Roster

_FIRST, _LAST = -28, 7
_TIMES = {
    DAY: (time(7, 30), time(15, 0)),
    EVENING: (time(15, 0), time(22, 30)),
    NIGHT: (time(22, 30), time(7, 30)),
}


def tell_shifts(roster: Roster, units: tuple[UnitStory, ...]) -> Iterator[ShiftStory]:
    """Tell who is on duty where; those who are there all week in an office, too."""
    for unit in units:
        for offset in range(_FIRST, _LAST):
            day = roster.days.today + timedelta(days=offset)
            seen: set[str] = set()
            for shift, (begins, ends) in _TIMES.items():
                last = day if ends > begins else day + timedelta(days=1)
                for worker in roster.on_duty(unit.key, day, shift):
                    if worker.key in seen:
                        continue
                    seen.add(worker.key)
                    yield ShiftStory(
                        worker=worker.key,
                        unit=unit.key,
                        begins=datetime.combine(day, begins, OSLO),
                        ends=datetime.combine(last, ends, OSLO),
                    )
