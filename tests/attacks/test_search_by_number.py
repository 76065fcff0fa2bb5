"""Attempts to learn from a search by full number whether somebody is in the register.

Whoever asks outright for one person (`/find/`) is told that he is here, and the log who
asked; the ordinary search tells of the asker's own patients and of nobody else.
"""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from access.accounts.models import User
from access.actions import Action
from access.models import Block
from access.person_number import read_number
from access.roles import Role
from audit.hashing import number_hash
from audit.models import AccessEvent
from journal.record.gate import open_record
from journal.record.models import Address
from journal.record.services.person import add_number
from tests import world as worlds
from tests.journal.conftest import Desk

NOBODYS = "14824210080"
# What differs from one page to the next, whoever was asked for.
_VARIES = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{27}|csrfmiddlewaretoken\" value=\"\w+|token=\S+|\b[0-9a-f]{64}\b"
)


@pytest.fixture
def closed(world, rita):
    """One number for each way in which a person can be closed to the nurse."""
    numbers = {
        "without relation": ("14824210161", world.south),
        "all is blocked to her": ("14824210323", world.north),
        "protected": ("14824210404", world.south),
        "herself": ("14824210595", world.north),
    }
    known = {}
    for what, (number, unit) in numbers.items():
        known[what] = worlds.patient(rita, "Per", what.title(), at=unit)
        _give(known[what], number, by=rita)
    _block(known["all is blocked to her"], whom="person", worker_id=world.nurse.user_id)
    _protect(known["protected"], by=rita)
    her = User.objects.filter(pk=world.nurse.user_id)
    her.update(person_hash=number_hash(numbers["herself"][0]))
    return {what: number for what, (number, _unit) in numbers.items()}


@pytest.fixture
def rita(world):
    """A clerk of the whole municipality."""
    return worlds.worker(worlds.person("rita.rot", (Role.CLERK, world.north.parent)))


def _give(known, number, *, by):
    with open_record(known.record_id, by=by, to=Action.CHANGE_IDENTITY) as record:
        add_number(record, number=read_number(number, synthetic_only=True))


def _block(known, **whom):
    Block.objects.create(
        record_id=known.record_id,
        patient_id=known.patient_id,
        what="all",
        valid_from=timezone.now(),
        **whom,
    )


def _protect(known, *, by):
    with open_record(known.record_id, by=by, to=Action.CHANGE_IDENTITY):
        Address.objects.filter(patient_id=known.patient_id).update(
            protection="strengt_fortrolig"
        )


def _told(desk, number):
    """What a search tells: both answers, how long each is, and what the database is asked."""
    with CaptureQueriesContext(connection) as captured:
        sent = desk.post("record:search", q=number)
        page = desk.follow(sent)
    text = _VARIES.sub("", page.text)
    main = text[text.index("<main") : text.index("</main")]
    event = AccessEvent.objects.latest("stored_at")
    return {
        "statuses": (sent.status_code, page.status_code),
        "address": len(sent.headers["Location"]),
        "headers": sorted(page.headers),
        "page": main,
        "statements": [q["sql"].partition("'")[0] for q in captured.captured_queries],
        "subjects": event.subjects.count(),
    }


def test_closed_person_and_nobody_are_told_apart_by_nothing(world, closed):
    desk = Desk(world.nurse)
    _told(desk, NOBODYS)  # what is asked once for each session is asked now

    nobody = _told(desk, NOBODYS)

    assert "Ingen treff" in nobody["page"]
    for what, number in closed.items():
        assert _told(desk, number) == nobody, what


def test_own_patient_is_told_of(world, rita):
    _give(world.ola, "14824210676", by=rita)

    assert "Fjellheim, Ola" in _told(Desk(world.nurse), "14824210676")["page"]
