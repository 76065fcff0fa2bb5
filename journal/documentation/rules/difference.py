"""What one text changed in another, word by word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "removed", "added"]

# Above this many comparisons words give way to lines, and lines to the whole text.
COMPARISONS_MAX = 4_000_000
_WORD = re.compile(r"\s+|\S+\s*")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text that stayed, went or came."""

    kind: Kind
    text: str


def difference(old: str, new: str) -> list[Part]:
    """Tell what `new` changed in `old`, in reading order, removed before added.

    Without the added parts the text is `old`, and without the removed parts `new`,
    letter for letter. Large texts are compared by lines, so that a long note with
    one changed word does not keep anybody waiting.
    """
    for split in (_words, _lines):
        before, after = split(old), split(new)
        head, tail = _common_ends(before, after)
        middle_before = before[head : len(before) - tail]
        middle_after = after[head : len(after) - tail]
        if len(middle_before) * len(middle_after) <= COMPARISONS_MAX:
            parts = [
                Part("same", "".join(before[:head])),
                *_compared(middle_before, middle_after),
                Part("same", "".join(before[len(before) - tail :])),
            ]
            return _joined(parts)
    return _joined([Part("removed", old), Part("added", new)])


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _common_ends(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """Count the pieces that are alike at the beginning, and then at the end."""
    shortest = min(len(before), len(after))
    head = 0
    while head < shortest and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shortest - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return head, tail


def _compared(before: Sequence[str], after: Sequence[str]) -> Iterator[Part]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        removed = "".join(before[from_old:to_old])
        if tag == "equal":
            yield Part("same", removed)
            continue
        added = "".join(after[from_new:to_new])
        space = _space_after_both(removed, added)
        yield Part("removed", removed[: len(removed) - len(space)])
        yield Part("added", added[: len(added) - len(space)])
        yield Part("same", space)


def _space_after_both(one: str, other: str) -> str:
    """Give the blanks two texts end with, if they are the same: no change to mark."""
    space = one[len(one.rstrip()) :]
    return space if other[len(other.rstrip()) :] == space else ""


def _joined(parts: Iterable[Part]) -> list[Part]:
    """Leave out what is empty, and join what stayed on both sides of it."""
    joined: list[Part] = []
    for part in parts:
        if joined and part.kind == joined[-1].kind == "same":
            joined[-1] = Part("same", joined[-1].text + part.text)
        elif part.text:
            joined.append(part)
    return joined
