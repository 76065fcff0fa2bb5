"""My own events as lines to read, with names where the people are still open to me."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from access.models import Basis
from access.policy import Decision
from audit.own_events import OwnEvent
from audit.references import reference_of
from audit.verbs import Outcome, Verb
from journal.record.models import Patient

# What opens one person's record, and may have been the wrong one's.
_OPENS = frozenset({Verb.READ, Verb.READ_IDENTITY, Verb.READ_ADDRESS, Verb.PRINTED})
# A list of more people is told by its number only.
NAMES_MAX = 5


@dataclass(frozen=True, slots=True)
class LookupRow:
    """One event of mine; `closed_count` people are no longer open to me."""

    at: datetime
    what: str
    outcome: str
    basis: str
    unit_name: str
    people_count: int
    people: tuple[tuple[str, UUID], ...]
    closed_count: int
    reference: str
    event_id: UUID
    may_report: bool


def lookup_rows(
    events: Iterable[OwnEvent], decisions: Sequence[Decision]
) -> list[LookupRow]:
    """Write events as lines; the people of `decisions` are open in this transaction."""
    records = {decision.patient_id: decision.record_id for decision in decisions}
    people = Patient.objects.in_bulk(list(records)) if records else {}
    names = {
        person: (patient.full_name, records[person])
        for person, patient in people.items()
    }
    return [_row(event, names) for event in events]


def _row(event: OwnEvent, names: dict[UUID, tuple[str, UUID]]) -> LookupRow:
    is_few = len(event.people) <= NAMES_MAX
    named = tuple(names[p] for p in event.people if p in names) if is_few else ()
    is_known = event.basis in Basis.values
    return LookupRow(
        at=event.at,
        what=str(event.verb.label),
        outcome="" if event.outcome is Outcome.DONE else str(event.outcome.label),
        basis=str(Basis(event.basis).label) if is_known else "",
        unit_name=event.unit_name,
        people_count=len(event.people),
        people=named,
        closed_count=len(event.people) - len(named) if is_few else 0,
        reference=reference_of(event.id),
        event_id=event.id,
        may_report=event.outcome is Outcome.DONE and event.verb in _OPENS,
    )
