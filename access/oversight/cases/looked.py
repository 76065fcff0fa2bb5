"""The accesses a case is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from audit.looking import happened


@dataclass(frozen=True, slots=True)
class Looked:
    """One access that is to be looked into.

    Args:
        event_id: the event in the log.
        worker_id: who it was.
        unit_id: where he worked.
        day: when, in Norway.
        people: whose records, with the patient's id first.
    """

    event_id: UUID
    worker_id: UUID
    unit_id: UUID | None
    day: date
    people: tuple[tuple[UUID, UUID | None], ...] = ()

    @property
    def week(self) -> date:
        """The Monday of its week."""
        return monday_of(self.day)


def monday_of(day: date) -> date:
    """The first day of a day's week."""
    return day - timedelta(days=day.weekday())


def looked(event_ids: Iterable[UUID]) -> list[Looked]:
    """Tell of some events what a case is made of; those nobody did are left out."""
    return [Looked(*event) for event in happened(event_ids)]
