"""The bytes of an event: RFC 8785, by an implementation written only for this test."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID, uuid4

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from audit.entry import (
    BODY_MAX_BYTES,
    SUBJECTS_MAX,
    Actor,
    Client,
    Entry,
    EntryTooLargeError,
    Grounds,
    Place,
    Query,
    Subject,
    Target,
    canonical,
)
from audit.verbs import Outcome, Reach, Verb

SHORT_ESCAPES = {
    8: "\\b",
    9: "\\t",
    10: "\\n",
    12: "\\f",
    13: "\\r",
    34: '\\"',
    92: "\\\\",
}


def rfc8785(value):
    """RFC 8785 section 3.2: ECMAScript's serialisation, keys by their UTF-16 code units."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, str):
        return '"' + "".join(map(_escaped, value)) + '"'
    if isinstance(value, list):
        return "[" + ",".join(map(rfc8785, value)) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
    pairs = (f"{rfc8785(key)}:{rfc8785(value[key])}" for key in keys)
    return "{" + ",".join(pairs) + "}"


def _escaped(character):
    code = ord(character)
    if code in SHORT_ESCAPES:
        return SHORT_ESCAPES[code]
    return f"\\u{code:04x}" if code < 32 else character


def without_empties(value):
    """What the log leaves out: nothing, false, empty texts and empty objects."""
    if isinstance(value, dict):
        pairs = {key: without_empties(inner) for key, inner in value.items()}
        return {
            key: inner
            for key, inner in pairs.items()
            if inner is not None and inner is not False and inner not in ("", {})
        }
    return list(map(without_empties, value)) if isinstance(value, list) else value


keys = st.text(
    st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=9
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
numbers = st.integers(-(2**53) + 1, 2**53 - 1)
scalars = texts | numbers | st.booleans()
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5)
    ),
    max_leaves=15,
)
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
    municipality_id=st.uuids(),
    municipality_orgnr=texts,
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
    detail=st.dictionaries(keys, texts, max_size=3),
    is_demo=st.booleans(),
    recorded_at=moments,
)


def plain(**facts):
    return Entry(
        verb=Verb.READ,
        actor=Actor(uuid4(), "Siri Sykepleier"),
        municipality_id=uuid4(),
        municipality_orgnr="999999992",
        **facts,
    )


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(keys, values, max_size=6))
@example({"b": '\x7f\u2028\x00\x1f\\"/', "a": "Áŋŧ 😀 \uffff", "aa": 1, "B": [0, -1]})
def test_canonical_bytes_are_those_of_rfc_8785(facts):
    assert canonical(facts) == rfc8785(without_empties(facts)).encode()


@settings(max_examples=200, deadline=None)
@given(entries)
def test_body_is_canonical_and_says_what_the_entry_says(entry):
    body = entry.body()
    said = json.loads(body)

    assert body == rfc8785(said).encode()
    assert None not in _all_values(said)
    assert said["verb"] == entry.verb.value
    assert said["outcome"] == entry.outcome.value
    assert said["action"] == entry.verb.action
    assert said["v"] == 1
    assert said["id"] == str(entry.id)
    assert datetime.fromisoformat(said["recorded"]) == entry.recorded_at
    assert said["municipality"]["id"] == str(entry.municipality_id)
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


def test_floats_are_refused():
    with pytest.raises(TypeError, match="floats"):
        canonical({"a": [1, {"b": 0.5}]})


def test_half_a_character_does_not_make_the_bytes_unreadable():
    body = replace(plain(), actor=Actor(uuid4(), "Kari \ud83d")).body()

    assert json.loads(body)["actor"]["name"] == "Kari ?"


def test_body_may_fill_a_tile_s_entry_and_not_one_byte_more():
    entry = plain(detail={"x": "x"})
    room = BODY_MAX_BYTES - len(entry.body())
    fits = replace(entry, detail={"x": "x" * (room + 1)})
    too_large = replace(entry, detail={"x": "x" * (room + 2)})

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
        place=Place(uuid4(), "Ø" * 120, "999999992"), subjects=(person,) * SUBJECTS_MAX
    )
    entry = replace(
        entry, actor=Actor(uuid4(), "Å" * 300, "XXXX", "Æ" * 80, "1" * 9, "x" * 90)
    )

    assert len(entry.body()) <= BODY_MAX_BYTES
