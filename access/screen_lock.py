"""A screen nobody uses is hidden, and the server answers nothing more until it is unlocked.

The browser hides the page and says so (`screen-lock.js`). The server does not rely on it:
a session that has lain idle too long is locked as well. Use is written down once in a
while, not for each request, so that the server's own measure may come late by `_step`.
"""

from datetime import datetime, timedelta

from django.http import HttpRequest
from django.utils import timezone

from access.accounts.sessions import Session
from access.session_limits import IDLE_MINUTES

# How long the person had not touched anything when a script of ours asked.
IDLE_HEADER = "Akson-Idle"
_LONGEST_STEP = timedelta(minutes=5)


def is_locked(request: HttpRequest) -> bool:
    """Whether the session may do nothing now but be unlocked, or ended."""
    row, idle = _row(request), idle_after(request)
    if row is None or idle is None:
        return False
    unused = timezone.now() - row.last_used_at
    return row.locked_at is not None or unused > idle + _step(idle)


def note_use(request: HttpRequest) -> None:
    """Remember that the person uses the session; seldom a write."""
    row, idle = _row(request), idle_after(request)
    if row is None or idle is None:
        return
    used_at = _used_at(request)
    if used_at - row.last_used_at > _step(idle):
        unlocked = Session.objects.filter(pk=row.pk, locked_at=None)
        unlocked.update(last_used_at=used_at)


def lock(request: HttpRequest) -> None:
    """Answer nothing more in this session until it is unlocked."""
    rows = Session.objects.filter(pk=request.session.session_key)
    rows.update(locked_at=timezone.now())


def unlock(request: HttpRequest) -> None:
    """Answer again, to whoever has just confirmed that it is he."""
    rows = Session.objects.filter(pk=request.session.session_key)
    rows.update(locked_at=None, last_used_at=timezone.now())


def idle_after(request: HttpRequest) -> timedelta | None:
    """How long a session may lie idle; None where no screen is hidden."""
    minutes = request.session.get(IDLE_MINUTES)
    return timedelta(minutes=minutes) if minutes else None


def _step(idle: timedelta) -> timedelta:
    return min(_LONGEST_STEP, idle / 2)


def _used_at(request: HttpRequest) -> datetime:
    """When the person last did something: now, unless a script says how long ago."""
    told = request.headers.get(IDLE_HEADER, "")
    idle_seconds = int(told[:6]) if told[:6].isdecimal() else 0
    return timezone.now() - timedelta(seconds=idle_seconds)


def _row(request: HttpRequest) -> Session | None:
    return getattr(request.session, "row", None)
