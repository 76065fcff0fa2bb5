"""Reading an event's bytes, whatever they are."""

import json
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.review.selectors.facts import read_body

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_bytes_that_are_no_event_say_nothing_and_break_nothing(body):
    facts = read_body(body)

    for name, _value in [*facts.items(), ("actor", "")]:
        assert isinstance(facts.text(name), str)
        assert facts.number(name) is None or isinstance(facts.number(name), int)
        assert all(part is not None for part in facts.parts(name))
        assert facts.is_true(name) in {True, False}
        facts.texts(name)
        facts.id(name)
        facts.moment(name)
        facts.part(name).text("name")


@pytest.mark.parametrize("body", [b"", b"{", b"[1]", b'"x"', b"\xff", b"null"])
def test_no_object_is_no_facts(body):
    assert not read_body(body)


def test_facts_are_read_by_type():
    one = uuid4()
    facts = read_body(
        json.dumps(
            {
                "id": str(one),
                "n": 4,
                "yes": True,
                "recorded": "2026-11-22T13:05:00.000000Z",
                "kinds": ["a"],
                "subjects": [{"reach": 0}],
            }
        ).encode()
    )

    assert facts.id("id") == one
    assert facts.number("n") == 4
    assert facts.number("yes") is None
    assert facts.is_true("yes")
    assert facts.moment("recorded") == datetime(2026, 11, 22, 13, 5, tzinfo=UTC)
    assert facts.texts("kinds") == ["a"]
    assert facts.texts("n") is None
    assert facts.parts("subjects")[0].number("reach") == 0
