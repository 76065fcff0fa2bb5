"""Ends sign-ins: of a person who no longer belongs here, or by the person himself."""

from dataclasses import replace
from uuid import UUID

from django.utils import timezone

from access.accounts.sessions import Session
from access.events import account_target
from access.worker import Worker
from audit import log
from audit.verbs import Verb


def close_sessions(user_id: UUID) -> int:
    """Sign a person out everywhere, at once.

    Returns:
        How many sign-ins were closed.
    """
    closed, _rows = Session.objects.filter(user_id=user_id).delete()
    return int(closed)


def end_session(reference: UUID, *, by: Worker) -> bool:
    """End one of a person's own sign-ins, on another machine.

    Returns:
        Whether there was one to end.
    """
    found = Session.objects.filter(reference=reference, user_id=by.user_id)
    if not found.exists():
        return False
    _log(by, what="session_one")
    found.delete()
    return True


def end_all(*, by: Worker) -> None:
    """End all of a person's own sign-ins, this one as well."""
    _log(by, what="session_all")
    close_sessions(by.user_id)


def clear_ended() -> None:
    """Throw away sessions that have ended by themselves."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()


def _log(by: Worker, *, what: str) -> None:
    entry = replace(by.entry(Verb.SESSION_ENDED), target=account_target(by.user_id))
    log.append(replace(entry, detail={"what": what}))
