"""The events of a part of the log, newest first, a page at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self
from uuid import UUID

from django.db.models import Q

from access.selectors import units_under
from audit.models import AccessEvent, AccessSubject
from audit.review.rules.log_filter import LogFilter
from audit.review.selectors.bodies import (
    on_pages,
    searched_for_number,
    searched_for_text,
)
from audit.review.selectors.words import NO_BASIS
from audit.verbs import Verb

PAGE_SIZE = 50
# What is done when somebody searches for something.
SEARCHES = {
    verb.value
    for verb in (Verb.SEARCHED, Verb.LOOKED_UP, Verb.LOG_READ, Verb.SIGN_IN_FAILED)
}


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ended: the next one begins with the event after it."""

    recorded_at: datetime
    event_id: UUID

    def __str__(self) -> str:
        moment = self.recorded_at.astimezone(UTC).strftime("%Y%m%dT%H%M%S.%f")
        return f"{moment}_{self.event_id.hex}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read a cursor from an address; None when it is none."""
        moment, _mark, event_id = text.partition("_")
        try:
            at = datetime.strptime(moment, "%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC)
            return cls(at, UUID(event_id))
        except ValueError:
            return None

    def before(self, id_field: str) -> Q:
        """Ask for what comes after it in the list, so before it in time."""
        same_moment = Q(
            recorded_at=self.recorded_at, **{f"{id_field}__lt": self.event_id}
        )
        return Q(recorded_at__lt=self.recorded_at) | same_moment


def events_in(
    chosen: LogFilter, *, after: Cursor | None = None, size: int = PAGE_SIZE
) -> list[AccessEvent]:
    """List the newest events of a part of the log.

    Args:
        chosen: The part of the log.
        after: Where the page before ended.
        size: The most to list.
    """
    if chosen.patient is not None:
        return _of_patient(chosen, chosen.patient.id, after, size)
    conditions = matching(chosen)
    if after is not None:
        conditions &= after.before("id")
    # First the ids, which the index has all of, and then the bytes of those alone.
    ids = (
        AccessEvent.objects.filter(
            conditions,
            recorded_at__gte=chosen.begins_at,
            recorded_at__lt=chosen.ends_at,
        )
        .order_by("-recorded_at", "-id")
        .values("id")[:size]
    )
    rows = AccessEvent.objects.filter(pk__in=ids)
    return list(rows.order_by("-recorded_at", "-id"))


def all_events_in(chosen: LogFilter, *, size: int) -> Iterator[AccessEvent]:
    """Go through a part of the log, holding no more than a few events at a time."""
    after = None
    while events := events_in(chosen, after=after, size=size):
        yield from events
        after = cursor_after(events)


def cursor_after(events: list[AccessEvent]) -> Cursor:
    """Give the place where a page ended."""
    return Cursor(events[-1].recorded_at, events[-1].id)


def matching(chosen: LogFilter, *, through: str = "") -> Q:
    """Ask for the events of a part of the log, but for its period and its patient.

    Args:
        chosen: The part of the log.
        through: The relation that leads to the event, `event__` from a subject.
    """
    asked: dict[str, object] = {}
    places = Q()
    if chosen.actor is not None:
        asked["actor_id"] = chosen.actor.id
    if chosen.unit_id is not None:
        units = list(units_under([chosen.unit_id]).values_list("id", flat=True))
        # Who works at several units lists the patients of all of them at once.
        places = Q(**{f"{through}unit_id__in": units}) | Q(
            **{f"{through}unit_ids__overlap": units}
        )
    if (verbs := _verbs(chosen)) is not None:
        asked["verb__in"] = verbs
    if chosen.bases:
        asked["basis__in"] = [b.replace(NO_BASIS, "") for b in chosen.bases]
    if chosen.outcome is not None:
        asked["outcome"] = chosen.outcome
    if chosen.purpose:
        asked["purpose"] = chosen.purpose
    columns = Q(**{f"{through}{field}": value for field, value in asked.items()})
    return places & columns & _in_bodies(chosen, f"{through}body")


def _in_bodies(chosen: LogFilter, body: str) -> Q:
    """Ask for what no column has."""
    asked = on_pages(chosen.pages, body) if chosen.pages else Q()
    if chosen.sought and chosen.sought.keyed_hash:
        asked &= searched_for_number(chosen.sought.keyed_hash, body)
    elif chosen.sought:
        asked &= searched_for_text(chosen.sought.text, body)
    return asked


def _verbs(chosen: LogFilter) -> list[str] | None:
    """What was done, one of these: all that is said of it must hold; None means anything."""
    said = [
        set(chosen.verbs) if chosen.verbs else None,
        {v.value for v in Verb if v.action == chosen.action} if chosen.action else None,
        SEARCHES if chosen.sought else None,
    ]
    asked = [verbs for verbs in said if verbs is not None]
    return sorted(set.intersection(*asked)) if asked else None


def _of_patient(
    chosen: LogFilter, patient_id: UUID, after: Cursor | None, size: int
) -> list[AccessEvent]:
    """Follow the index of patients; an event that names two records of one counts once."""
    conditions = matching(chosen, through="event__")
    if after is not None:
        conditions &= after.before("event_id")
    ids = (
        AccessSubject.objects.filter(
            conditions,
            patient_id=patient_id,
            recorded_at__gte=chosen.begins_at,
            recorded_at__lt=chosen.ends_at,
        )
        .order_by("-recorded_at", "-event_id")
        .distinct("recorded_at", "event_id")
        .values_list("event_id", flat=True)[:size]
    )
    rows = AccessEvent.objects.filter(pk__in=list(ids))
    return list(rows.order_by("-recorded_at", "-id"))


def event_with_id(event_id: UUID) -> AccessEvent | None:
    """Find one event."""
    return AccessEvent.objects.filter(pk=event_id).first()
