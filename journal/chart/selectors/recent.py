"""The records I have read lately."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from access.policy import Decision
from journal.chart.selectors.my_patients import kind_label
from journal.record.models import Patient


@dataclass(frozen=True, slots=True)
class RecentRow:
    """A record the worker has read lately and may still open."""

    record_id: UUID
    name: str
    birth_date: date
    deceased_on: date | None
    record_kind_label: str
    at: datetime


def recent_rows(
    decisions: Sequence[Decision], opened_at: Mapping[UUID, datetime]
) -> list[RecentRow]:
    """Name the records read lately, newest first; their people are open now."""
    people = Patient.objects.in_bulk([decision.patient_id for decision in decisions])
    rows = [
        _row(people[decision.patient_id], decision, opened_at[decision.record_id])
        for decision in decisions
        if decision.patient_id in people
    ]
    return sorted(rows, key=lambda row: row.at, reverse=True)


def _row(person: Patient, decision: Decision, at: datetime) -> RecentRow:
    return RecentRow(
        record_id=decision.record_id,
        name=person.list_name,
        birth_date=person.birth_date,
        deceased_on=person.deceased_on,
        record_kind_label=kind_label(decision.kind),
        at=at,
    )
