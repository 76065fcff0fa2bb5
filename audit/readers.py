"""Who opened whose record, as the access log has it: people, moments and grounds, no names.

An opening is a permitted event that reached the record itself. Who was refused, who saw
somebody in a list, and who only wrote on in a draft of his own, has opened nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from audit.verbs import Outcome, Reach, Verb

# What a list or a search shows, however far it reaches, is counted apart.
_LISTS = [verb.value for verb in (Verb.LISTED, Verb.SEARCHED, Verb.LOOKED_UP)]
_IS_AN_OPENING = """event.recorded_at >= %(since)s AND event.recorded_at < %(until)s
  AND event.outcome = %(done)s AND event.actor_id IS NOT NULL
  AND event.verb <> ALL (%(lists)s) AND subject.reach >= %(record)s
  AND subject.kinds IS DISTINCT FROM ARRAY['draft']::varchar[]"""
_OF_PATIENTS = """subject.patient_id = ANY (%(patients)s::uuid[])
  AND subject.recorded_at >= %(since)s AND subject.recorded_at < %(until)s"""
_FROM_UNITS = "event.unit_id = ANY (%(units)s::uuid[])"
# One event may name two records of the same patient: he was opened once.
_OPENINGS = f"""
WITH opening AS (
  SELECT DISTINCT subject.patient_id, event.id, event.actor_id, event.unit_id,
    event.basis, event.recorded_at
  FROM audit_accessevent event JOIN audit_accesssubject subject
    ON subject.event_id = event.id
  WHERE {{only}} AND {_IS_AN_OPENING}
)
SELECT patient_id, actor_id, unit_id, basis, count(*),
  extract(epoch FROM max(recorded_at))::float8,
  array_agg(extract(epoch FROM recorded_at)::float8)
    FILTER (WHERE basis <> ALL (%(settled)s::varchar[]))
FROM opening GROUP BY patient_id, actor_id, unit_id, basis
"""  # noqa: S608 - constants only
_SAW_PARTICULARS = """
SELECT count(DISTINCT event.actor_id) FROM audit_accesssubject subject
JOIN audit_accessevent event ON event.id = subject.event_id
WHERE subject.patient_id = %(patient)s AND subject.reach >= %(identity)s
  AND subject.recorded_at >= %(since)s AND subject.recorded_at < %(until)s
  AND event.outcome = %(done)s AND event.actor_id <> ALL (%(besides)s::uuid[])
"""
_ON_GROUNDS = f"""
SELECT DISTINCT subject.patient_id, event.actor_id
FROM audit_accesssubject subject JOIN audit_accessevent event
  ON event.id = subject.event_id
WHERE {_OF_PATIENTS} AND {_IS_AN_OPENING}
  AND event.actor_id = ANY (%(workers)s::uuid[])
  AND event.basis = ANY (%(bases)s::varchar[])
"""  # noqa: S608 - constants only


@dataclass(frozen=True, slots=True)
class Openings:
    """How one person opened one patient's records, from one unit and on one ground.

    Args:
        patient_id: whose records.
        worker_id: who opened.
        unit_id: the unit he worked at.
        basis: the ground, a code.
        count: how many times.
        last_at: the last time.
        moments: each time, in seconds since 1970 (a page compares 100,000 of them); empty
            when the ground itself settles what is asked.
    """

    patient_id: UUID
    worker_id: UUID
    unit_id: UUID | None
    basis: str
    count: int
    last_at: datetime
    moments: tuple[float, ...]


def openings_of(
    patient_ids: Iterable[UUID],
    *,
    since: datetime,
    until: datetime,
    settled: Iterable[str],
) -> list[Openings]:
    """Read how the records of some patients were opened in a period, by anybody.

    Args:
        patient_ids: the patients.
        since: the first moment.
        until: the moment the period is over.
        settled: the grounds of which no single moment is asked for.
    """
    values = {"patients": list(patient_ids)} | _values(since, until)
    return _openings(_OF_PATIENTS, values | {"settled": list(settled)})


def openings_from(
    unit_ids: Iterable[UUID] | None,
    *,
    since: datetime,
    until: datetime,
    settled: Iterable[str],
) -> list[Openings]:
    """Read how records were opened in a period from some units, or from all (None)."""
    values = _values(since, until) | {"settled": list(settled)}
    if unit_ids is None:
        return _openings("TRUE", values)
    return _openings(_FROM_UNITS, values | {"units": list(unit_ids)})


def opened_on(
    bases: Iterable[str],
    *,
    patient_ids: Iterable[UUID],
    worker_ids: Iterable[UUID],
    since: datetime,
    until: datetime,
) -> set[tuple[UUID, UUID]]:
    """Tell which workers opened which patients' records on some grounds, from any unit."""
    values = _values(since, until)
    values |= {"patients": list(patient_ids), "workers": list(worker_ids)}
    values["bases"] = list(bases)
    with connection.cursor() as cursor:
        cursor.execute(_ON_GROUNDS, values)
        return {(patient, worker) for patient, worker in cursor.fetchall()}


def count_who_saw_particulars(
    patient_id: UUID, *, since: datetime, until: datetime, besides: Iterable[UUID]
) -> int:
    """Count those who saw who a patient is, in a list, a search or by name, and no more.

    Args:
        patient_id: the patient.
        since: the first moment.
        until: the moment the period is over.
        besides: those who opened the record, who are counted elsewhere.
    """
    values = _values(since, until)
    values |= {"patient": patient_id, "besides": list(besides)}
    with connection.cursor() as cursor:
        cursor.execute(_SAW_PARTICULARS, values)
        return int(cursor.fetchone()[0])


def _values(since: datetime, until: datetime) -> dict[str, Any]:
    return {
        "since": since,
        "until": until,
        "done": Outcome.DONE.value,
        "identity": Reach.IDENTITY.value,
        "record": Reach.RECORD.value,
        "lists": _LISTS,
    }


def _openings(only: str, values: dict[str, Any]) -> list[Openings]:
    with connection.cursor() as cursor:
        cursor.execute(_OPENINGS.format(only=only), values)
        return [
            Openings(
                *(patient, worker, unit, basis, count),
                last_at=datetime.fromtimestamp(last_s, UTC),
                moments=tuple(moments or ()),
            )
            for patient, worker, unit, basis, count, last_s, moments in cursor
        ]
