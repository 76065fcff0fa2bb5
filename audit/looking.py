"""What a case of control is made of: events of the log, with who did them and whom they concern."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.utils import timezone

from audit.entry import REVIEW
from audit.models import AccessEvent, AccessSubject
from audit.verbs import Outcome, Reach

# Whoever reviewed is not sampled for having reviewed; the log of that is read by others.
_SAMPLE = """
SELECT event.id FROM audit_accessevent event
WHERE event.recorded_at >= %(since)s AND event.recorded_at < %(until)s
  AND event.outcome = %(done)s AND event.actor_id IS NOT NULL
  AND event.basis <> %(review)s AND event.actor_id <> ALL (%(besides)s::uuid[])
  AND EXISTS (SELECT 1 FROM audit_accesssubject subject
    WHERE subject.event_id = event.id AND subject.reach = %(record)s)
  AND NOT EXISTS (SELECT 1 FROM access_caseaccess looked
    WHERE looked.event_id = event.id)
ORDER BY random() LIMIT %(size)s
"""


class Happened(NamedTuple):
    """One event that somebody did.

    Args:
        day: when, in Norway.
        people: each patient, and the record if one was reached.
    """

    event_id: UUID
    actor_id: UUID
    unit_id: UUID | None
    day: date
    people: tuple[tuple[UUID, UUID | None], ...]


def happened(event_ids: Iterable[UUID]) -> list[Happened]:
    """Read some events, oldest first; those nobody did are left out."""
    ids = list(event_ids)
    people: defaultdict[UUID, dict[tuple[UUID, UUID | None], None]] = defaultdict(dict)
    rows = AccessSubject.objects.filter(event_id__in=ids).order_by("pk")
    for event_id, patient, record in rows.values_list(
        "event_id", "patient_id", "record_id"
    ):
        people[event_id][patient, record] = None
    events = AccessEvent.objects.filter(pk__in=ids, actor_id__isnull=False)
    return [
        Happened(
            event_id=pk,
            actor_id=actor,
            unit_id=unit,
            day=timezone.localdate(recorded_at),
            people=tuple(people[pk]),
        )
        for pk, actor, unit, recorded_at in events.order_by(
            "recorded_at", "pk"
        ).values_list("pk", "actor_id", "unit_id", "recorded_at")
        if actor is not None
    ]


def drawn(monday: date, *, size: int, besides: Iterable[UUID]) -> list[UUID]:
    """Draw openings of a week that nobody looks into, at random, and nobody's choice.

    Args:
        monday: the week's first day.
        size: how many, if there are so many.
        besides: those whose openings are not drawn.
    """
    since = datetime.combine(monday, time.min, timezone.get_default_timezone())
    values: dict[str, Any] = {
        "since": since,
        "until": since + timedelta(days=7),
        "done": Outcome.DONE.value,
        "record": Reach.RECORD.value,
        "review": REVIEW.basis,
        "besides": list(besides),
        "size": size,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SAMPLE, values)
        return [event_id for (event_id,) in cursor.fetchall()]
