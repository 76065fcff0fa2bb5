"""How much happened in a part of the log: events, people, refusals, day by day."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count as CountOf
from django.db.models import Q, QuerySet
from django.db.models.functions import TruncDate

from audit.models import AccessEvent, AccessSubject
from audit.review.rules.days import Count
from audit.review.rules.log_filter import OSLO, LogFilter
from audit.review.selectors.events import matching
from audit.review.selectors.patience import TooSlowError, within
from audit.verbs import Outcome


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums over a part of the log."""

    events: int
    people: int
    refused: int
    by_day: list[Count]


def figures_of(chosen: LogFilter, *, within_ms: int) -> Figures | None:
    """Count the events of a part of the log.

    Args:
        chosen: The part of the log.
        within_ms: How long each of the two questions may take, in milliseconds.

    Returns:
        The sums; None when there are too many events to count them in that time.
    """
    rows, event, actor, outcome = _rows(chosen)
    once = chosen.patient is not None  # he may be named twice in one event
    refused = Q(**{outcome: Outcome.REFUSED})
    days = (
        rows.annotate(day=TruncDate("recorded_at", tzinfo=OSLO))
        .values("day")
        .annotate(
            events=CountOf(event, distinct=once),
            refused=CountOf(event, distinct=once, filter=refused),
        )
        .order_by("day")
        .values_list("day", "events", "refused")
    )
    try:
        with within(within_ms):
            by_day = [Count(*row) for row in days]
            people = rows.aggregate(found=CountOf(actor, distinct=True))["found"]
    except TooSlowError:
        return None
    return Figures(
        events=sum(count.events for count in by_day),
        people=people,
        refused=sum(count.refused for count in by_day),
        by_day=by_day,
    )


def number_of_events(chosen: LogFilter, *, at_most: int) -> int:
    """Count the events of a part of the log, but stop at a bound."""
    rows, event, _actor, _outcome = _rows(chosen)
    found = (
        rows.values(event) if chosen.patient is None else rows.values(event).distinct()
    )
    return found[:at_most].count()


def _rows(chosen: LogFilter) -> tuple[QuerySet[Any], str, str, str]:
    """Give the rows to count, and what event, actor and outcome are called in them."""
    period = {"recorded_at__gte": chosen.begins_at, "recorded_at__lt": chosen.ends_at}
    if chosen.patient is None:
        events = AccessEvent.objects.filter(matching(chosen), **period)
        return events, "id", "actor_id", "outcome"
    subjects = AccessSubject.objects.filter(
        matching(chosen, through="event__"), patient_id=chosen.patient.id, **period
    )
    return subjects, "event_id", "event__actor_id", "event__outcome"
