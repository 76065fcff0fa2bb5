"""An auditor at the screen, and events to look at."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from access.accounts.models import User
from audit import log
from audit.controller import controller_here
from audit.entry import Entry, Grounds, Place, Subject
from audit.models import AccessEvent
from audit.verbs import Outcome, Reach, Verb


@pytest.fixture
def happened(world):
    """Put an event into the log: `happened(minutes_ago=5, by=world.nurse, of=world.ola)`."""

    def happened(
        *,
        minutes_ago=1,
        at=None,
        by=world.nurse,
        of=None,
        verb=Verb.READ,
        outcome=Outcome.DONE,
        basis="episode",
        unit=None,
        **facts,
    ):
        subjects = tuple(
            Subject(known.patient_id, reach=Reach.IDENTITY, basis=basis)
            for known in (of if isinstance(of, list) else [of])
            if known is not None
        )
        place = Place(unit.id, unit.name) if unit else by.place()
        one = Entry(
            id=facts.pop("id", None) or uuid4(),
            verb=verb,
            actor=facts.pop("actor", None) or by.actor(),
            municipality=controller_here(),
            outcome=outcome,
            place=place,
            grounds=facts.pop("grounds", None) or Grounds(basis, "TREAT"),
            subjects=facts.pop("subjects", subjects),
            recorded_at=at or datetime.now(UTC) - timedelta(minutes=minutes_ago),
            **facts,
        )
        return log.append(one)[0]

    return happened


@pytest.fixture
def at_the_screen(world):
    """Sign a worker in and give him a browser."""

    def sign_in(worker):
        client = Client(headers={"host": "fjord.localhost"})
        client.force_login(
            User.objects.get(pk=worker.user_id),
            backend="access.backends.AccountBackend",
        )
        return client

    return sign_in


@pytest.fixture
def auditor(world, at_the_screen):
    return at_the_screen(world.auditor)


@pytest.fixture
def readings(world):
    """The events that say that the log was read or taken out, oldest first."""

    def readings(verb=Verb.LOG_READ, outcome=Outcome.DONE):
        rows = AccessEvent.objects.filter(verb=verb, outcome=outcome)
        return list(rows.order_by("stored_at"))

    return readings
