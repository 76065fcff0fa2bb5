"""Measurements that agree with each other, and their NEWS2 sum."""

from dataclasses import dataclass
from random import Random

from akson_project.demo.stories.model import Language

# (upper bound, points); the last row has no bound.
_RESPIRATION = ((8, 3), (11, 1), (20, 0), (24, 2), (None, 3))
_SATURATION = ((91, 3), (93, 2), (95, 1), (None, 0))
_SYSTOLIC = ((90, 3), (100, 2), (110, 1), (219, 0), (None, 3))
_PULSE = ((40, 3), (50, 1), (90, 0), (110, 1), (130, 2), (None, 3))
_TEMPERATURE_TENTHS = ((350, 3), (360, 1), (380, 0), (390, 1), (None, 2))
_WORDS: dict[Language, tuple[str, str, str]] = {
    "nb": ("uten O2", "nyoppstått forvirret", "våken og klar"),
    "nn": ("utan O2", "nyoppstått forvirra", "vaken og klar"),
}
_Scale = tuple[tuple[int | None, int], ...]


def _points(value: int, scale: _Scale) -> int:
    for bound, points in scale:
        if bound is None or value <= bound:
            return points
    raise AssertionError


@dataclass(frozen=True, slots=True)
class Vitals:
    """The seven parameters of NEWS2, scale 1 for oxygen.

    Source:
        Royal College of Physicians, National Early Warning Score (NEWS) 2,
        London 2017, chart 1.
    """

    respiration: int
    saturation: int
    systolic: int
    diastolic: int
    pulse: int
    temperature_tenths: int
    oxygen_litres: int = 0
    is_newly_confused: bool = False

    @property
    def news2(self) -> int:
        """The sum of points."""
        return (
            _points(self.respiration, _RESPIRATION)
            + _points(self.saturation, _SATURATION)
            + _points(self.systolic, _SYSTOLIC)
            + _points(self.pulse, _PULSE)
            + _points(self.temperature_tenths, _TEMPERATURE_TENTHS)
            + (2 if self.oxygen_litres else 0)
            + (3 if self.is_newly_confused else 0)
        )

    def written(self, language: Language) -> str:
        """Write the measurements and their sum as in a note, without a full stop."""
        without, confused, alert = _WORDS[language]
        oxygen = f"med {self.oxygen_litres} l O2" if self.oxygen_litres else without
        mind = confused if self.is_newly_confused else alert
        tenths = self.temperature_tenths
        return (
            f"RF {self.respiration}, SpO2 {self.saturation} {oxygen}, BT {self.systolic}/{self.diastolic}, "
            f"P {self.pulse}, temp {tenths // 10},{tenths % 10}, {mind}: NEWS2 {self.news2}"
        )


def ill(rng: Random, severity: int, *, usual_saturation: int = 99) -> Vitals:
    """Draw measurements of a person with an infection: 0 nearly well, 1 poorly, 2 ill."""
    steps = {
        0: ((14, 19), (95, 97), (120, 140), (72, 88), (368, 378)),
        1: ((18, 22), (93, 95), (115, 135), (88, 102), (379, 386)),
        2: ((22, 26), (90, 92), (100, 115), (102, 118), (386, 393)),
    }[severity]
    rf, spo2, systolic, pulse, temp = (rng.randint(*bounds) for bounds in steps)
    spo2 = min(spo2, usual_saturation - severity)
    diastolic = 5 * round(systolic * 0.57 / 5)
    return Vitals(rf, spo2, 5 * round(systolic / 5), diastolic, pulse, temp)
