"""What part of the access log somebody looks at."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Self
from uuid import UUID
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")
DEFAULT_DAYS = 7


@dataclass(frozen=True, slots=True)
class Named:
    """A person the log is filtered by, and what the reader calls him."""

    id: UUID
    label: str


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody has searched for: some words, or a number by its keyed hash.

    Args:
        label: what the reader calls it.
        text: the words; empty for a number.
        keyed_hash: of the number; empty for words.
    """

    label: str
    text: str = ""
    keyed_hash: str = ""


@dataclass(frozen=True, slots=True)
class LogFilter:
    """A part of the log: a period, and what the events in it have in common.

    Args:
        since: First day, in Norway.
        until: Last day, in Norway; the whole day is in it.
        patient: The patient concerned, and how the reader named him.
        actor: The person who did it.
        unit_id: The unit it was done from, or a unit above it.
        verbs: What was done, one of these; none means anything.
        bases: On what grounds, one of these; "none" is for what had none.
        outcome: How it went.
        action: What kind of thing was done: C, R, U, D or E.
        purpose: Purpose of use.
        pages: The page it was done on, one of these, by the names of their addresses.
        sought: What was searched for.
    """

    since: date
    until: date
    patient: Named | None = None
    actor: Named | None = None
    unit_id: UUID | None = None
    verbs: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    outcome: int | None = None
    action: str = ""
    purpose: str = ""
    pages: tuple[str, ...] = ()
    sought: Sought | None = None

    @property
    def begins_at(self) -> datetime:
        """The first moment of the period."""
        return datetime.combine(self.since, time.min, OSLO)

    @property
    def ends_at(self) -> datetime:
        """The moment the period is over."""
        return datetime.combine(self.until + timedelta(days=1), time.min, OSLO)

    @property
    def days(self) -> int:
        """How many days are in the period."""
        return (self.until - self.since).days + 1

    def without_people(self) -> Self:
        """The same, but for whom it is about, and for what somebody searched for."""
        return replace(self, patient=None, actor=None, sought=None)

    def facts(self) -> dict[str, str]:
        """Say what was asked for, as the log keeps it: ids and codes, nothing typed."""
        asked = {
            "from": self.since.isoformat(),
            "to": self.until.isoformat(),
            "person": str(self.actor.id) if self.actor else "",
            "unit": str(self.unit_id or ""),
            "verb": ",".join(self.verbs),
            "basis": ",".join(self.bases),
            "outcome": "" if self.outcome is None else str(self.outcome),
            "kind": self.action,
            "purpose": self.purpose,
            "pages": ",".join(self.pages),
        }
        return {key: value for key, value in asked.items() if value}

    def to_json(self) -> dict[str, Any]:
        """Write it as the session stores it."""
        return {
            "since": self.since.isoformat(),
            "until": self.until.isoformat(),
            "patient": _to_pair(self.patient),
            "actor": _to_pair(self.actor),
            "unit_id": str(self.unit_id) if self.unit_id else None,
            "verbs": list(self.verbs),
            "bases": list(self.bases),
            "outcome": self.outcome,
            "action": self.action,
            "purpose": self.purpose,
            "pages": list(self.pages),
            "sought": asdict(self.sought) if self.sought else None,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """Read it as the session stored it."""
        return cls(
            since=date.fromisoformat(stored["since"]),
            until=date.fromisoformat(stored["until"]),
            patient=_from_pair(stored["patient"]),
            actor=_from_pair(stored["actor"]),
            unit_id=UUID(stored["unit_id"]) if stored["unit_id"] else None,
            verbs=tuple(stored["verbs"]),
            bases=tuple(stored["bases"]),
            outcome=stored["outcome"],
            action=stored["action"],
            purpose=stored["purpose"],
            pages=tuple(stored["pages"]),
            sought=Sought(**stored["sought"]) if stored["sought"] else None,
        )

    @classmethod
    def last_days(cls, today: date) -> Self:
        """All events of the last seven days, today among them."""
        return cls(since=today - timedelta(days=DEFAULT_DAYS - 1), until=today)


def _to_pair(named: Named | None) -> list[str] | None:
    return [str(named.id), named.label] if named else None


def _from_pair(stored: list[str] | None) -> Named | None:
    return Named(UUID(stored[0]), stored[1]) if stored else None
