"""The patients of one unit, and for each who opened his records: opened by N, of whom M gave care."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from access import policy
from access.actions import Action
from access.models import CareRelation, Unit
from access.policy import Decision
from access.worker import Worker
from journal.readers.rules.period import Period
from journal.readers.selectors.readers import Reader, readers_of
from journal.readers.selectors.units import Opener, openers
from journal.record.models import Patient


@dataclass(frozen=True, slots=True)
class Counted:
    """One patient, not yet by name: who opened his records, and on what he is shown."""

    patient_id: UUID
    decisions: tuple[Decision, ...]
    readers: tuple[Reader, ...]

    @property
    def people(self) -> int:
        """How many opened his records."""
        return len(self.readers)

    @property
    def gave_care(self) -> int:
        """How many of these gave care."""
        return sum(reader.gave_care for reader in self.readers)

    @property
    def without_care(self) -> int:
        """Of how many no care is found."""
        return self.people - self.gave_care


@dataclass(frozen=True, slots=True)
class PatientRow:
    """One patient by name, and of whom no care is found.

    Args:
        name: the patient's.
        birth_date: the patient's; tells apart those with one name.
        people: how many opened his records.
        gave_care: how many of these gave care.
        is_mine: whether the leader is himself one of whom no care is found.
        staff: the leader's own of whom none is found.
        others: how many more, from other units.
    """

    name: str
    birth_date: date
    people: int
    gave_care: int
    is_mine: bool
    staff: list[Opener]
    others: int

    @property
    def without_care(self) -> int:
        """Of how many no care is found."""
        return self.people - self.gave_care


def patients_counted(unit: Unit, *, by: Worker, period: Period) -> list[Counted]:
    """Count the readers of each patient a unit has now, those to ask about first.

    Nobody is named before the door is open: the order goes by the figures alone.
    """
    decisions: defaultdict[UUID, list[Decision]] = defaultdict(list)
    for decision in _patients_of(unit, by):
        decisions[decision.patient_id].append(decision)
    readers: defaultdict[UUID, list[Reader]] = defaultdict(list)
    for reader in readers_of(decisions, period) if decisions else ():
        readers[reader.patient_id].append(reader)
    counted = [
        Counted(patient, tuple(some), tuple(readers[patient]))
        for patient, some in decisions.items()
    ]
    return sorted(
        counted, key=lambda one: (-one.without_care, -one.people, one.patient_id)
    )


def patient_rows(
    counted: Sequence[Counted], *, unit_ids: Iterable[UUID], but: UUID
) -> list[PatientRow]:
    """Name the patients of a page, and the staff of whom no care is found.

    Args:
        counted: the patients, whose names are open in this transaction.
        unit_ids: the leader's units: who opened from another is counted, not named.
        but: the leader himself, whose own openings others look at.
    """
    mine = set(unit_ids)
    people = Patient.objects.in_bulk([one.patient_id for one in counted])
    return [
        _row(one, people[one.patient_id], mine, but)
        for one in counted
        if one.patient_id in people
    ]


def _row(one: Counted, patient: Patient, mine: set[UUID], but: UUID) -> PatientRow:
    without = [r for r in one.readers if not r.gave_care]
    unseen = [r for r in without if r.worker_id != but]
    own = [r for r in unseen if any(g.unit_id in mine for g in r.grounds)]
    return PatientRow(
        name=patient.full_name,
        birth_date=patient.birth_date,
        people=one.people,
        gave_care=one.gave_care,
        is_mine=len(unseen) < len(without),
        staff=openers(own),
        others=len(unseen) - len(own),
    )


def _patients_of(unit: Unit, by: Worker) -> list[Decision]:
    """The records of those a unit has now, as far as the policy lets the person count."""
    not_over = Q(valid_until=None) | Q(valid_until__gt=timezone.now())
    here = CareRelation.objects.filter(not_over, unit=unit)
    among = list(here.values_list("record_id", flat=True).distinct())
    if not among:
        return []
    return policy.records_open_to(by, Action.COUNT_READERS, among=among)
