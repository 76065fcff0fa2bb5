"""The one door into the access log: an entry goes in, committed, and never changes."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction

from audit.entry import SUBJECTS_MAX, Entry, Part, Subject, Target
from audit.models import AccessEvent, AccessSubject

_EVENT = """
INSERT INTO audit_accessevent (id, recorded_at, verb, outcome, actor_id, unit_id, unit_ids,
  basis, purpose, decision_ref, is_demo, body)
VALUES (%(id)s, %(recorded_at)s, %(verb)s, %(outcome)s, %(actor_id)s, %(unit_id)s,
  %(unit_ids)s::uuid[], %(basis)s, %(purpose)s, %(decision_ref)s, %(is_demo)s, %(body)s)
"""
# Event and subjects in one statement: one round trip, one commit. The foreign key on
# (event_id, xid) is checked when the statement ends.
_WITH_SUBJECT = f"""
WITH event AS ({_EVENT})
INSERT INTO audit_accesssubject (event_id, recorded_at, patient_id, record_id, reach,
  kinds, until, hidden)
VALUES (%(id)s, %(recorded_at)s, %(patient)s, %(record)s, %(reach)s, %(kinds)s::varchar[],
  %(until)s, %(hidden)s::uuid[])
"""  # noqa: S608 - constants only
_WITH_PEOPLE = f"""
WITH event AS ({_EVENT})
INSERT INTO audit_accesssubject (event_id, recorded_at, patient_id, reach)
SELECT %(id)s, %(recorded_at)s, person, %(reach)s FROM unnest(%(people)s::uuid[]) AS person
"""  # noqa: S608 - constants only
_WITH_RECORDS = f"""
WITH event AS ({_EVENT})
INSERT INTO audit_accesssubject (event_id, recorded_at, patient_id, record_id, reach, kinds)
SELECT %(id)s, %(recorded_at)s, person, record, %(reach)s, %(kinds)s::varchar[]
FROM unnest(%(people)s::uuid[], %(records)s::uuid[]) AS listed (person, record)
"""  # noqa: S608 - constants only
_RECENT_DRAFT = """
SELECT event.id FROM audit_accessevent event
JOIN audit_accesssubject subject ON subject.event_id = event.id
WHERE event.actor_id = %s AND subject.record_id = %s AND event.verb = 'drafted'
  AND event.outcome = 0 AND NOT event.is_demo
  AND event.recorded_at > now() - interval '50 minutes'
  AND convert_from(event.body, 'UTF8')::jsonb #>> '{target,id}' = %s
  AND subject.hidden IS NOT DISTINCT FROM %s::uuid[]
ORDER BY event.recorded_at DESC LIMIT 1
"""
_RECENTLY_OPENED = """
SELECT record_id, patient_id, max(recorded_at) FROM (
  SELECT subject.record_id, subject.patient_id, event.recorded_at
  FROM audit_accessevent event
  JOIN audit_accesssubject subject ON subject.event_id = event.id
  WHERE event.actor_id = %s AND event.verb = 'read' AND event.outcome = 0
    AND event.recorded_at > now() - interval '14 days'
  ORDER BY event.recorded_at DESC LIMIT 200) AS latest
