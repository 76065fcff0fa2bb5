"""What begins care relations in the ground of the journeys: an application that waits."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from access.actions import Action
from access.roles import Role
from journal.casework.models import Applicant
from journal.casework.services import Request, register_application
from journal.encounters.models import Arrival, Urgency
from journal.encounters.services import Contact, register_contact
from journal.enrolments.services import Wanted, enrol
from journal.record.gate import open_arrival, open_record
from journal.record.models import Programme
from journal.record.services.relations import id_of
from tests import world as worlds


def begin_relations(ground):
    """Let the patient have an open application, be at the legevakt, and have a GP."""
    _apply(ground)
    _arrive(ground)
    _enrol(ground)


def _enrol(ground):
    """Let the patient be on one of a practice's two lists, and a health station have somebody."""
    office, dahl, _lie = worlds.practice(ground.world, "Berit Dahl", "Anders Lie")
    vigdis = worlds.person("vigdis.sekretær", (Role.CLERK, office))
    hanne = worlds.person(
        "hanne.helse", (Role.HEALTH_VISITOR, worlds.health_station(ground.world))
    )
    ground.people |= {"practice": vigdis.pk, "station": hanne.pk}
    ground.ids["enrolment_id"] = uuid4()
    wanted = Wanted(dahl, Programme.GP_LIST, timezone.localdate() - timedelta(days=5))
    with open_arrival(
        patient_id=ground.ids["patient_id"],
        record_id=ground.ids["record_id"],
        unit=dahl,
        relation_id=id_of(ground.ids["enrolment_id"]),
        by=worlds.worker(vigdis),
    ) as record:
        enrol(record, wanted=wanted, id=ground.ids["enrolment_id"])


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
        unit=unit,
        relation_id=id_of(contact_id),
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
