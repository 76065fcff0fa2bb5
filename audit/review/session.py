"""What an auditor looks at, kept in his session under a token that says nothing."""

import secrets
from datetime import date

from django.contrib.sessions.backends.base import SessionBase

from audit.review.rules.log_filter import LogFilter

_KEPT = "log_filters"
_TODAYS = "log_filter_of_day"
_MOST_KEPT = 20


def keep(session: SessionBase, chosen: LogFilter) -> str:
    """Keep a filter, and give the token it is found by; the oldest ones are forgotten."""
    token = secrets.token_urlsafe(9)
    kept = [*session.get(_KEPT, []), [token, chosen.to_json()]]
    session[_KEPT] = kept[-_MOST_KEPT:]
    return token


def find(session: SessionBase, token: str) -> LogFilter | None:
    """Find a filter by its token; None when it is not kept any longer."""
    for kept, stored in session.get(_KEPT, []):
        if kept == token:
            return LogFilter.from_json(stored)
    return None


def of_day(session: SessionBase, today: date) -> tuple[str, LogFilter] | None:
    """Find the filter the day began with; None before it is made."""
    day, token = session.get(_TODAYS, ("", ""))
    chosen = find(session, token) if day == today.isoformat() else None
    return (token, chosen) if chosen else None


def begin_day(session: SessionBase, today: date) -> tuple[str, LogFilter]:
    """Make the filter a day begins with: the last seven days."""
    chosen = LogFilter.last_days(today)
    token = keep(session, chosen)
    session[_TODAYS] = (today.isoformat(), token)
    return token, chosen
