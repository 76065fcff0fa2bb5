"""Dice that fall the same way every time, in every process."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def dice(*parts: object) -> Random:
    """Give a generator seeded by names and numbers alone.

    A string seed goes through SHA-512 in the standard library, so the result does
    not depend on PYTHONHASHSEED.
    """
    return Random("/".join(str(part) for part in parts))  # noqa: S311 - invented people, not secrets


def weighted(rng: Random, choices: Sequence[tuple[T, float]]) -> T:
    """Pick one of (value, weight) pairs."""
    return rng.choices([c[0] for c in choices], [c[1] for c in choices])[0]
