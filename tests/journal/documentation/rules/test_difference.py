"""The difference between two texts: nothing lost, and quick enough."""

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from journal.documentation.rules.difference import Part, difference


def without(kind, parts):
    return "".join(part.text for part in parts if part.kind != kind)


def test_a_changed_word_stands_between_what_stayed():
    parts = difference("Vekt 68,4 i dag. Spiste godt.", "Vekt 68,9 i dag. Spiste godt.")

    assert parts == [
        Part("same", "Vekt "),
        Part("removed", "68,4"),
        Part("added", "68,9"),
        Part("same", " i dag. Spiste godt."),
    ]


def test_equal_texts_have_only_what_stayed():
    assert difference("Rolig natt.", "Rolig natt.") == [Part("same", "Rolig natt.")]
    assert difference("", "") == []


def test_a_new_line_is_shown_as_added():
    parts = difference("Sov godt.\n", "Sov godt.\nSto opp kl. 8.\n")

    assert parts == [Part("same", "Sov godt.\n"), Part("added", "Sto opp kl. 8.\n")]


@given(st.text(), st.text())
def test_both_texts_can_be_read_out_of_the_difference(old, new):
    parts = difference(old, new)

    assert without("added", parts) == old
    assert without("removed", parts) == new
    assert all(part.text for part in parts)


words = st.sampled_from(["Sov", "godt", "vekt", "68,4", "áhkku", "🙂", "\n", "  "])


@given(st.lists(words), st.lists(words))
def test_texts_of_the_same_words_can_be_read_out_too(old, new):
    parts = difference(" ".join(old), " ".join(new))

    assert without("added", parts) == " ".join(old)
    assert without("removed", parts) == " ".join(new)


def test_two_large_texts_without_a_likeness_keep_nobody_waiting():
    old = " ".join(f"ord{i}" for i in range(90_000))
    new = " ".join(f"beaivi{i}" for i in range(90_000))

    started = process_time()
    parts = difference(old, new)

    assert process_time() - started < 1
    assert [part.kind for part in parts] == ["removed", "added"]


def test_one_changed_word_in_a_large_text_is_still_one_word():
    text = "Čáppa beaivi. " * 40_000
    changed = text.replace("beaivi. ", "beaivvi. ", 1)

    parts = difference(text, changed)

    assert [p.text for p in parts if p.kind != "same"] == ["beaivi.", "beaivvi."]
