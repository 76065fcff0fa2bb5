"""The bytes of an event: canonical, and saying what the entry says."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.canonical import is_canonical
from audit.controller import Controller
from audit.details import DETAILS, UnknownDetailError
from audit.entry import (
    BODY_MAX_BYTES,
    SUBJECTS_MAX,
    Actor,
    Client,
    Entry,
    EntryTooLargeError,
    Grounds,
    Part,
    Place,
    Posting,
    Query,
    Subject,
    Target,
)
from audit.verbs import Outcome, Reach, Verb

texts = st.text(st.characters(exclude_categories=["Cs"], min_codepoint=1), max_size=40)
moments = st.integers(0, 3 * 10**15).map(
    lambda microseconds: (
        datetime(2000, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds)
    )
)
subjects = st.builds(
    Subject,
    patient_id=st.uuids(),
    record_id=st.none() | st.uuids(),
    reach=st.sampled_from(Reach),
    kinds=st.none() | st.lists(texts, max_size=3).map(tuple),
    until=st.none() | moments,
    hidden=st.none() | st.lists(st.uuids(), max_size=3).map(tuple),
    basis=texts,
    decision_ref=st.none() | st.uuids(),
)
entries = st.builds(
    Entry,
    verb=st.sampled_from(Verb),
    outcome=st.sampled_from(Outcome),
    actor=st.builds(Actor, id=st.none() | st.uuids(), name=texts, role=texts),
    municipality=st.builds(Controller, st.uuids(), texts, texts),
    refusal=texts,
    postings=st.lists(st.builds(Posting, st.uuids(), texts), max_size=3).map(tuple),
    place=st.builds(
        Place, unit_id=st.none() | st.uuids(), unit_name=texts, orgnr=texts
    ),
    grounds=st.builds(
        Grounds,
        basis=texts,
        decision_ref=st.none() | st.uuids(),
        user_selected=st.booleans(),
    ),
    client=st.builds(Client, address=texts, session=texts, request_id=texts),
    subjects=st.lists(subjects, max_size=4).map(tuple),
    target=st.none() | st.builds(Target, texts, texts, st.none() | st.integers(0, 99)),
    query=st.none()
    | st.builds(Query, texts, texts, texts, st.none() | st.integers(0, 99)),
    detail=st.dictionaries(st.sampled_from(sorted(DETAILS)), texts, max_size=3),
    is_demo=st.booleans(),
    recorded_at=moments,
)


def plain(**facts):
    return Entry(
        verb=Verb.READ,
        actor=Actor(uuid4(), "Siri Sykepleier"),
        municipality=Controller(uuid4(), "999999999", "Fjord"),
        **facts,
    )


@settings(max_examples=200, deadline=None)
@given(entries)
def test_body_is_canonical_and_says_what_the_entry_says(entry):
    body = entry.body()
    said = json.loads(body)

    assert is_canonical(body)
    assert None not in _all_values(said)
    assert said["verb"] == entry.verb.value
    assert said["outcome"] == entry.outcome.value
    assert said["action"] == entry.verb.action
    assert said["v"] == 1
    assert said["id"] == str(entry.id)
    assert datetime.fromisoformat(said["recorded"]) == entry.recorded_at
    assert said["municipality"]["id"] == str(entry.municipality.id)
    assert said.get("actor", {}).get("name", "") == entry.actor.name
    assert said.get("demo", False) is entry.is_demo
    assert (
        said.get("grounds", {}).get("user_selected", False)
        is entry.grounds.user_selected
    )
    assert said.get("target", {}).get("version") == (
        entry.target and entry.target.version
    )
    assert said.get("query", {}).get("hits") == (entry.query and entry.query.hits)
    assert len(said["subjects"]) == len(entry.subjects)
    for told, subject in zip(said["subjects"], entry.subjects, strict=True):
        assert UUID(told["patient"]) == subject.patient_id
        assert told["reach"] == subject.reach.value
        assert told.get("record") == (subject.record_id and str(subject.record_id))
        assert told.get("kinds") == (
            None if subject.kinds is None else list(subject.kinds)
        )
        assert told.get("hidden") == (
            None if subject.hidden is None else [str(row) for row in subject.hidden]
        )


def _all_values(value):
    if isinstance(value, dict):
        return [found for inner in value.values() for found in _all_values(inner)]
    if isinstance(value, list):
        return [found for inner in value for found in _all_values(inner)]
    return [value]


def test_two_bodies_of_one_entry_differ_by_a_nonce_of_sixteen_bytes():
    entry = plain()
    one, other = json.loads(entry.body()), json.loads(entry.body())

    assert len(bytes.fromhex(one["nonce"])) == 16
    assert one.pop("nonce") != other.pop("nonce")
    assert one == other


def test_moment_is_written_in_utc_whatever_clock_it_was_read_from():
    oslo = timezone(timedelta(hours=1))
    entry = plain(recorded_at=datetime(2026, 11, 22, 14, 5, tzinfo=oslo))

    assert json.loads(entry.body())["recorded"] == "2026-11-22T13:05:00.000000Z"


def test_false_and_nothing_are_left_out_and_zero_is_not():
    entry = plain(
        outcome=Outcome.DONE,
        query=Query("name", hits=0),
        subjects=(Subject(uuid4(), reach=Reach.MENTIONED, kinds=()),),
    )
    said = json.loads(entry.body())

    assert said["outcome"] == 0
    assert said["query"] == {"hits": 0, "kind": "name"}
    assert said["subjects"][0]["reach"] == 0
    assert said["subjects"][0]["kinds"] == []  # no kinds is less than all kinds
    assert "demo" not in said
    assert "target" not in said
    assert said["client"] == {"channel": "html"}


def test_nothing_is_said_that_the_format_has_no_place_for():
    with pytest.raises(UnknownDetailError, match="diagnosis"):
        plain(detail={"after": "x", "diagnosis": "I50"}).body()


def test_half_a_character_does_not_make_the_bytes_unreadable():
    body = replace(plain(), actor=Actor(uuid4(), "Kari \ud83d\0")).body()

    assert json.loads(body)["actor"]["name"] == "Kari ??"  # PostgreSQL knows no NUL


def test_body_may_fill_a_tile_s_entry_and_not_one_byte_more():
    entry = plain(detail={"name": "x"})
    room = BODY_MAX_BYTES - len(entry.body())
    fits = replace(entry, detail={"name": "x" * (room + 1)})
    too_large = replace(entry, detail={"name": "x" * (room + 2)})

    assert len(fits.body()) == BODY_MAX_BYTES
    with pytest.raises(EntryTooLargeError):
        too_large.body()


def test_largest_list_the_gate_can_make_fits():
    person = Subject(
        patient_id=uuid4(),
        record_id=uuid4(),
        reach=Reach.RECORD,
        kinds=("draft",),
        basis="former_episode",
        decision_ref=uuid4(),
    )
    entry = plain(
        place=Place(uuid4(), "Ø" * 120, "999999999", "Ø" * 120),
        subjects=(person,) * SUBJECTS_MAX,
    )
    entry = replace(
        entry,
        actor=Actor(uuid4(), "Å" * 300, "XXXX", "Æ" * 80, "1" * 9, "x" * 90),
        municipality=Controller(uuid4(), "999999999", "Ø" * 200),
        postings=(Posting(uuid4(), "lokal_administrator"),) * 12,
        client=Client(
            "html",
            "documentation:in_error",
            "f" * 64,
            "x" * 120,
            "f" * 16,
            "f" * 32,
            "password",
            "substantial",
        ),
        part=Part(99, 99),
    )

    assert len(entry.body()) <= BODY_MAX_BYTES
