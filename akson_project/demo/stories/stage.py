"""What every story of a municipality shares: its calendar, people at work, rooms."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random

from akson_project.demo.stories.chance import dice
from akson_project.demo.stories.days import Days
from akson_project.demo.stories.grammar import Memory
from akson_project.demo.stories.model import (
    Language,
    Protection,
    Sex,
    UnitStory,
    WorkerStory,
)
from akson_project.demo.stories.numbers import Numbers
from akson_project.demo.stories.people import Registry
from akson_project.demo.stories.places.place import LISTS, Place
from akson_project.demo.stories.roster import Roster
from akson_project.demo.stories.staff import SUBSTITUTE, Post

_ZONE_OF = {list_key: zone for zone, lists in LISTS.items() for list_key in lists}
# In a nynorsk municipality some write bokmål.
_BOKMAAL_SHARE = 0.14
_WRITES_BOKMAAL = {"tomasz", "ida", SUBSTITUTE}
_WRITES_NYNORSK = {
    "synnove",
    "ragnhild",
    "solfrid",
    "guro",
    "eli",
    "torgeir",
    "kjetil",
    "asne",
}


@dataclass(frozen=True, slots=True)
class Part:
    """What an otherwise invented patient must be, so that the demo can show something."""

    name: str = ""
    sex: Sex | None = None
    age: int = 0
    protection: Protection = "ugradert"
    kin: str = ""
    same_birth_date_as: str = ""


@dataclass(slots=True)
class Stage:
    """The stage of one municipality."""

    place: Place
    days: Days
    numbers: Numbers
    registry: Registry
    roster: Roster
    units: tuple[UnitStory, ...]
    parts: dict[str, Part] = field(default_factory=dict)
    planted: dict[str, list[str]] = field(default_factory=dict)
    heard: Counter[str] = field(default_factory=Counter)
    _rooms: dict[str, int] = field(default_factory=dict)

    def plant(self, what: str, *keys: str) -> None:
        """Remember who shows something the tour or a test points at."""
        self.planted.setdefault(what, []).extend(keys)

    def memory(self) -> Memory:
        """Begin remembering what is written about one more patient."""
        return Memory(everywhere=self.heard)

    def unit(self, key: str) -> UnitStory:
        """Find a unit."""
        return next(unit for unit in self.units if unit.key == key)

    def workplace(self, unit: str) -> str:
        """Give the unit people are employed at: a list's zone, else the unit itself."""
        return _ZONE_OF.get(unit, unit)

    def language_of(self, worker: WorkerStory) -> Language:
        """Give the form of Norwegian a person writes."""
        if self.place.language == "nb" or worker.key in _WRITES_BOKMAAL:
            return "nb"
        if worker.key in _WRITES_NYNORSK:
            return "nn"
        return (
            "nb"
            if dice(self.place.name, "form", worker.key).random() < _BOKMAAL_SHARE
            else "nn"
        )

    def next_room(self, ward: str) -> str:
        """Give the next free room of a ward: 101, 102 and so on."""
        self._rooms[ward] = self._rooms.get(ward, 0) + 1
        return f"{WARD_FLOOR[ward]}{self._rooms[ward]:02d}"

    def team(self, unit: str, start: datetime, rng: Random) -> tuple[str, ...]:
        """Name a nurse and a care worker who were there from the start and still are."""
        since = max(start.date(), self.days.first)
        names = []
        for profession in ("SP", "HF"):
            posts = [
                p
                for p in self._steady(unit, since)
                if p.worker.profession == profession
            ]
            with_account = [p for p in posts if p.worker.username]
            if with_account and rng.random() < 0.65:
                posts = with_account
            if posts:
                names.append(rng.choice(posts).worker.key)
        return tuple(names)

    def writer(
        self, rng: Random, unit: str, at: datetime, profession: str = ""
    ) -> WorkerStory:
        """Pick who writes at a unit."""
        return self.roster.writer(rng, self.workplace(unit), at, profession)

    def _steady(self, unit: str, since: date) -> list[Post]:
        place = self.workplace(unit)
        return [
            post
            for post in self.roster.at_unit(place, since)
            if post.is_at(place, self.days.last)
            and not post.works_nights
            and post.worker.key != SUBSTITUTE
            and post.worker.employments[0].role != "leder"
        ]


WARD_FLOOR = {"w1": "1", "w2": "2", "w3": "3", "dag": "0"}
