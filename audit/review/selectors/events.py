"""The events of a part of the log, newest first, a page at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self
from uuid import UUID

from django.db.models import Q

from access.selectors import units_under
from audit.models import AccessEvent, AccessSubject
from audit.review.rules.log_filter import LogFilter
from audit.review.selectors.words import NO_BASIS
from audit.verbs import Verb

PAGE_SIZE = 50
_FIRST_WINDOW = timedelta(hours=1)
_WIDER = 4


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
    found: list[AccessEvent] = []
    for since, until in _windows(chosen, after):
        rows = AccessEvent.objects.filter(
            conditions, recorded_at__gte=since, recorded_at__lt=until
        )
        found += rows.order_by("-recorded_at", "-id")[: size - len(found)]
        if len(found) >= size:
            break
    return found


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
    if verbs := _verbs(chosen):
        asked["verb__in"] = verbs
    if chosen.bases:
        asked["basis__in"] = [b.replace(NO_BASIS, "") for b in chosen.bases]
    if chosen.outcome is not None:
        asked["outcome"] = chosen.outcome
    return places & Q(**{f"{through}{field}": value for field, value in asked.items()})


def _verbs(chosen: LogFilter) -> list[str]:
    """What was done: what is asked for by name, and of the kind that is asked for."""
    if not chosen.action:
        return list(chosen.verbs)
    of_kind = [verb.value for verb in Verb if verb.action == chosen.action]
    return [v for v in of_kind if v in chosen.verbs] if chosen.verbs else of_kind


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


def _windows(
    chosen: LogFilter, after: Cursor | None
) -> Iterator[tuple[datetime, datetime]]:
    """Divide the period, newest first, into ever wider windows.

    The log's index by time is coarse (BRIN): a narrow window reads little of it, and the
    newest page is mostly in the first. A person's own index needs no windows.
    """
    begins, ends = chosen.begins_at, chosen.ends_at
    if after is not None and after.recorded_at < ends:
        ends = after.recorded_at + timedelta(microseconds=1)
    if chosen.actor is not None:
        yield begins, ends
        return
    width = _FIRST_WINDOW
    newest = min(ends, datetime.now(UTC))
    while ends > begins:
        since = max(begins, newest - width)
        yield since, ends
        newest = ends = since
        width *= _WIDER


def event_with_id(event_id: UUID) -> AccessEvent | None:
    """Find one event."""
    return AccessEvent.objects.filter(pk=event_id).first()
