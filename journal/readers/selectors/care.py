"""Who gave care (ga hjelp), by stored facts alone; see docs/adr/0014.

Of whoever opened a patient's record, somebody took part in the care when in the same period

- he opened it on a ground that is stronger than working at the unit that has the patient,
  and that he did not take himself;
- he signed a note there that still stands, or changed critical information;
- he was named in the care team, or had a visit or a task;
- he was on duty where the patient was, within an hour of opening.

That none of it is found is no proof of the contrary: it is where to begin asking.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import inf
from uuid import UUID

from django.db import connection
from django.db.models import Q

from access.bases import GROUNDS
from access.models import Basis, CareRelation, Shift

# Somebody reads up before a shift, and finishes after it.
BESIDE_A_SHIFT = timedelta(hours=1)
_WEAKEST_FIRST = list(Basis)
_STRONGER = _WEAKEST_FIRST[_WEAKEST_FIRST.index(Basis.EPISODE) + 1 :]
# What he said himself is reviewed by itself, and is no fact about the care.
SAID_HIMSELF = frozenset(b.value for b in Basis if GROUNDS[b].user_selected)
TAKES_PART = frozenset(b.value for b in _STRONGER) - SAID_HIMSELF
_NAMED = (Basis.TEAM, Basis.VISIT, Basis.TASK)
_WROTE = (
    "SELECT patient_id, worker_id FROM journal_wrote_in(%s::uuid[], %s::uuid[], %s, %s)"
)

_DAY_S = 24 * 60 * 60

Pair = tuple[UUID, UUID]  # a patient, and who opened his record
# By worker and day since 1970: from when, until when and where he is on duty.
Shifts = Mapping[tuple[UUID, float], list[tuple[float, float, UUID]]]


@dataclass(frozen=True, slots=True)
class Span:
    """A time, from its first moment until the one when it is over."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class _Stay:
    """A unit has a patient, in seconds since 1970; `path` is the unit and those above it."""

    since: float
    until: float
    path: frozenset[UUID]


def gave_care(openings: Mapping[Pair, Iterable[float]], span: Span) -> set[Pair]:
    """Find which of some pairs gave care, beside what their grounds have told.

    Args:
        openings: the pairs in doubt, each with the moments the record was opened, in
            seconds since 1970.
        span: the period.
    """
    if not openings:
        return set()
    patients = {patient for patient, _worker in openings}
    workers = {worker for _patient, worker in openings}
    found = _wrote(patients, workers, span)
    found |= _were_named(patients, workers, span)
    in_doubt = {pair: at for pair, at in openings.items() if pair not in found}
    return (found & openings.keys()) | _were_on_duty(in_doubt, span)


def _wrote(patients: set[UUID], workers: set[UUID], span: Span) -> set[Pair]:
    """Who signed a note, or changed critical information."""
    with connection.cursor() as cursor:
        cursor.execute(_WROTE, [list(patients), list(workers), span.since, span.until])
        return {(patient, worker) for patient, worker in cursor.fetchall()}


def _were_named(patients: set[UUID], workers: set[UUID], span: Span) -> set[Pair]:
    """Who was in the care team, or had a visit or a task, on some day of the period."""
    named = CareRelation.objects.filter(
        _overlaps(span), patient_id__in=patients, worker_id__in=workers
    ).filter(basis__in=_NAMED)
    return {
        (patient, worker)
        for patient, worker in named.values_list("patient_id", "worker_id")
        if worker is not None
    }


def _were_on_duty(openings: Mapping[Pair, Iterable[float]], span: Span) -> set[Pair]:
    """Who opened it on duty where the patient was, as the ground `roster` asks for."""
    if not openings:
        return set()
    shifts = _shifts({worker for _patient, worker in openings}, span)
    stays = _stays({patient for patient, _worker in openings}, span)
    return {
        (patient, worker)
        for (patient, worker), moments in openings.items()
        if any(
            unit in stay.path
            for moment in moments
            for unit in _on_duty_at(shifts, worker, moment)
            for stay in stays.get(patient, ())
            if stay.since <= moment < stay.until
        )
    }


def _on_duty_at(shifts: Shifts, worker: UUID, moment: float) -> list[UUID]:
    that_day = shifts.get((worker, moment // _DAY_S), ())
    return [unit for begins, ends, unit in that_day if begins <= moment <= ends]


def _shifts(workers: set[UUID], span: Span) -> Shifts:
    """The workers' shifts with the hour on each side, by the days they touch."""
    shifts: defaultdict[tuple[UUID, float], list[tuple[float, float, UUID]]]
    shifts = defaultdict(list)
    found = Shift.objects.filter(
        user_id__in=workers,
        valid_from__lt=span.until + BESIDE_A_SHIFT,
        valid_until__gt=span.since - BESIDE_A_SHIFT,
    ).values_list("user_id", "unit_id", "valid_from", "valid_until")
    for worker, unit, first, last in found:
        begins = (first - BESIDE_A_SHIFT).timestamp()
        ends = (last + BESIDE_A_SHIFT).timestamp()
        for day in range(int(begins // _DAY_S), int(ends // _DAY_S) + 1):
            shifts[worker, day].append((begins, ends, unit))
    return shifts


def _stays(patients: set[UUID], span: Span) -> Mapping[UUID, list[_Stay]]:
    stays: defaultdict[UUID, list[_Stay]] = defaultdict(list)
    relations = CareRelation.objects.filter(
        _overlaps(span), patient_id__in=patients, basis=Basis.EPISODE
    )
    for patient, since, until, path in relations.values_list(
        "patient_id", "valid_from", "valid_until", "unit__path"
    ):
        left = until.timestamp() if until else inf
        stays[patient].append(_Stay(since.timestamp(), left, frozenset(path)))
    return stays


def _overlaps(span: Span) -> Q:
    not_over = Q(valid_until=None) | Q(valid_until__gt=span.since)
    return not_over & Q(valid_from__lt=span.until)
