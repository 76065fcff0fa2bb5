"""What begins care relations in the ground of the journeys: an application that waits."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from access.actions import Action
from journal.casework.models import Applicant
from journal.casework.services import Request, register_application
from journal.record.gate import open_record


def begin_relations(ground):
    """Let the patient have an open application."""
    _apply(ground)


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
