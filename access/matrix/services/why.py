"""An administrator asks why a record was open or closed to somebody; it is in the log."""

from dataclasses import replace

from access.matrix.selectors.why import concerns_administrator
from access.roles import Role
from access.worker import Worker
from audit import log
from audit.entry import REVIEW, Query, Target
from audit.references import Referred, referred_event
from audit.verbs import Verb


def look_up(reference: str, *, by: Worker) -> Referred | None:
    """Find the event a reference names; that it was asked for is committed first.

    Returns:
        The event; None when there is none, or it is not his to ask about, which is told
        in the same words.
    """
    event = referred_event(reference)
    if event is not None and not concerns_administrator(event, by):
        event = None
    entry = replace(
        by.entry_as(Role.LOCAL_ADMIN, Verb.LOG_READ),
        grounds=REVIEW,
        target=Target("audit.AccessEvent", str(event.id)) if event else None,
        query=Query(kind="reference", text=reference, hits=int(event is not None)),
        detail={"what": "why"},
    )
    log.append(entry)
    return event
