"""Facts as canonical bytes: RFC 8785, by an implementation written only for this test."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from audit.canonical import canonical, is_canonical

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
texts = st.text(st.characters(exclude_categories=["Cs"], min_codepoint=1), max_size=40)
numbers = st.integers(-(2**53) + 1, 2**53 - 1)
scalars = texts | numbers | st.booleans()
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5)
    ),
    max_leaves=15,
)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(keys, values, max_size=6))
@example({"b": '\x7f\u2028\x01\x1f\\"/', "a": "Áŋŧ 😀 \uffff", "aa": 1, "B": [0, -1]})
def test_canonical_bytes_are_those_of_rfc_8785(facts):
    assert canonical(facts) == rfc8785(without_empties(facts)).encode()


def test_floats_are_refused():
    with pytest.raises(TypeError, match="floats"):
        canonical({"a": [1, {"b": 0.5}]})


def test_bytes_that_say_a_thing_twice_or_loosely_are_not_canonical():
    body = canonical({"verb": "read", "subjects": [{"reach": 0}]})

    assert is_canonical(body)
    for other in (
        body.replace(b"{", b"{ ", 1),
        body[:-1] + b',"verb":"listed"}',
        body[:-1] + b',"w":1.0}',
        body[:-1] + b',"w":null}',
        b"[1]",
        b"\xff{",
        b"",
    ):
        assert not is_canonical(other)
