"""Reads of contacts: who is at my legevakt now, and the open contact of a record."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from access import policy
from access.actions import Action
from access.models import Basis, CareRelation, Unit
from access.policy import Decision
from access.worker import Worker
from journal.encounters.models import Encounter, Urgency
from journal.record.models import OpenRecord
from journal.record.rules.age import age_text

# The colours people know; the words stand beside them.
_COLORS = {
    Urgency.RED: "danger",
    Urgency.ORANGE: "warning",
    Urgency.YELLOW: "warning",
    Urgency.GREEN: "success",
}
_ORDER = {urgency.value: place for place, urgency in enumerate(Urgency)}


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who is at the legevakt now, or on its telephone."""

    record_id: UUID
    patient_name: str
    birth_date: date
    age: str
    arrival: str
    arrived_at: datetime
    urgency: str
    color: str
    unit_name: str


def units_of_arrival(worker: Worker) -> QuerySet[Unit]:
    """The legevakt units at which the worker registers who arrives."""
    return Unit.objects.filter(pk__in=[post.unit_id for post in worker.arrivals_at])


def records_here(worker: Worker) -> list[Decision]:
    """The records with an open contact at the worker's legevakt, as far as they are open to him."""
    not_over = Q(valid_until=None) | Q(valid_until__gt=timezone.now())
    here = CareRelation.objects.filter(
        not_over, basis=Basis.CONTACT, unit__in=units_of_arrival(worker).values("pk")
    )
    among = list(here.values_list("record_id", flat=True))
    if not among:
        return []
    return policy.records_open_to(worker, Action.READ_IDENTITY, among=among)


def people_here(worker: Worker, decisions: list[Decision]) -> list[Present]:
    """List who is here, the most urgent first and then who has waited longest."""
    contacts = Encounter.objects.filter(
        closed_at=None,
        record_id__in=[decision.record_id for decision in decisions],
        unit__in=units_of_arrival(worker),
    ).select_related("patient", "unit")
    ordered = sorted(
        contacts, key=lambda c: (_ORDER.get(c.urgency, len(_ORDER)), c.arrived_at)
    )
    return [_present(contact) for contact in ordered]


def open_contact(record: OpenRecord) -> Encounter | None:
    """The open contact of a record at one of the worker's units; None when there is none."""
    contacts = record.encounters.filter(closed_at=None).select_related("unit")
    return contacts.filter(unit__path__overlap=record.worker.unit_ids).first()


def has_signed_note(record: OpenRecord, contact: Encounter) -> bool:
    """Whether somebody at the legevakt has signed a note since the person came."""
    around = Q(path__contains=[contact.unit_id]) | Q(pk__in=contact.unit.path)
    units = Unit.objects.filter(around).values("pk")
    signed = record.notes.signed().filter(in_error=None, unit_id__in=units)
    return signed.filter(signed_at__gte=contact.arrived_at).exists()


def _present(contact: Encounter) -> Present:
    person = contact.patient
    return Present(
        record_id=contact.record_id,
        patient_name=person.list_name,
        birth_date=person.birth_date,
        age=age_text(person.birth_date, timezone.localdate()),
        arrival=str(contact.get_arrival_display()),
        arrived_at=contact.arrived_at,
        urgency=str(contact.get_urgency_display()) if contact.urgency else "",
        color=_COLORS[Urgency(contact.urgency)] if contact.urgency else "",
        unit_name=contact.unit.name,
    )
