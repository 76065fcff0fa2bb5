"""Contacts at a legevakt: registered when somebody comes, closed when it is documented."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from access.actions import Action
from access.codes import ServiceType
from access.models import Basis, Unit
from journal.documentation.selectors.drafts import drafts_in
from journal.encounters.models import Arrival, Encounter, NoNote, Urgency
from journal.encounters.selectors import has_signed_note
from journal.record.errors import RuleError
from journal.record.models import OpenRecord
from journal.record.services import relations
from journal.record.services.relations import Business
from journal.record.services.stays import ensure_record, locked_patient


@dataclass(frozen=True, slots=True)
class Contact:
    """What is told of somebody who comes or calls."""

    unit: Unit
    arrival: Arrival
    arrived_at: datetime
    urgency: Urgency | None


class AlreadyHereError(RuleError):
    """The person has an open contact at this legevakt."""


def register_contact(record: OpenRecord, *, contact: Contact, id: UUID) -> Encounter:
    """Register that somebody is here; the legevakt has the person until it is closed.

    Args:
        record: His health record, opened to register; it may begin with this.
        contact: How and when he came.
        id: The contact's own id; a second call with it changes nothing.

    Raises:
        ActionRefusedError: the record was opened for something else.
        AlreadyHereError: he has an open contact here.
        RuleError: he is dead, or the moment cannot be.
    """
    record.require(Action.REGISTER_CONTACT)
    patient = locked_patient(record)
    existing = Encounter.objects.filter(pk=id, record_id=record.pk).first()
    if existing is not None:
        return existing
    if patient.deceased_on is not None:
        raise RuleError(_("Personen er registrert som død."))
    if contact.arrived_at > timezone.now():
        raise RuleError(_("Tidspunktet kan ikke være fram i tid."), field="arrived_at")
    if timezone.localdate(contact.arrived_at) < patient.birth_date:
        raise RuleError(_("Tidspunktet er før personen ble født."), field="arrived_at")
    ensure_record(record)
    here = Encounter.objects.filter(record_id=record.pk, unit=contact.unit)
    if here.filter(closed_at=None).exists():
        raise AlreadyHereError(_("Personen har allerede en åpen kontakt her."))
    return _begin(record, contact, id)


def close_contact(
    record: OpenRecord, contact: Encounter, *, no_note: NoNote | None
) -> Encounter:
    """Close a contact that is documented; the legevakt then has what a former unit has.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: it is closed already, one's own draft is unsigned, or there is no note
            and no reason why.
    """
    record.require(Action.CLOSE_CONTACT)
    contact = record.encounters.select_for_update().get(pk=contact.pk)
    if contact.closed_at is not None:
        raise RuleError(_("Kontakten er allerede avsluttet."))
    if drafts_in(record):
        raise RuleError(_("Du har en kladd i journalen. Signer eller slett den først."))
    is_documented = has_signed_note(record, contact)
    if not is_documented and no_note is None:
        message = _(
            "Ingen ved legevakten har signert et notat. "
            "Signer et, eller si hvorfor det ikke er noe."
        )
        raise RuleError(message, field="no_note")
    contact.no_note = "" if is_documented or no_note is None else no_note.value
    contact.closed_at = timezone.now()
    contact.save(update_fields=["no_note", "closed_at"])
    _end(record, contact)
    return contact


def _begin(record: OpenRecord, contact: Contact, id: UUID) -> Encounter:
    encounter = Encounter.objects.create(
        pk=id,
        patient_id=record.patient_id,
        record_id=record.pk,
        unit=contact.unit,
        arrival=contact.arrival,
        arrived_at=contact.arrived_at,
        urgency=contact.urgency or "",
    )
    business = Business(
        basis=Basis.CONTACT,
        source_id=encounter.pk,
        unit_id=contact.unit.pk,
        service_type=ServiceType.EMERGENCY,
        id=relations.id_of(encounter.pk),
    )
    relations.begin(record, business)
    return encounter


def _end(record: OpenRecord, contact: Encounter) -> None:
    relations.end(record, basis=Basis.CONTACT, source_id=contact.pk)
    former = relations.former_unit(
        source_id=contact.pk,
        unit_id=contact.unit_id,
        service_type=ServiceType.EMERGENCY,
        ended_at=timezone.now(),
    )
    if former is not None:
        relations.begin(record, former)
