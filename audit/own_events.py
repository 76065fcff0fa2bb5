"""What a person has done himself, as the access log has it; never what others did."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Page, Paginator

from audit.models import AccessEvent, AccessSubject
from audit.verbs import Outcome, Verb


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """One event of one's own; `people` are those who were shown or refused."""

    id: UUID
    at: datetime
    verb: Verb
    outcome: Outcome
    basis: str
    unit_name: str
    people: tuple[UUID, ...]
    unit_id: UUID | None = None


def own_events(
    actor_id: UUID, *, number: str | int | None, per_page: int
) -> "Page[OwnEvent]":
    """Give one page of a person's own events, newest first."""
    mine = AccessEvent.objects.filter(actor_id=actor_id)
    paginator = Paginator(mine.order_by("-recorded_at", "-pk"), per_page)
    page = paginator.get_page(number)
    events = list(page.object_list)
    people = _people(event.pk for event in events)
    own = [_own(event, people.get(event.pk, ())) for event in events]
    return Page(own, page.number, paginator)  # type: ignore[arg-type]


def own_events_among(actor_id: UUID, event_ids: Iterable[UUID]) -> list[OwnEvent]:
    """Give those of some events that a person did himself, oldest first."""
    mine = AccessEvent.objects.filter(actor_id=actor_id, pk__in=list(event_ids))
    events = list(mine.order_by("recorded_at", "pk"))
    people = _people(event.pk for event in events)
    return [_own(event, people.get(event.pk, ())) for event in events]


def _people(event_ids: Iterable[UUID]) -> dict[UUID, tuple[UUID, ...]]:
    rows = AccessSubject.objects.filter(event_id__in=list(event_ids)).values_list(
        "event_id", "patient_id"
    )
    found: dict[UUID, dict[UUID, None]] = {}
    for event_id, patient_id in rows.order_by("pk"):
        found.setdefault(event_id, {})[patient_id] = None
    return {event_id: tuple(people) for event_id, people in found.items()}


def _own(event: AccessEvent, people: tuple[UUID, ...]) -> OwnEvent:
    body = json.loads(bytes(event.body))
    return OwnEvent(
        id=event.pk,
        at=event.recorded_at,
        verb=Verb(event.verb),
        outcome=Outcome(event.outcome),
        basis=event.basis,
        unit_name=body.get("place", {}).get("unit_name", ""),
        people=people,
        unit_id=event.unit_id,
    )
