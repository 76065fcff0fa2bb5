"""How sure a share is that was found in a sample."""

from dataclasses import dataclass
from math import sqrt

# 95 per cent of the normal distribution lies within so many standard deviations.
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a sample, and between which shares it probably is of all (Wilson's interval).

    Args:
        found: how many were found.
        of: how many were looked at.
        low, high: bounds of the share at 95 per cent, between 0 and 1.
    """

    found: int
    of: int
    low: float
    high: float

    @property
    def low_percent(self) -> float:
        """The lower bound in per cent."""
        return round(100 * self.low, 1)

    @property
    def high_percent(self) -> float:
        """The upper bound in per cent."""
        return round(100 * self.high, 1)


def share_of(found: int, of: int) -> Share:
    """Estimate a share by a sample (Wilson 1927, score interval without correction).

    Raises:
        ValueError: more were found than looked at.
    """
    if not 0 <= found <= of:
        raise ValueError("a share is of what was looked at")
    if of == 0:
        return Share(0, 0, 0.0, 1.0)
    share = found / of
    scale = 1 + _Z**2 / of
    middle = (share + _Z**2 / (2 * of)) / scale
    reach = _Z / scale * sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2))
    return Share(found, of, max(0.0, middle - reach), min(1.0, middle + reach))
