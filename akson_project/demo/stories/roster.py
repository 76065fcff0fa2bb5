"""Who was at work, and when people sit down to write."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from random import Random

from akson_project.demo.stories.chance import dice, weighted
from akson_project.demo.stories.days import Days, moment
from akson_project.demo.stories.model import WorkerStory
from akson_project.demo.stories.staff import Post

DAY, EVENING, NIGHT = "d", "k", "n"
# How many are on duty: (weekday, weekend) per shift.
_STAFFING = {DAY: (5, 3), EVENING: (3, 2), NIGHT: (2, 1)}
_OFFICES = {"hs", "skole", "tk", "dag"}
# Peaks of writing, in minutes after midnight, and how wide they are.
_PEAKS = {
    DAY: (((10, 30), 45.0), ((14, 30), 25.0)),
    EVENING: (((21, 30), 25.0), ((18, 30), 40.0)),
    NIGHT: (((6, 15), 18.0), ((5, 20), 30.0)),
}
# Who writes care notes, roughly as in practice.
_WRITES = {"HF": 0.56, "SP": 0.36, "XX": 0.30, "VP": 0.40}


def shift_at(at: datetime) -> str:
    """Name the shift: d until 15, k until 22, else n."""
    if 7 <= at.hour < 15:
        return DAY
    return EVENING if 15 <= at.hour < 22 else NIGHT


class Roster:
    """The duty roster of a municipality."""

    def __init__(self, municipality: str, posts: Sequence[Post], days: Days) -> None:
        self._municipality = municipality
        self.posts = tuple(posts)
        self.days = days
        self._present: dict[tuple[str, date], list[Post]] = {}
        self._duty: dict[tuple[str, date], dict[str, tuple[WorkerStory, ...]]] = {}

    @cached_property
    def by_key(self) -> dict[str, WorkerStory]:
        """All workers by key."""
        return {post.worker.key: post.worker for post in self.posts}

    def at_unit(self, unit: str, day: date) -> list[Post]:
        """Everybody employed at a unit on a day."""
        found = self._present.get((unit, day))
        if found is None:
            found = self._present[unit, day] = [
                p for p in self.posts if p.is_at(unit, day)
            ]
        return list(found)

    def on_duty(self, unit: str, day: date, shift: str) -> tuple[WorkerStory, ...]:
        """Those at work at a unit in one shift."""
        found = self._duty.get((unit, day))
        if found is None:
            found = self._duty[unit, day] = self._plan(unit, day)
        return found[shift]

    def writer(
        self, rng: Random, unit: str, at: datetime, profession: str = ""
    ) -> WorkerStory:
        """Pick who writes at a moment, of one profession if it matters.

        Raises:
            ValueError: nobody of that profession works there.
        """
        shift = shift_at(at)
        day = (
            at.date() - timedelta(days=1)
            if shift == NIGHT and at.hour < 7
            else at.date()
        )
        duty = [
            w
            for w in self.on_duty(unit, day, shift)
            if w.profession == profession or not profession
        ]
        if not duty:
            duty = [
                p.worker
                for p in self.at_unit(unit, at.date())
                if profession in ("", p.worker.profession)
            ]
        if not duty:
            raise ValueError(f"nobody at {unit} {at}: {profession}")
        return weighted(rng, [(w, _WRITES.get(w.profession, 0.3)) for w in duty])

    def _plan(self, unit: str, day: date) -> dict[str, tuple[WorkerStory, ...]]:
        offset = (self.days.today - day).days
        rng = dice(self._municipality, "roster", unit, offset)
        posts = [
            p
            for p in self.at_unit(unit, day)
            if p.worker.profession in _WRITES or unit in {"hs", "lv"}
        ]
        weekend = day.weekday() >= 5
        if unit in _OFFICES:
            return {DAY: tuple(p.worker for p in posts), EVENING: (), NIGHT: ()}
        awake = [
            p.worker
            for p in posts
            if not p.works_nights and p.worker.title[:9] != "avdelings"
        ]
        nights = [p.worker for p in posts if p.works_nights]
        rng.shuffle(awake)
        early, late = _STAFFING[DAY][weekend], _STAFFING[EVENING][weekend]
        plan = {
            DAY: tuple(_with_nurse(awake, early)),
            NIGHT: tuple(
                rng.sample(nights, min(len(nights), _STAFFING[NIGHT][weekend]))
            )
            or tuple(awake[-1:]),
        }
        left = [w for w in awake if w not in plan[DAY]]
        return plan | {EVENING: tuple(_with_nurse(left, late)) or plan[DAY][:1]}


def _with_nurse(workers: list[WorkerStory], count: int) -> list[WorkerStory]:
    """Take the first so many, a nurse among them if there is one."""
    taken = workers[:count]
    if taken and not any(w.profession == "SP" for w in taken):
        nurse = next((w for w in workers if w.profession == "SP"), None)
        if nurse is not None:
            taken[-1] = nurse
    return taken


def writing_moment(rng: Random, day: date, shift: str) -> datetime:
    """Draw when a note of a shift is written; the night's are written in the morning after."""
    (hour, minute), spread = weighted(
        rng, [(_PEAKS[shift][0], 0.62), (_PEAKS[shift][1], 0.38)]
    )
    low, high = {DAY: (460, 899), EVENING: (1050, 1319), NIGHT: (200, 418)}[shift]
    minutes = -1
    while not low <= minutes <= high:
        minutes = round(rng.gauss(hour * 60 + minute, spread))
    return moment(day, datetime.min.time()) + timedelta(minutes=minutes)
