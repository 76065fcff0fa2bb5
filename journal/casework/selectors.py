"""Reads of applications: those that wait at my units, and those of one record."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from access import policy
from access.actions import Action
from access.models import Basis, CareRelation, Unit
from access.policy import Decision
from access.worker import Worker
from journal.casework.models import Application
from journal.casework.rules.applications import preliminary_reply_due
from journal.record.models import OpenRecord
from journal.record.selectors.units import units_where


@dataclass(frozen=True, slots=True)
class WaitingApplication:
    """An open application in a list, and how long it has waited."""

    id: UUID
    record_id: UUID
    patient_name: str
    birth_date: date
    services: str
    unit_name: str
    received_on: date
    days: int
    reply_due: date
    replied_on: date | None
    is_late: bool


def units_for_applications(worker: Worker) -> QuerySet[Unit]:
    """The units at which the worker may register applications."""
    return units_where(worker, Action.REGISTER_APPLICATION)


def records_with_applications(worker: Worker) -> list[Decision]:
    """The records with an open application at the worker's units, as far as they are open to him."""
    units = units_for_applications(worker).values("pk")
    not_over = Q(valid_until=None) | Q(valid_until__gt=timezone.now())
    waiting = CareRelation.objects.filter(
        not_over, basis=Basis.APPLICATION, unit__in=units
    )
    among = list(waiting.values_list("record_id", flat=True).distinct())
    if not among:
        return []
    return policy.records_open_to(worker, Action.READ_IDENTITY, among=among)


def waiting_applications(
    worker: Worker, decisions: list[Decision]
) -> list[WaitingApplication]:
    """List the open applications of open records, that which has waited longest first."""
    applications = (
        Application.objects.filter(
            closed_at=None,
            record_id__in=[decision.record_id for decision in decisions],
            unit__in=units_for_applications(worker),
        )
        .select_related("patient", "unit")
        .order_by("received_on", "registered_at")
    )
    today = timezone.localdate()
    return [_waiting(application, today) for application in applications]


def applications_of(record: OpenRecord) -> list[Application]:
    """All applications in an open record, the newest first; a former unit's own time only."""
    found = record.applications.select_related("unit")
    return list(found.order_by("-received_on", "-registered_at"))


def _waiting(application: Application, today: date) -> WaitingApplication:
    due = preliminary_reply_due(application.received_on)
    return WaitingApplication(
        id=application.pk,
        record_id=application.record_id,
        patient_name=application.patient.list_name,
        birth_date=application.patient.birth_date,
        services=application.services_text,
        unit_name=application.unit.name,
        received_on=application.received_on,
        days=(today - application.received_on).days,
        reply_due=due,
        replied_on=application.replied_on,
        is_late=application.replied_on is None and today > due,
    )
