"""Reads what is stored of lists, as whoever has the patient sees it."""

from datetime import timedelta

from django.utils import timezone

from access import policy
from access.actions import Action
from journal.record.gate import open_record

OLA = {
    "given_name": "Ola",
    "family_name": "Fjellheim",
    "birth_date": "14.02.1942",
    "is_same": "same",
}


def day(days=0):
    return timezone.localdate() + timedelta(days=days)


def typed(when):
    return f"{when:%d.%m.%Y}"


def basis(worker, record_id, *, at=None):
    among = [record_id]
    found = policy.records_open_to(worker, Action.READ_IDENTITY, among=among, at=at)
    return found[0].basis if found else None


def rows(world):
    """The enrolments as they are stored, oldest first; the nurse who has Ola reads them."""
    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_IDENTITY
    ) as record:
        found = record.enrolments.select_related("unit").order_by(
            "starts_on", "ends_on"
        )
        return [(row.unit.name, row.starts_on, row.ends_on) for row in found]


def enrolment_of(world):
    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_IDENTITY
    ) as record:
        return record.enrolments.get(ends_on=None)
