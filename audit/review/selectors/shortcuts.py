"""From one event to the others it belongs with."""

from uuid import UUID

from django.utils import timezone

from audit.models import AccessEvent
from audit.review.rules.log_filter import LogFilter, Named
from audit.review.selectors.facts import read_body
from audit.review.selectors.lines import patient_label, people_in, who_in
from audit.review.selectors.people import first_day_of


def same_person_same_day(event: AccessEvent) -> LogFilter | None:
    """All that the person behind an event did that day; None when nobody is behind it."""
    if event.actor_id is None:
        return None
    day = timezone.localdate(event.recorded_at)
    name = who_in(read_body(bytes(event.body)))
    return LogFilter(since=day, until=day, actor=Named(event.actor_id, name))


def same_patient(
    event: AccessEvent, patient_id: UUID, *, now: LogFilter | None
) -> LogFilter | None:
    """All that is logged about a patient; None when the event does not concern him.

    He keeps the name the reader knows him by.
    """
    if patient_id not in people_in(read_body(bytes(event.body))):
        return None
    today = timezone.localdate()
    return LogFilter(
        since=first_day_of(patient_id) or today,
        until=today,
        patient=Named(patient_id, patient_label(patient_id, now)),
    )
