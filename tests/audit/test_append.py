"""The one door into the log: what goes in is committed, whole, and the same twice over."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from access.actions import Action
from audit import log
from audit.controller import Controller
from audit.entry import Actor, Entry, Grounds, Place, Subject, Target
from audit.models import AccessEvent, AccessSubject
from audit.review.selectors.checks import disagreements
from audit.verbs import Outcome, Reach, Verb
from journal.record.gate import open_record
from tenants import roles
from tenants.context import in_municipality
from tests.attacks.doors import entry, query, subject
from tests.database import as_login, as_superuser

MOMENT = datetime(2026, 11, 22, 12, 30, 15, 123456, tzinfo=UTC)


def people(number, **facts):
    return tuple(Subject(uuid4(), **facts) for _ in range(number))


def records(number, **facts):
    return tuple(
        Subject(uuid4(), uuid4(), Reach.RECORD, **facts) for _ in range(number)
    )


def full():
    return Entry(
        verb=Verb.READ,
        actor=Actor(uuid4(), "Siri", "SP", "sykepleier", "1234567", "sykepleier"),
        municipality=Controller(uuid4(), "999999999", "Fjord"),
        outcome=Outcome.DONE,
        place=Place(uuid4(), "Hjemmetjenesten", "999999999", "Fjord"),
        grounds=Grounds("episode", "TREAT", uuid4(), service="15"),
        recorded_at=MOMENT,
    )


VARIANTS = {
    "nobody": (),
    "a name": people(1),
    "a mention": people(1, reach=Reach.MENTIONED),
    "a record": records(1),
    "a part of a record": records(
        1, kinds=("besok", "critical"), until=MOMENT, hidden=(uuid4(), uuid4())
    ),
    "no kinds at all": records(1, kinds=()),
    "a list": people(60),
    "a list of drafts": records(7, kinds=("draft",)),
    "a list of records": records(3),
}


@pytest.fixture
def stored(world):
    return lambda one: AccessEvent.objects.get(pk=log.append(one)[0])


def test_columns_say_what_the_bytes_say(stored):
    for name, subjects in VARIANTS.items():
        for outcome in Outcome:
            one = replace(full(), id=uuid4(), subjects=subjects, outcome=outcome)
            event = stored(one)
            said = json.loads(bytes(event.body))

            assert disagreements(event) in (
                [],
                ["Hendelsen er ikke lagret da den sier at den skjedde."],
            ), name
            assert str(event.id) == said["id"]
            assert str(event.actor_id) == said["actor"]["id"]
            assert str(event.unit_id) == said["place"]["unit"]
            assert str(event.decision_ref) == said["grounds"]["decision_ref"]
            assert (event.basis, event.purpose) == ("episode", "TREAT")
            assert event.recorded_at == MOMENT
            assert _rows(event) == sorted(map(_said, said["subjects"]), key=str)


def _rows(event):
    rows = AccessSubject.objects.filter(event=event, recorded_at=event.recorded_at)
    return sorted(
        (
            (
                str(row.patient_id),
                str(row.record_id) if row.record_id else None,
                row.reach,
                row.kinds,
                row.until,
                [str(one) for one in row.hidden] if row.hidden is not None else None,
            )
            for row in rows
        ),
        key=str,
    )


def _said(told):
    until = told.get("until")
    return (
        told["patient"],
        told.get("record"),
        told["reach"],
        told.get("kinds"),
        datetime.fromisoformat(until) if until else None,
        told.get("hidden"),
    )


@pytest.mark.parametrize(
    "subjects",
    [
        (*people(1), *records(1)),
        (*people(1), *people(1, reach=Reach.MENTIONED)),
        (*records(1, kinds=("draft",)), *records(1)),
        records(2, until=MOMENT),
        records(2, hidden=(uuid4(),)),
    ],
    ids=["reach", "mention", "kinds", "until", "hidden"],
)
def test_people_opened_to_different_depths_do_not_share_an_event(world, subjects):
    before = AccessEvent.objects.count()

    with pytest.raises(log.MixedSubjectsError):
        log.append(replace(full(), subjects=subjects))

    assert AccessEvent.objects.count() == before


def test_long_list_becomes_events_of_three_hundred(world):
    one = replace(full(), subjects=people(650))

    ids = log.append(one)

    parts = [json.loads(bytes(AccessEvent.objects.get(pk=part).body)) for part in ids]
    assert ids[0] == one.id
    assert [len(part["subjects"]) for part in parts] == [300, 300, 50]
    assert [part["id"] for part in parts] == [str(part) for part in ids]
    assert [s["patient"] for part in parts for s in part["subjects"]] == [
        str(person.patient_id) for person in one.subjects
    ]
    assert len({part["nonce"] for part in parts}) == 3
    assert len(set(AccessEvent.objects.filter(pk__in=ids).values_list("xid"))) == 1
    assert AccessSubject.objects.filter(event_id__in=ids).count() == 650


@pytest.mark.parametrize(("number", "events"), [(299, 1), (300, 1), (301, 2)])
def test_list_is_divided_after_three_hundred(world, number, events):
    assert len(log.append(replace(full(), subjects=people(number)))) == events


def test_all_parts_of_a_long_list_open_together(world):
    ola = subject(world.ola, reach=1)
    ola = replace(ola, record_id=None)
    ids = log.append(entry(world.nurse, *people(400), ola, verb=Verb.LISTED))

    with log.open_door(ids):
        assert query("SELECT family_name FROM journal_patient") == [("Fjellheim",)]
    assert len(ids) == 2


def test_event_cannot_join_a_transaction_that_may_be_rolled_back(world):
    before = AccessEvent.objects.count()

    with pytest.raises(log.NotCommittedError), transaction.atomic():
        log.append(full())

    assert AccessEvent.objects.count() == before


def test_event_is_kept_when_the_reading_fails(world):
    kept = []

    def read_and_fail():
        reading = open_record(
            world.ola.record_id, by=world.nurse, to=Action.READ_RECORD
        )
        with reading as record:
            kept.append(record.event_id)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        read_and_fail()

    assert AccessEvent.objects.get(pk=kept[0]).outcome == Outcome.DONE


def test_event_too_large_is_no_event(world):
    before = AccessEvent.objects.count()

    with pytest.raises(ValueError, match=r"^6\d{4}$"):
        log.append(replace(full(), detail={"name": "x" * 65_536}))

    assert AccessEvent.objects.count() == before


def test_event_says_by_itself_when_and_where_it_was_stored(world, stored):
    event = stored(full())

    ((pid,),) = query("SELECT pg_backend_pid()")
    assert event.backend_pid == pid
    assert abs(datetime.now(UTC) - event.stored_at) < timedelta(seconds=20)
    assert not connection.in_atomic_block


def test_only_the_demo_s_events_are_stored_in_bulk(world, fjord):
    demo = [
        replace(full(), id=uuid4(), is_demo=True, subjects=people(3)) for _ in range(4)
    ]

    with as_login(roles.MIGRATOR), in_municipality(fjord), transaction.atomic():
        log.append_demo(demo)
    with pytest.raises(ValueError, match="demo"):
        log.append_demo([full()])

    stored = AccessEvent.objects.filter(pk__in=[one.id for one in demo])
    assert all(disagreements(one) == [] for one in stored)
    assert stored.count() == 4


def test_autosaves_share_one_event_for_less_than_an_hour(world, database):
    draft = Target("journal.Note", str(uuid4()))
    reached = subject(world.ola, kinds=("draft",))
    drafted = entry(world.nurse, reached, verb=Verb.DRAFTED, target=draft)
    nurse = world.nurse.user_id
    other = replace(draft, id=str(uuid4()))
    assert log.recent_draft_event(nurse, reached, draft) is None

    event = log.append(drafted)[0]

    assert log.recent_draft_event(nurse, reached, draft) == event
    assert log.recent_draft_event(nurse, reached, other) is None
    assert log.recent_draft_event(world.leader.user_id, reached, draft) is None
    elsewhere = replace(reached, record_id=uuid4())
    assert log.recent_draft_event(nurse, elsewhere, draft) is None
    since_blocked = replace(reached, hidden=(uuid4(),))
    assert log.recent_draft_event(nurse, since_blocked, draft) is None
    old = replace(
        drafted, id=uuid4(), recorded_at=datetime.now(UTC) - timedelta(minutes=51)
    )
    log.append(replace(old, actor=replace(old.actor, id=world.leader.user_id)))
    assert log.recent_draft_event(world.leader.user_id, reached, draft) is None


def test_event_that_disagrees_with_its_bytes_is_seen(world, database, stored):
    event = stored(replace(full(), subjects=people(2), recorded_at=datetime.now(UTC)))
    assert disagreements(event) == []

    with as_superuser(database) as server:  # past the walls, as nobody should
        server.execute("ALTER TABLE fjord.audit_accessevent DISABLE TRIGGER ALL")
        server.execute("ALTER TABLE fjord.audit_accesssubject DISABLE TRIGGER ALL")
        server.execute(
            "UPDATE fjord.audit_accessevent SET unit_id = NULL, verb = 'listed'"
        )
        server.execute(
            "UPDATE fjord.audit_accesssubject SET patient_id = gen_random_uuid()"
        )
    event = AccessEvent.objects.get(pk=event.pk)

    assert len(disagreements(event)) == 3
    for body in (b"\xff{", b"[1]", bytes(event.body).replace(b"{", b"{ ", 1)):
        event.body = body
        assert len(disagreements(event)) == 1


def test_forged_subject_is_refused_by_the_database(world):
    with pytest.raises(DatabaseError, match="a_record_is_reached_by_its_id"):
        log.append(replace(full(), subjects=people(1, reach=Reach.RECORD)))
