"""Check, list, search, page and database say the same of whom one may open."""

from dataclasses import replace
from itertools import count

import pytest
from django.test import Client
from django.urls import get_resolver
from hypothesis import given
from hypothesis import strategies as st

from access import policy
from access.accounts.models import User
from access.actions import Action
from access.workplace import SESSION_KEY
from journal.documentation.models import Note
from journal.record.gate import RecordRefusedError, open_record
from journal.record.models import Patient
from tenants.context import in_municipality
from tests.proof import reference
from tests.proof.amounts import as_many_as
from tests.proof.standing import (
    KINDS_WRITTEN,
    NAMES,
    about,
    as_owner,
    calendar_now,
    note_id,
    register_people,
    stand,
    write_notes,
)
from tests.proof.tables import worker_of
from tests.proof.worlds import worlds

READ, KNOW = "record.read", "identity.read"


@pytest.fixture
def people(world, fjord):
    """Four people with a note of each kind; nobody has business with them yet."""
    found = register_people(world.clerk)
    with as_owner(fjord):
        write_notes(found)
    return found


_numbers = count(1)


@as_many_as(20)
@given(facts=worlds(), pick=st.integers(0, 10**6))
def test_all_channels_say_the_same(fjord, people, facts, pick):
    facts = about(people, replace(facts, kin=()), next(_numbers))
    with as_owner(fjord):
        stand(facts, calendar_now(facts))
    with in_municipality(fjord):
        asker = _in_a_browser(facts, facts.askers[pick % len(facts.askers)])
        browser = _browser(asker)
        for file in facts.files:
            said = reference.judge(facts, asker, file, READ)
            may_know = reference.judge(facts, asker, file, KNOW).is_allowed
            _the_policy_says(facts, asker, file, said)
            _the_door_says(facts, asker, file, said)
            _the_page_says(browser, file, said, may_know)
            _search_says(browser, people, file, may_know)


def _in_a_browser(facts, asker):
    """Whoever works at one unit has chosen it without being asked."""
    now = {
        job.unit
        for job in facts.jobs
        if job.account == asker.account and job.period.holds(facts.at)
    }
    return replace(asker, units=tuple(now)) if len(now) == 1 else asker


def _browser(asker):
    client = Client(headers={"host": "fjord.localhost"})
    account = User.objects.get(pk=asker.account)
    client.force_login(account, backend="access.backends.AccountBackend")
    session = client.session
    session[SESSION_KEY] = [str(unit) for unit in asker.units]
    session.save()
    return client


def _the_policy_says(facts, asker, file, said):
    worker = worker_of(facts, asker)

    decision = policy.decide(worker, file.id, Action.READ_RECORD)
    listed = {
        one.record_id for one in policy.records_open_to(worker, Action.READ_RECORD)
    }

    assert decision is not None
    assert decision.is_allowed == said.is_allowed
    assert (file.id in listed) == said.is_allowed


def _the_door_says(facts, asker, file, said):
    """The database shows the person, and the notes of the kinds the reference says."""
    try:
        with open_record(file.id, by=worker_of(facts, asker), to=Action.READ_RECORD):
            is_shown = Patient.objects.filter(pk=file.patient).exists()
            notes = set(
                Note.objects.filter(record_id=file.id).values_list("id", flat=True)
            )
    except RecordRefusedError:
        assert not said.is_allowed
        return
    assert said.is_allowed
    assert is_shown
    assert notes == {
        note_id(file.id, number)
        for number, kind in enumerate(KINDS_WRITTEN)
        if (said.kinds is None or kind in said.kinds)
        and note_id(file.id, number) not in (said.hidden or ())
    }


def _the_page_says(browser, file, said, may_know):
    """The patient's page opens; or leads who reads no record to his particulars."""
    answer = browser.get(f"/records/{file.id}/")

    assert (answer.status_code == 200) == said.is_allowed
    if answer.status_code == 302 and answer["Location"].startswith("/records/"):
        answer = browser.get(answer["Location"])
        assert (answer.status_code == 200) == may_know
    if not (said.is_allowed or may_know):
        assert not any(name in answer.text for name in NAMES)


def _search_says(browser, people, file, may_know):
    name = next(n for n, known in people.items() if known.record_id == file.id)

    found = browser.post("/search/", {"q": name}, follow=True)

    assert (str(file.id) in found.text) == may_know


def test_there_is_no_other_channel_yet():
    """An API is asked the same above before it may be there."""
    roots = {
        str(pattern.pattern)
        for pattern in get_resolver("akson_project.urls_municipality").url_patterns
    }

    assert not [root for root in roots if root.startswith(("api", "fhir"))]
