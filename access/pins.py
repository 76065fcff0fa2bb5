"""Which six digits are too easy to guess, or to see over a shoulder."""

import re

LENGTH = 6
_DIGITS = re.compile(r"[0-9]{6}")
_UP, _DOWN = "012345678901234", "098765432109876"
_FEWEST_DIFFERENT = 3
# Walks over the keypad, and what people choose most after the rows and repetitions.
_KNOWN = frozenset(
    "147258 258369 159357 159753 147369 741852 852963 753159 112233 332211 696969".split()
)


def is_pin(typed: str) -> bool:
    """Whether what was typed has the form of a PIN; no password of ours has."""
    return _DIGITS.fullmatch(typed) is not None


def is_weak(pin: str) -> bool:
    """Whether a PIN is one of the first a thief would try."""
    halves = pin[:3] == pin[3:] or pin[:2] == pin[2:4] == pin[4:]
    in_a_row = pin in _UP or pin in _DOWN
    return halves or in_a_row or pin in _KNOWN or len(set(pin)) < _FEWEST_DIFFERENT
