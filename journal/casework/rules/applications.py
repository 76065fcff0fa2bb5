"""What an application leads to: which sort of record it belongs in, and by when it is answered."""

from collections.abc import Iterable
from datetime import date, timedelta

# Services (kodeverk 9151) that are health care (helsehjelp). Somebody who receives only
# practical help, respite or a support contact has no health record.
# Source: the Directorate's circular to pasient- og brukerrettighetsloven, chapter 5.
HEALTH_CARE = frozenset({"15", "16", "17", "18", "19", "20", "21", "22", "23"})


def is_health_care(services: Iterable[str]) -> bool:
    """Whether any of the services is health care, so that a health record is kept."""
    return not HEALTH_CARE.isdisjoint(services)


def preliminary_reply_due(received_on: date) -> date:
    """The last day for a preliminary reply (foreløpig svar), when nothing is decided yet.

    Source:
        forvaltningsloven § 11 a: within one month. A month that lacks the day ends on
        its last.
    """
    month_after = (received_on.replace(day=1) + timedelta(days=32)).replace(day=1)
    last_day = (month_after + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return min(
        month_after + timedelta(days=received_on.day - 1),
        last_day,
    )
