"""Openings put into the log at moments of the test's own choosing."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.days import start_of
from access.models import Shift
from audit import log
from audit.controller import controller_here
from audit.entry import Entry, Grounds, Place, Subject
from audit.verbs import Outcome, Reach, Verb
from journal.readers.rules.period import Period

# Ola has been at the unit for twenty days; these lie well within.
FIRST, LAST = 10, 7


@pytest.fixture
def days():
    """Four days that are over: the period that is counted in the tests."""
    today = timezone.localdate()
    return Period(today - timedelta(days=FIRST), today - timedelta(days=LAST))


@pytest.fixture
def noon(days):
    """The middle of the first day."""
    return start_of(days.since) + timedelta(hours=12)


@pytest.fixture
def opened(world, noon):
    """Put an opening into the log: `opened(world.nurse, at=noon, basis="roster")`."""

    def opened(
        by,
        *,
        of=world.ola,
        at=noon,
        basis="episode",
        unit=None,
        reach=Reach.RECORD,
        kinds=None,
        **facts,
    ):
        subject = Subject(of.patient_id, of.record_id, reach, kinds=kinds)
        entry = Entry(
            id=uuid4(),
            verb=facts.pop("verb", Verb.READ),
            actor=by.actor(),
            municipality=controller_here(),
            outcome=facts.pop("outcome", Outcome.DONE),
            place=Place(unit.id, unit.name) if unit else by.place(),
            grounds=Grounds(basis, "TREAT"),
            subjects=facts.pop("subjects", (subject,)),
            recorded_at=at,
            **facts,
        )
        return log.append(entry)[0]

    return opened


@pytest.fixture
def on_duty():
    """Put somebody on duty: `on_duty(world.nurse, world.north, noon, hours=8)`."""

    def on_duty(worker, unit, begins, *, hours=8):
        return Shift.objects.create(
            user_id=worker.user_id,
            unit=unit,
            valid_from=begins,
            valid_until=begins + timedelta(hours=hours),
        )

    return on_duty


@pytest.fixture
def lately():
    """Yesterday, today and tomorrow, so that midnight cannot come in between."""
    today = timezone.localdate()
    return Period(today - timedelta(days=1), today + timedelta(days=1))
