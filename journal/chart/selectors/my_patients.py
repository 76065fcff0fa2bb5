"""My units' patients now, and those I opened lately."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.utils import timezone

from access.policy import Decision
from access.roles import RecordKind
from journal.record.models import (
    Episode,
    Patient,
)
from journal.record.rules.age import age_text
from journal.record.rules.names import fold


@dataclass(frozen=True, slots=True)
class PatientRow:
    """One patient in the list of a unit."""

    record_id: UUID
    record_kind: RecordKind
    name: str
    birth_date: date
    age: str
    place: str
    unit_name: str
    is_alike: bool
    sort: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """The patients of one unit, in the order asked for."""

    name: str
    rows: list[PatientRow]


@dataclass(frozen=True, slots=True)
class RecentRow:
    """A record the worker has read lately and may still open."""

    record_id: UUID
    name: str
    birth_date: date
    at: datetime


def patients_by_unit(
    decisions: Sequence[Decision], *, unit_ids: Iterable[UUID], by_room: bool
) -> list[UnitGroup]:
    """Group open people by the unit that has them now; by name or by room inside it.

    Args:
        decisions: those whose particulars are open in this transaction.
        unit_ids: the units the worker works at; places elsewhere are not shown.
        by_room: whether rooms decide the order.
    """
    records = {decision.record_id: decision for decision in decisions}
    episodes = (
        Episode.objects.filter(record_id__in=list(records), ends_at=None)
        .filter(unit__path__overlap=list(unit_ids))
        .select_related("patient", "unit")
        .order_by("starts_at")
    )
    placed = {episode.record_id: episode for episode in episodes}
    others = {
        decision.patient_id: decision
        for record_id, decision in records.items()
        if record_id not in placed
    }
    people = [(episode.patient, episode) for episode in placed.values()]
    alone = Patient.objects.filter(pk__in=list(others)) if others else ()
    alike = _alike([person for person, _episode in people] + list(alone))
    rows = [_row(person, records[e.record_id], e, alike) for person, e in people]
    rows += [_row(person, others[person.pk], None, alike) for person in alone]
    rows.sort(key=lambda row: row.sort if by_room else (row.sort[0], "", row.sort[2]))
    return [
        UnitGroup(name, list(group))
        for name, group in groupby(rows, key=lambda row: row.unit_name)
    ]


def recent_rows(
    decisions: Sequence[Decision], opened_at: dict[UUID, datetime]
) -> list[RecentRow]:
    """Name the records read lately, newest first; their people are open now."""
    people = Patient.objects.in_bulk([decision.patient_id for decision in decisions])
    rows = [
        RecentRow(
            record_id=decision.record_id,
            name=people[decision.patient_id].list_name,
            birth_date=people[decision.patient_id].birth_date,
            at=opened_at[decision.record_id],
        )
        for decision in decisions
        if decision.patient_id in people
    ]
    return sorted(rows, key=lambda row: row.at, reverse=True)


def _row(
    person: Patient, decision: Decision, episode: Episode | None, alike: set[UUID]
) -> PatientRow:
    place = episode.place_text if episode else ""
    unit_name = episode.unit.name if episode else ""
    return PatientRow(
        record_id=decision.record_id,
        record_kind=decision.kind,
        name=person.list_name,
        birth_date=person.birth_date,
        age=age_text(person.birth_date, person.deceased_on or timezone.localdate()),
        place=place,
        unit_name=unit_name,
        is_alike=person.pk in alike,
        sort=(unit_name or "~", _room_key(place), person.sort_key),
    )


def _alike(people: Sequence[Patient]) -> set[UUID]:
    """Find those in the list who share a name, or a birth date and a family name."""
    seen: dict[tuple[str, str], list[UUID]] = {}
    for person in people:
        family = fold(person.family_name)
        seen.setdefault(("name", person.name_key), []).append(person.pk)
        seen.setdefault((str(person.birth_date), family), []).append(person.pk)
    return {pk for group in seen.values() if len(set(group)) > 1 for pk in group}


def _room_key(place: str) -> str:
    """Order room 9 before room 10, and those without a room last."""
    digits = "".join(c for c in place if c.isdigit())
    return f"{int(digits):09d}{place}" if digits else f"~{place}"
