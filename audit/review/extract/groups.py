"""A patient's accesses gathered: one line for each person, unit, week and purpose."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from access.models import PatientQuestion
from audit.review.extract.accesses import Access


@dataclass(frozen=True, slots=True)
class Group:
    """What one person saw of a patient in one week, from one unit and for one purpose.

    Args:
        accesses: each time, the newest first.
        question: what the patient has asked about it, if he has.
        is_all_asked: whether nothing has come since.
    """

    accesses: tuple[Access, ...]
    question: PatientQuestion | None = None
    is_all_asked: bool = False

    @property
    def first(self) -> Access:
        """The newest of them, which says what they have in common."""
        return self.accesses[0]

    @property
    def may_ask(self) -> bool:
        """Whether a person did it, and not all of it waits to be explained already."""
        is_waiting = self.question is not None and self.question.answered_at is None
        is_person = self.first.worker_id is not None
        return is_person and not (is_waiting and self.is_all_asked)

    @property
    def week(self) -> str:
        """The week, by its number and its days."""
        monday = self.first.monday
        sunday = monday + timedelta(days=6)
        return _("Uke %(number)s, %(first)s–%(last)s") % {
            "number": monday.isocalendar().week,
            "first": _day(monday),
            "last": _day(sunday) + f"{sunday.year}",
        }

    @property
    def span(self) -> str:
        """When: the moment, or the first and the last of several."""
        first, last = self.accesses[-1].at, self.accesses[0].at
        return _joined(dict.fromkeys([_moment(first), _moment(last)]), " – ")

    @property
    def whats(self) -> str:
        """What was done, and how often."""
        counted = Counter(access.what for access in self.accesses)
        return _joined(
            what if times == 1 else f"{what} ({times})"
            for what, times in counted.items()
        )

    @property
    def reasons(self) -> str:
        """On what grounds, each once."""
        return _joined(dict.fromkeys(access.reason for access in self.accesses))


@dataclass(frozen=True, slots=True)
class Extract:
    """Who opened something of a patient's, and who only saw him in a list or a search."""

    opened: list[Group]
    listed: list[Group]

    @property
    def people_in_lists(self) -> int:
        """How many saw him in lists and searches."""
        return len({group.first.who for group in self.listed})


def extract_of(
    accesses: Iterable[Access], asked: Mapping[UUID, PatientQuestion] | None = None
) -> Extract:
    """Gather accesses: the newest week first, and in it by name.

    Args:
        accesses: each of them, the newest first.
        asked: what the patient has asked about, by event.
    """
    asked = asked or {}
    groups: dict[tuple[object, ...], list[Access]] = {}
    for one in accesses:
        key = (one.is_listed, one.monday, one.worker_id, one.who, one.unit, one.purpose)
        groups.setdefault(key, []).append(one)
    made = [_group(found, asked) for found in groups.values()]
    made.sort(key=lambda g: (-g.first.monday.toordinal(), g.first.who, g.first.unit))
    return Extract(
        opened=[group for group in made if not group.first.is_listed],
        listed=[group for group in made if group.first.is_listed],
    )


def _group(accesses: list[Access], asked: Mapping[UUID, PatientQuestion]) -> Group:
    questions = [asked.get(one.event_id) for one in accesses]
    newest = next(filter(None, questions), None)
    return Group(tuple(accesses), newest, is_all_asked=all(questions))


def _day(day: date) -> str:
    return f"{day.day}.{day.month}."


def _moment(moment: datetime) -> str:
    return timezone.localtime(moment).strftime("%d.%m. %H.%M")


def _joined(texts: Iterable[str], by: str = ", ") -> str:
    return by.join(filter(None, texts))
