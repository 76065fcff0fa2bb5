"""A page of AuditEvents: one event may be several, so a page may end inside one."""

from dataclasses import dataclass
from typing import Self

from audit.models import AccessEvent
from audit.review.fhir.asking import Asked
from audit.review.fhir.codes import Json
from audit.review.fhir.resource import audit_events
from audit.review.selectors.events import (
    Cursor,
    cursor_after,
    event_with_id,
    events_in,
)
from audit.review.selectors.facts import read_body


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a page ended: after an event, or after some of its patients.

    Args:
        cursor: the last event on the page.
        given: how many of its AuditEvents were given; None means all.
    """

    cursor: Cursor
    given: int | None = None

    def __str__(self) -> str:
        return str(self.cursor) + ("" if self.given is None else f".{self.given}")

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read a mark from an address; None when it is none."""
        # The cursor's own moment has a dot, the only one before the underscore.
        moment, line, rest = text.partition("_")
        event, _dot, given = rest.partition(".")
        cursor = Cursor.read(f"{moment}{line}{event}")
        if cursor is None or (given and not given.isdecimal()):
            return None
        return cls(cursor, int(given[:4]) if given else None)


@dataclass(frozen=True, slots=True)
class ResourcePage:
    """AuditEvents, newest first, and where the next page begins."""

    resources: list[Json]
    events: int
    next: Mark | None


def resource_page(asked: Asked, *, after: Mark | None, host: str) -> ResourcePage:
    """Give one page; never more than was asked for.

    Args:
        asked: what is asked for.
        after: where the page before ended.
        host: the name of the municipality's host.
    """
    events = _events(asked, after)
    page: list[Json] = []
    patient = asked.chosen.patient
    for number, event in enumerate(events, start=1):
        facts = read_body(bytes(event.body))
        written = audit_events(facts, host=host, of=patient.id if patient else None)
        done = _given(after, event)
        room = asked.count - len(page)
        page += written[done : done + room]
        if len(written) - done > room:
            mark = Mark(cursor_after([event]), done + room)
            return ResourcePage(page, number, mark)
        if len(page) == asked.count:
            return ResourcePage(page, number, Mark(cursor_after([event])))
    return ResourcePage(page, len(events), None)


def _events(asked: Asked, after: Mark | None) -> list[AccessEvent]:
    """List the events a page may need: the one the last page ended in, and those after it."""
    begun = None
    if after is not None and after.given is not None:
        begun = event_with_id(after.cursor.event_id)
    cursor = after.cursor if after else None
    following = events_in(asked.chosen, after=cursor, size=asked.count)
    return [begun, *following] if begun else following


def _given(after: Mark | None, event: AccessEvent) -> int:
    if after is None or after.given is None or after.cursor.event_id != event.id:
        return 0
    return after.given
