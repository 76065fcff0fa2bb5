"""What begins care relations in the ground of the journeys: an application that waits."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from access.actions import Action
from access.roles import Role
from journal.casework.models import Applicant
from journal.casework.services import Request, register_application
from journal.encounters.models import Arrival, Urgency
from journal.encounters.services import Contact, register_contact, relation_of
from journal.record.gate import open_arrival, open_record
from tests import world as worlds


def begin_relations(ground):
    """Let the patient have an open application, and be at the legevakt."""
    _apply(ground)
    _arrive(ground)


def _arrive(ground):
    unit = worlds.legevakt(ground.world)
    trude = worlds.person("trude.legevakt", (Role.NURSE, unit))
    ground.people["legevakt"] = trude.pk
    contact = Contact(
        unit, Arrival.AMBULANCE, timezone.now() - timedelta(minutes=5), Urgency.ORANGE
    )
    contact_id = uuid4()
    with open_arrival(
        patient_id=ground.ids["patient_id"],
        record_id=ground.ids["record_id"],
        unit_id=unit.pk,
        relation_id=relation_of(contact_id),
        by=worlds.worker(trude),
    ) as record:
        register_contact(record, contact=contact, id=contact_id)


def _apply(ground):
    request = Request(
        unit=ground.world.north,
        services=["15", "6"],
        applicant=Applicant.RELATIVE,
        received_on=timezone.localdate() - timedelta(days=40),
    )
    clerk, to = ground.world.clerk, Action.REGISTER_APPLICATION
    with open_record(ground.ids["record_id"], by=clerk, to=to) as record:
        ground.ids["application_id"] = register_application(
            record, request=request, id=uuid4()
        ).pk
