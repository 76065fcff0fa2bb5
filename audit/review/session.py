"""What an auditor looks at, kept in his session under a token that says nothing.

Beside each part of the log stands when it was last said in the log that he reads it.
"""

import secrets
import time
from datetime import date
from typing import Any

from django.contrib.sessions.backends.base import SessionBase

from audit.review.rules.log_filter import LogFilter

_KEPT = "log_filters"
_TODAYS = "log_filter_of_day"
_MOST_KEPT = 20
# For how long one event says that somebody looks at the same part of the log.
_LATELY_S = 15 * 60


def keep(session: SessionBase, chosen: LogFilter) -> str:
    """Keep a filter whose reading is in the log, and give the token it is found by.

    The oldest ones are forgotten.
    """
    token = secrets.token_urlsafe(9)
    kept = [*session.get(_KEPT, []), [token, chosen.to_json(), time.time()]]
    session[_KEPT] = kept[-_MOST_KEPT:]
    return token


def is_logged_lately(session: SessionBase, token: str) -> bool:
    """Whether the log has been told within 15 minutes that this part of it is read."""
    now = time.time()
    return any(
        kept == token and now - logged_at < _LATELY_S
        for kept, _stored, logged_at in session.get(_KEPT, [])
    )


def remember_logged(session: SessionBase, token: str) -> None:
    """Remember that the log has been told again, now."""
    session[_KEPT] = [
        [kept, stored, time.time() if kept == token else logged_at]
        for kept, stored, logged_at in session.get(_KEPT, [])
    ]


def find(session: SessionBase, token: str) -> LogFilter | None:
    """Find a filter by its token; None when it is not kept any longer."""
    for kept, stored, _logged_at in session.get(_KEPT, []):
        if kept == token:
            return _read(stored)
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


def _read(stored: Any) -> LogFilter | None:
    """Read a filter; one that an older Akson has kept says less, and is not taken for more."""
    try:
        return LogFilter.from_json(stored)
    except KeyError:
        return None
