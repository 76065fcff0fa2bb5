"""How children grow, roughly: medians of weight, length and head by age."""

from bisect import bisect_right
from random import Random

# (age in days, weight in grams, length in cm, head in cm), middle of both sexes.
_MEDIANS = (
    (0, 3450, 50.0, 35.0),
    (9, 3400, 51.0, 35.4),
    (28, 4250, 53.5, 36.9),
    (42, 4850, 55.8, 38.0),
    (91, 6150, 60.6, 40.4),
    (122, 6850, 63.2, 41.6),
    (152, 7400, 65.2, 42.5),
    (183, 7800, 67.0, 43.3),
    (244, 8600, 70.2, 44.6),
    (304, 9200, 73.2, 45.5),
    (365, 9700, 75.6, 46.2),
    (456, 10400, 79.0, 46.9),
    (533, 11000, 81.8, 47.4),
    (730, 12300, 87.6, 48.4),
    (1461, 16600, 103.0, 50.2),
    (2300, 21500, 117.5, 51.5),
    (3200, 28500, 131.0, 52.5),
    (4000, 36000, 144.0, 53.3),
    (4900, 50000, 160.0, 54.5),
    (5700, 60000, 168.0, 55.3),
)
_GIRLS = 0.965


def measures(
    age_days: int, *, is_girl: bool, deviation: float
) -> tuple[int, float, float]:
    """Give weight in grams, length and head in cm.

    Args:
        age_days: Age in days.
        is_girl: Girls are slightly smaller.
        deviation: How the child differs from the median, between -1 and 1, all its life.
    """
    n = min(
        max(bisect_right([row[0] for row in _MEDIANS], age_days), 1), len(_MEDIANS) - 1
    )
    (day0, *low), (day1, *high) = _MEDIANS[n - 1], _MEDIANS[n]
    share = min(1.0, (age_days - day0) / (day1 - day0))
    weight, length, head = (a + (b - a) * share for a, b in zip(low, high, strict=True))
    sex = _GIRLS if is_girl else 1.0
    weight *= sex * (1 + 0.1 * deviation)
    return (
        round(weight / 10) * 10,
        round(length * (1 + 0.03 * deviation) * (1 + sex) / 2, 1),
        round(head * (1 + sex) / 2 + 0.3 * deviation, 1),
    )


def grams(value: int) -> str:
    """Write grams as in a record: 4 830."""
    return f"{value // 1000} {value % 1000:03d}" if value >= 1000 else str(value)


def kilos(value: int) -> str:
    """Write kilos with one decimal: 9,7."""
    return f"{value / 1000:.1f}".replace(".", ",")


def birth_weight(rng: Random) -> tuple[int, float]:
    """Draw a birth weight and the deviation it stands for."""
    deviation = max(-0.9, min(0.9, rng.gauss(0, 0.4)))
    return round((3480 + 430 * deviation) / 5) * 5, deviation
