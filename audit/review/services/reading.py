"""The log of the log: that somebody read it or took it out, and what part of it."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from access.roles import Role
from access.worker import Worker
from audit import log
from audit.entry import REVIEW, Query, Subject, Target
from audit.review.rules.log_filter import LogFilter
from audit.verbs import Reach, Verb


def log_reading(
    by: Worker,
    *,
    verb: Verb = Verb.LOG_READ,
    chosen: LogFilter | None = None,
    query: Query | None = None,
    target: Target | None = None,
    detail: Mapping[str, str] | None = None,
) -> UUID:
    """Commit that an auditor reads the log, before he is shown any of it.

    A patient he asked for is mentioned as the event's subject, so that it is in the
    patient's own log as well; it opens nothing.

    Args:
        by: The auditor.
        verb: LOG_READ, or LOG_EXPORTED.
        chosen: The part of the log, and the patient asked for.
        query: What was typed to find a patient; else what somebody searched for, if asked.
        target: The one event that is opened, or the case it is done for.
        detail: What more is to be said of it: how many rows, or how old a page.

    Raises:
        NoMunicipalityError: no municipality is entered.
    """
    entry = replace(
        by.entry_as(Role.AUDITOR, verb),
        grounds=REVIEW,
        subjects=_mentioned(chosen),
        target=target,
        query=query or _sought(chosen),
        detail={**(chosen.facts() if chosen else {}), **(detail or {})},
    )
    return log.append(entry)[0]


def _sought(chosen: LogFilter | None) -> Query | None:
    """Say which searches are looked for, when it is by what somebody searched for."""
    if chosen is None or chosen.sought is None:
        return None
    sought = chosen.sought
    return Query("searched_for", text=sought.text, keyed_hash=sought.keyed_hash)


def _mentioned(chosen: LogFilter | None) -> tuple[Subject, ...]:
    if chosen is None or chosen.patient is None:
        return ()
    return (Subject(chosen.patient.id, reach=Reach.MENTIONED),)


def of_event(event_id: UUID) -> Target:
    """Name the one event that is opened."""
    return Target("audit.AccessEvent", str(event_id))
