"""Reads accesses out of the log, as the detector takes them: visits, not pages.

Whoever reads somebody's record turns many pages, and each is an event. What is weighed
is that he went in, so events of the same two people within half an hour are one access,
and the events it was made of are kept beside it.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db import connection

from audit.detection.rules.cases import EMERGENCIES
from audit.detection.rules.facts import Access, Closeness, Id
from audit.detection.rules.weights import Mark
from audit.entry import REVIEW
from audit.verbs import Outcome, Reach, Verb

NORWAY = ZoneInfo("Europe/Oslo")
# What follows within half an hour belongs to the same visit.
VISIT_S = 1_800.0
# A record that is opened so soon after a search was found by it.
FOUND_S = 600.0
# A search that finds so many was not for one of them.
AIMED_AT = 3
_SEARCHES = [Verb.SEARCHED.value, Verb.LOOKED_UP.value]
_SHOWN = [Verb.LISTED.value]
# Each emergency is reviewed by the leader, and who reviews has that for a ground.
_REVIEWED = [*EMERGENCIES, REVIEW.basis]
_WRITES = frozenset({"C", "U", "D"})
# An event may name two records of one patient: he was opened once.
_EVENTS = """
SELECT DISTINCT ON (event.recorded_at, event.id, subject.patient_id)
  event.id::text, extract(epoch FROM event.recorded_at)::float8, event.actor_id::text,
  subject.patient_id::text, coalesce(event.unit_id::text, ''), event.basis, event.verb,
  count(*) OVER (PARTITION BY event.id)
FROM audit_accessevent event JOIN audit_accesssubject subject
  ON subject.event_id = event.id
WHERE event.recorded_at >= %(since)s AND event.outcome = %(done)s
  AND event.actor_id IS NOT NULL AND event.basis <> ALL (%(reviewed)s)
  AND event.verb <> ALL (%(shown)s)
  AND (subject.reach >= %(record)s OR event.verb = ANY (%(searches)s))
ORDER BY event.recorded_at, event.id, subject.patient_id
"""
_CLOSENESS = """
SELECT worker_id::text, patient_id::text, codes, kin, surname_share,
  extract(epoch FROM dead_from)::float8
FROM journal_closeness(%(since)s)
"""


class _Row(NamedTuple):
    event: Id
    at: float
    worker: Id
    patient: Id
    unit: Id
    basis: str
    verb: str
    people: int


@dataclass(slots=True)
class Visits:
    """The accesses of a log, and the events each was made of, by its id and the patient."""

    accesses: list[Access] = field(default_factory=list)
    events: dict[tuple[Id, Id], list[Id]] = field(
        default_factory=lambda: defaultdict(list)
    )
    rows: int = 0


@dataclass(slots=True)
class Known:
    """What the database tells of pairs in the log.

    Args:
        closeness: what each worker and patient are to each other.
        dead_from: of each patient, the first access long after he had died.
    """

    closeness: dict[tuple[Id, Id], Closeness] = field(default_factory=dict)
    dead_from: dict[Id, float] = field(default_factory=dict)


def visits(since: datetime) -> Visits:
    """Read what was opened since a moment, and by search whom nobody opened afterwards."""
    found = Visits()
    open_now: dict[tuple[Id, Id], int] = {}
    last_at: dict[tuple[Id, Id], float] = {}
    searched_at: dict[tuple[Id, Id], tuple[float, _Row]] = {}
    for row in _rows(since):
        found.rows += 1
        pair = (row.worker, row.patient)
        if row.verb in _SEARCHES:
            _keep_unopened(found, searched_at.pop(pair, None))
            searched_at[pair] = (row.at, row)
            continue
        place = open_now.get(pair)
        if place is None or row.at > last_at[pair] + VISIT_S or pair in searched_at:
            before = searched_at.pop(pair, None)
            is_found = before is not None and row.at <= before[0] + FOUND_S
            if not is_found:
                _keep_unopened(found, before)
            open_now[pair] = place = len(found.accesses)
            found.accesses.append(_access(row, searched=is_found))
        _add(found, place, row)
        last_at[pair] = row.at
    for before in searched_at.values():
        _keep_unopened(found, before)
    found.accesses.sort(key=lambda access: (access.at, access.id, access.patient))
    return found


def known_of_pairs(since: datetime) -> Known:
    """Ask what the workers and patients of the log are to each other, in codes."""
    found = Known()
    with connection.cursor() as cursor:
        cursor.execute(_CLOSENESS, {"since": since})
        for worker, patient, codes, kin, surname, dead_from in cursor.fetchall():
            found.closeness[worker, patient] = _closeness(set(codes), kin, surname)
            if dead_from is not None:
                before = found.dead_from.get(patient, dead_from)
                found.dead_from[patient] = min(before, dead_from)
    return found


def _closeness(codes: set[str], kin: str, surname: float | None) -> Closeness:
    """What is said of oneself is said by that alone; a home of one's own by itself."""
    if Mark.OWN_RECORD in codes:
        return Closeness(frozenset({Mark.OWN_RECORD}))
    if Mark.HOUSEHOLD in codes:
        codes.discard(Mark.FAMILY_HOME)
    return Closeness(frozenset(codes), kin, surname)


def _rows(since: datetime) -> Iterator[_Row]:
    values: dict[str, Any] = {
        "since": since,
        "done": Outcome.DONE.value,
        "record": Reach.RECORD.value,
        "reviewed": _REVIEWED,
        "shown": _SHOWN,
        "searches": _SEARCHES,
    }
    with connection.cursor() as cursor:
        cursor.execute(_EVENTS, values)
        for row in cursor:
            yield _Row(*row)


def _access(row: _Row, *, searched: bool) -> Access:
    local = datetime.fromtimestamp(row.at, UTC).astimezone(NORWAY)
    return Access(
        id=row.event,
        at=row.at,
        day=local.toordinal(),
        hour=local.hour,
        worker=row.worker,
        patient=row.patient,
        searched=searched,
        unit=row.unit,
        basis=row.basis,
    )


def _add(found: Visits, place: int, row: _Row) -> None:
    """Let an event be part of a visit; something may have been written by it."""
    access = found.accesses[place]
    found.events[access.id, access.patient].append(row.event)
    if not access.wrote and Verb(row.verb).action in _WRITES:
        found.accesses[place] = access._replace(wrote=True)


def _keep_unopened(found: Visits, before: tuple[float, _Row] | None) -> None:
    """Count a search that was for one person, and was not followed by opening him."""
    if before is None or before[1].people > AIMED_AT:
        return
    found.accesses.append(_access(before[1], searched=True))
    _add(found, len(found.accesses) - 1, before[1])
