"""Invented numbers that pass their own checks: persons, enterprises, health personnel.

Person numbers are synthetic by their form: the month plus 80, as in Tenor.
"""

from collections.abc import Sequence
from datetime import date
from random import Random

from akson_project.demo.stories.model import Sex

_K1 = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_K2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_ORGNR = (3, 2, 7, 6, 5, 4, 3, 2)
_SYNTHETIC = 80


def _control(digits: Sequence[int], weights: Sequence[int]) -> int:
    """Give the modulus 11 control digit; 10 means that the number cannot be used."""
    total = sum(d * w for d, w in zip(digits, weights, strict=True))
    return -total % 11


def _with_controls(nine: str) -> str | None:
    digits = [int(c) for c in nine]
    for weights in (_K1, _K2):
        control = _control(digits, weights)
        if control > 9:
            return None
        digits.append(control)
    return "".join(map(str, digits))


def _series(year: int) -> tuple[int, int]:
    """Give the individual numbers issued to people born in a year."""
    if year >= 2000:
        return 500, 999
    return 0, 499


class Numbers:
    """Deals out numbers, none of them twice."""

    def __init__(self, rng: Random, enterprise_prefix: str) -> None:
        self._rng = rng
        self._prefix = enterprise_prefix
        self._taken: set[str] = set()

    def fnr(self, born: date, sex: Sex) -> str:
        """Give a synthetic fødselsnummer for a birth date and sex."""
        return self._person(born, sex, day_offset=0)

    def dnr(self, born: date, sex: Sex) -> str:
        """Give a synthetic D-number: 40 added to the day."""
        return self._person(born, sex, day_offset=40)

    def fhn(self) -> str:
        """Give a shared help number: starts with 8 or 9 and holds no date.

        The digits where a month would be are above 80 too, so no reader can take it
        for a real person's number.
        """
        while True:
            nine = f"{self._rng.choice('89')}{self._rng.randint(0, 9)}"
            nine += f"{self._rng.randint(81, 92)}{self._rng.randint(0, 99999):05d}"
            number = _with_controls(nine)
            if number and self._is_new(number):
                return number

    def orgnr(self) -> str:
        """Give an organisation number in a series that is not handed out."""
        while True:
            eight = f"{self._prefix}{self._rng.randint(0, 99999):05d}"
            control = _control([int(c) for c in eight], _ORGNR)
            if control <= 9 and self._is_new(f"{eight}{control}"):
                return f"{eight}{control}"

    def hpr(self) -> str:
        """Give an invented HPR number."""
        while True:
            number = f"9{self._rng.randint(0, 99999999):08d}"
            if self._is_new(number):
                return number

    def phone(self) -> str:
        """Give a telephone number that nobody can have: none begin with 10."""
        while True:
            number = f"10{self._rng.randint(0, 999999):06d}"
            if self._is_new(number):
                return " ".join(number[i : i + 2] for i in range(0, 8, 2))

    def _person(self, born: date, sex: Sex, *, day_offset: int) -> str:
        low, high = _series(born.year)
        head = (
            f"{born.day + day_offset:02d}{born.month + _SYNTHETIC}{born.year % 100:02d}"
        )
        while True:
            serial = self._rng.randint(low, high)
            if (serial % 2 == 1) != (sex == "male"):
                continue
            number = _with_controls(f"{head}{serial:03d}")
            if number and self._is_new(number):
                return number

    def _is_new(self, number: str) -> bool:
        if number in self._taken:
            return False
        self._taken.add(number)
        return True
