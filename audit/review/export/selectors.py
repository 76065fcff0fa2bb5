"""Which case a file is taken out for."""

from datetime import timedelta

from access.models import ReviewCase
from access.oversight.cases.selectors import cases_to_review
from access.worker import Worker
from audit.review.rules.log_filter import LogFilter


def opened_case_of(chosen: LogFilter, worker: Worker) -> ReviewCase | None:
    """The opened case that a part of the log lies within: one employee's days of its week."""
    if chosen.actor is None:
        return None
    monday = chosen.since - timedelta(days=chosen.since.weekday())
    if chosen.until > monday + timedelta(days=6):
        return None
    about = cases_to_review(worker).filter(
        worker_id=chosen.actor.id, week=monday, opened_at__isnull=False
    )
    return about.first()
