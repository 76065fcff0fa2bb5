"""Applications: received, answered for the time being, and closed with an outcome."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from access.actions import Action
from access.models import Basis, Unit
from journal.casework.models import Applicant, Application, Outcome
from journal.documentation.selectors.drafts import has_drafts_in
from journal.record.errors import RuleError
from journal.record.models import OpenRecord
from journal.record.services import relations
from journal.record.services.relations import Business
from journal.record.services.stays import ensure_record, locked_patient


@dataclass(frozen=True, slots=True)
class Request:
    """What is told of an application when it is registered."""

    unit: Unit
    services: list[str]
    applicant: Applicant
    received_on: date


def register_application(
    record: OpenRecord, *, request: Request, id: UUID
) -> Application:
    """Register an application; those who handle cases at the unit have the person until it is closed.

    Args:
        record: The record it belongs in, opened to register; it may begin with it.
        request: The application.
        id: Its own id; a second call with it changes nothing.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: the person is dead, or was not born when it was received.
    """
    record.require(Action.REGISTER_APPLICATION, Action.REGISTER)
    patient = locked_patient(record)
    existing = record.applications.filter(pk=id).first()
    if existing is not None:
        return existing
    if patient.deceased_on is not None:
        raise RuleError(_("Personen er registrert som død."))
    if request.received_on < patient.birth_date:
        raise RuleError(_("Datoen er før personen ble født."), field="received_on")
    ensure_record(record)
    application = Application.objects.create(
        pk=id,
        patient_id=record.patient_id,
        record_id=record.pk,
        unit=request.unit,
        services=request.services,
        applicant=request.applicant,
        received_on=request.received_on,
    )
    relations.begin(
        record,
        Business(
            basis=Basis.APPLICATION,
            source_id=application.pk,
            unit_id=request.unit.pk,
            service_type=request.services[0],
        ),
    )
    return application


def note_preliminary_reply(record: OpenRecord, application: Application) -> Application:
    """Note that a preliminary reply (foreløpig svar) has been sent today.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: the application is closed.
    """
    record.require(Action.HANDLE_APPLICATION)
    application = _still_open(record, application)
    if application.replied_on is None:
        application.replied_on = timezone.localdate()
        application.save(update_fields=["replied_on"])
    return application


def close_application(
    record: OpenRecord, application: Application, *, outcome: Outcome
) -> Application:
    """Close an application; the unit's access by it is over in the next request.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: it is closed already, or one's own draft would be left unsigned.
    """
    record.require(Action.HANDLE_APPLICATION)
    application = _still_open(record, application)
    if has_drafts_in(record.worker, record.pk):
        raise RuleError(
            _("Du har usignerte notater i journalen. Signer eller slett dem først.")
        )
    application.outcome, application.closed_at = outcome, timezone.now()
    application.save(update_fields=["outcome", "closed_at"])
    relations.end(record, basis=Basis.APPLICATION, source_id=application.pk)
    return application


def _still_open(record: OpenRecord, application: Application) -> Application:
    current = record.applications.select_for_update().get(pk=application.pk)
    if current.closed_at is not None:
        message = _("Søknaden er allerede avsluttet: %(outcome)s.")
        raise RuleError(message % {"outcome": current.get_outcome_display().lower()})
    return current
