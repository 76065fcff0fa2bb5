"""One person somebody has no relation to: whether he is here, and no more of him than that."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from access import policy
from access.actions import Action
from access.models import Basis, KnownRecord
from access.person_number import PersonNumber
from access.policy import Decision
from access.roles import RecordKind
from access.supposing import may_let_himself_in, suppose, way_in
from access.worker import Worker
from audit.entry import Query
from audit.hashing import number_hash
from journal.record.models import Patient
from journal.record.selectors.known import (
    people_called,
    people_with_number,
    records_of,
)
from journal.record.selectors.question import QuestionKind


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, as the log keeps it, and who it fits, as ids."""

    query: Query
    people: list[UUID]


@dataclass(frozen=True, slots=True)
class WaysIn:
    """How a person may be let into one record, or let himself in.

    Args:
        record_id: the record.
        kind_label: what sort of record it is; "" for the ordinary journal.
        is_open: he may open it as it is.
        may_state_need: he may say what he needs it for.
        may_take_emergency: he may take it in an emergency.
    """

    record_id: UUID
    kind_label: str
    is_open: bool
    may_state_need: bool
    may_take_emergency: bool


@dataclass(frozen=True, slots=True)
class Person:
    """The one who was found: what tells him from others, and nothing else."""

    name: str
    birth_date: date
    is_deceased: bool


def ask_by_number(number: PersonNumber) -> Asked:
    """Ask who has a number; the number itself is kept nowhere."""
    people = people_with_number(number.value)
    query = Query(
        kind=QuestionKind.IDENTIFIER.value,
        keyed_hash=number_hash(number.value),
        hits=len(people),
    )
    return Asked(query, people)


def ask_by_name(name: str, birth_date: date) -> Asked:
    """Ask who is called so and was born that day."""
    people = people_called(name=name, birth_date=birth_date)
    query = Query(
        kind=QuestionKind.NAME_AND_BIRTH_DATE.value,
        text=f"{name} {birth_date.isoformat()}",
        hits=len(people),
    )
    return Asked(query, people)


def found_decision(worker: Worker, patient_id: UUID) -> Decision | None:
    """Decide whether a worker may be shown who the one is that he asked for.

    It is asked as of an emergency, the way in that is open to most.
    """
    way = way_in(Basis.EMERGENCY)
    refused: Decision | None = None
    for known in records_of([patient_id]):
        decision = suppose(worker, known.record_id, Action.FIND_ANYBODY, way)
        if decision is not None and decision.is_allowed:
            # The way is not taken by looking: no relation stands behind this.
            return replace(decision, basis=None, decision_ref=None)
        refused = decision or refused
    return refused


def person_found(patient_id: UUID) -> Person:
    """Read the name of the one who was found; his particulars are open now."""
    patient = Patient.objects.get(pk=patient_id)
    return Person(
        patient.full_name, patient.birth_date, patient.deceased_on is not None
    )


def ways_into(worker: Worker, patient_id: UUID) -> list[WaysIn]:
    """Say of each of a person's records how the worker comes in; those without a way left out."""
    ways = [_ways(worker, known) for known in records_of([patient_id])]
    return [
        way
        for way in ways
        if way.is_open or way.may_state_need or way.may_take_emergency
    ]


def _ways(worker: Worker, known: KnownRecord) -> WaysIn:
    record_id = known.record_id
    is_open = bool(
        policy.records_open_to(worker, Action.READ_IDENTITY, among=[record_id])
    )
    may = {} if is_open else _may(worker, record_id)
    kind = RecordKind(known.kind)
    return WaysIn(
        record_id=record_id,
        kind_label="" if kind is RecordKind.JOURNAL else str(kind.label),
        is_open=is_open,
        may_state_need=may.get(Action.STATE_NEED, False),
        may_take_emergency=may.get(Action.BEGIN_EMERGENCY, False),
    )


def _may(worker: Worker, record_id: UUID) -> dict[Action, bool]:
    asked: Sequence[tuple[Action, Basis]] = (
        (Action.STATE_NEED, Basis.NEED),
        (Action.BEGIN_EMERGENCY, Basis.EMERGENCY),
    )
    answers = {
        action: may_let_himself_in(worker, record_id, action, way_in(basis))
        for action, basis in asked
    }
    return {
        action: answer is not None and answer.is_allowed
        for action, answer in answers.items()
    }
