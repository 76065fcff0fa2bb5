"""Lying bars of a picture, each beside its figures in a table."""

from collections.abc import Iterable
from dataclasses import dataclass

LENGTH = 100.0
# So that a single opening is seen.
_LEAST = 1.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: an even part and, after it, a striped one; lengths of 100."""

    even: float
    striped: float


def bars(parts: Iterable[tuple[int, int]]) -> list[Bar]:
    """Draw bars to the same scale: the longest is 100.

    Args:
        parts: for each bar how many are shown even, and how many striped.
    """
    parts = list(parts)
    most = max((even + striped for even, striped in parts), default=0)
    return [Bar(_length(even, most), _length(striped, most)) for even, striped in parts]


def _length(count: int, most: int) -> float:
    return max(_LEAST, round(LENGTH * count / most, 1)) if count else 0.0