GROUP BY record_id, patient_id ORDER BY 3 DESC LIMIT %s
"""


class NotCommittedError(RuntimeError):
    """An event must be committed before anything is read, so it cannot join a transaction."""


class MixedSubjectsError(ValueError):
    """The people of one list must all be opened to the same depth."""


@dataclass(frozen=True, slots=True)
class RecentlyOpened:
    """A record a person has read lately."""

    record_id: UUID
    patient_id: UUID
    at: datetime


def append(entry: Entry) -> list[UUID]:
    """Store an entry, durably, before the caller goes on.

    An entry that concerns more than 300 people becomes several events, so that
    each fits in a tile.

    Returns:
        The ids of the events, in the order of their subjects.

    Raises:
        NotCommittedError: a transaction is running, so a rollback could erase the event.
    """
    if connection.in_atomic_block:
        raise NotCommittedError
    parts = list(_parts(entry))
    if len(parts) == 1:
        _store(entry)  # one statement is a transaction of its own
    else:
        with transaction.atomic():
            for part in parts:
                _store(part)
    return [part.id for part in parts]


def append_with_what_it_tells(entry: Entry) -> None:
    """Store an entry in the transaction that does what it tells of: both are there, or none.

    For a municipality that is made again, whose log is made in the same transaction. What
    somebody reads is told of before, by `append`.

    Raises:
        NotCommittedError: no transaction runs, so the entry could be there alone.
    """
    if not connection.in_atomic_block:
        raise NotCommittedError
    _store(entry)


def append_demo(entries: Iterable[Entry]) -> None:
    """Store the demo's events in bulk; the database never opens a door for one.

    Raises:
        ValueError: an entry is not marked as demo.
    """
    events: list[AccessEvent] = []
    subjects: list[AccessSubject] = []
    for entry in entries:
        if not entry.is_demo:
            raise ValueError("only the demo's events are stored in bulk")
        events.append(AccessEvent(**_columns(entry)))
        subjects += [
            AccessSubject(
                event_id=entry.id,
                recorded_at=entry.recorded_at,
                patient_id=subject.patient_id,
                record_id=subject.record_id,
                reach=subject.reach,
            )
            for subject in entry.subjects
        ]
    with transaction.atomic():
        AccessEvent.objects.bulk_create(events, batch_size=1000)
        AccessSubject.objects.bulk_create(subjects, batch_size=2000)


@contextmanager
def open_door(event_ids: Sequence[UUID]) -> Iterator[None]:
    """Begin the reading transaction of committed events, and end it with the block.

    The database accepts only permitted events of the last minute that this very
    connection wrote and that have not been used; see `audit.row_policy`.

    Raises:
        django.db.DatabaseError: the database refuses one of the events.
    """
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            for event_id in event_ids:
                cursor.execute(
                    "INSERT INTO audit_opening (event_id) VALUES (%s)", [event_id]
                )
        yield


def recent_draft_event(actor_id: UUID, subject: Subject, draft: Target) -> UUID | None:
    """Find the event under which this person's draft in a record is autosaved now.

    Good for 50 minutes, well within the hour the database accepts it, and for as long
    as the same documents are blocked to him.
    """
    hidden = None if subject.hidden is None else list(subject.hidden)
    with connection.cursor() as cursor:
        cursor.execute(_RECENT_DRAFT, [actor_id, subject.record_id, draft.id, hidden])
        row = cursor.fetchone()
    return row[0] if row else None


def recently_opened(actor_id: UUID, *, limit: int) -> list[RecentlyOpened]:
    """List the records a person has read in the last 14 days, newest first."""
    with connection.cursor() as cursor:
        cursor.execute(_RECENTLY_OPENED, [actor_id, limit])
        return [RecentlyOpened(*row) for row in cursor.fetchall()]


def count_lately(actor_id: UUID, verb: str, *, since: datetime) -> int:
    """Count how often a person has done something since a moment, refused or not."""
    mine = AccessEvent.objects.filter(actor_id=actor_id, verb=verb)
    return mine.filter(recorded_at__gte=since).count()


def _parts(entry: Entry) -> Iterator[Entry]:
    """Divide an entry so that no event has more subjects than fit in one body."""
    if len(entry.subjects) <= SUBJECTS_MAX:
        yield entry
        return
    starts = range(0, len(entry.subjects), SUBJECTS_MAX)
    for number, start in enumerate(starts, start=1):
        yield replace(
            entry,
            id=entry.id if start == 0 else uuid4(),
            subjects=entry.subjects[start : start + SUBJECTS_MAX],
            part=Part(number, len(starts)),
        )


def _store(entry: Entry) -> None:
    """Write the event and its subjects as one statement."""
    values = _columns(entry)
    with connection.cursor() as cursor:
        if not entry.subjects:
            cursor.execute(_EVENT, values)
        elif len(entry.subjects) == 1:
            cursor.execute(_WITH_SUBJECT, values | _one(entry.subjects[0]))
        else:
            many = _many(entry.subjects)
            statement = _WITH_RECORDS if many["records"] else _WITH_PEOPLE
            cursor.execute(statement, values | many)


def _columns(entry: Entry) -> dict[str, Any]:
    """Give the body, and the columns that are derived from it."""
    return {
        "id": entry.id,
        "recorded_at": entry.recorded_at,
        "verb": entry.verb.value,
        "outcome": entry.outcome.value,
        "actor_id": entry.actor.id,
        "unit_id": entry.place.unit_id,
        "unit_ids": entry.unit_ids,
        "basis": entry.grounds.basis,
        "purpose": entry.grounds.purpose,
        "decision_ref": entry.grounds.decision_ref,
        "is_demo": entry.is_demo,
        "body": entry.body(),
    }


def _one(subject: Subject) -> dict[str, Any]:
    return {
        "patient": subject.patient_id,
        "record": subject.record_id,
        "reach": subject.reach.value,
        "kinds": None if subject.kinds is None else list(subject.kinds),
        "until": subject.until,
        "hidden": None if subject.hidden is None else list(subject.hidden),
    }


def _many(subjects: tuple[Subject, ...]) -> dict[str, Any]:
    """Give the people of a list: all with one reach, and no bound of their own.

    Raises:
        MixedSubjectsError: they are opened to different depths.
    """
    first = subjects[0]
    shapes = {
        (s.reach, s.kinds, s.until, s.hidden, s.record_id is None) for s in subjects
    }
    if len(shapes) > 1 or first.until is not None or first.hidden is not None:
        raise MixedSubjectsError
    return {
        "people": [subject.patient_id for subject in subjects],
        "records": [s.record_id for s in subjects if s.record_id is not None],
        "reach": first.reach.value,
        "kinds": None if first.kinds is None else list(first.kinds),
    }
