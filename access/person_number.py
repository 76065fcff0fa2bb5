"""Norwegian person numbers: which are possible, of what kind, and what they agree with.

Sources:
    Skatteetaten: a birth number has eleven digits, ddmmyy + three individual + two
    control digits. From 2032 the first control may leave a remainder of 1, 2 or 3 as
    well, and the ninth digit no longer tells the sex; old numbers stay valid.
    KITH 1001:2010: a help number inside an enterprise has 40 added to the month.
    Norsk Helsenett: a shared help number begins with 8 or 9 and holds no date.
    Tenor (Skatteetaten): a synthetic person's number has 80 added to the month.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stdnum.no import fodselsnummer

LENGTH = 11
_D_NUMBER_DAY = 40
_HELP_NUMBER_MONTH = 40
_SYNTHETIC_MONTH = 80
_FIRST_CONTROL = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_REMAINDERS_FROM_2032 = frozenset({0, 1, 2, 3})
_CENTURIES = (1800, 1900, 2000)
# Where the month begins in numbers with something added to it.
_MONTHS = range(1, 13)


class NumberKind(StrEnum):
    """Kind of person number (kodeverk 8327, in lower case)."""

    FNR = "fnr"
    DNR = "dnr"
    HNR = "hnr"
    FHN = "fhn"


class Flaw(StrEnum):
    """What is wrong with a number that cannot be."""

    LENGTH = "length"
    DATE = "date"
    CONTROL = "control"
    NOT_SYNTHETIC = "not_synthetic"


class InvalidNumberError(ValueError):
    """Nobody can have this number.

    Args:
        flaw: what is wrong with it.
    """

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


@dataclass(frozen=True, slots=True)
class PersonNumber:
    """A number that passes its checks."""

    value: str
    kind: NumberKind
    is_synthetic: bool

    @property
    def possible_birth_dates(self) -> tuple[date, ...]:
        """The dates its first six digits may stand for, one per century; none in a FH-number."""
        if self.kind is NumberKind.FHN:
            return ()
        return tuple(_dates(*_day_month_year(self.value)))

    def agrees_with(self, birth_date: date) -> bool:
        """Whether a birth date may belong to the number.

        The date itself is stored as the person or the population register gave it;
        it is only compared with the number to catch a slip of the pen.
        """
        dates = self.possible_birth_dates
        return not dates or birth_date in dates


def digits_of(text: str) -> str:
    """Give the digits of a number as people write it: spaces, dots and dashes left out."""
    return fodselsnummer.compact(text).replace(".", "").replace("\u00a0", "")


def read_number(text: str, *, synthetic_only: bool = False) -> PersonNumber:
    """Read a person number of any of the four kinds.

    Args:
        text: As typed; spaces, dots and dashes do not matter.
        synthetic_only: Refuse every number a living person could have.

    Raises:
        InvalidNumberError: no such number can exist, or it is not synthetic.
    """
    value = digits_of(text)
    if len(value) != LENGTH or not (value.isascii() and value.isdigit()):
        raise InvalidNumberError(Flaw.LENGTH)
    kind = _kind(value)
    if kind is not NumberKind.FHN and not list(_dates(*_day_month_year(value))):
        raise InvalidNumberError(Flaw.DATE)
    if not _controls_hold(value, kind):
        raise InvalidNumberError(Flaw.CONTROL)
    is_synthetic = int(value[2:4]) > _SYNTHETIC_MONTH
    if synthetic_only and not is_synthetic:
        raise InvalidNumberError(Flaw.NOT_SYNTHETIC)
    return PersonNumber(value, kind, is_synthetic)


def display(value: str) -> str:
    """Write a number as people read it: `140242 12345`."""
    return fodselsnummer.format(value) if len(value) == LENGTH else value


def _kind(value: str) -> NumberKind:
    if value[0] in "89":
        return NumberKind.FHN
    if int(value[:2]) > _D_NUMBER_DAY:
        return NumberKind.DNR
    month = int(value[2:4])
    if _HELP_NUMBER_MONTH < month < _SYNTHETIC_MONTH:
        return NumberKind.HNR
    return NumberKind.FNR


def _controls_hold(value: str, kind: NumberKind) -> bool:
    """Check both control digits; the second is the same for all kinds and times."""
    if fodselsnummer.calc_check_digit2(value) != value[10]:
        return False
    if fodselsnummer.calc_check_digit1(value) == value[9]:
        return True
    if kind not in {NumberKind.FNR, NumberKind.DNR}:
        return False
    pairs = zip(_FIRST_CONTROL, value, strict=False)
    remainder = sum(weight * int(digit) for weight, digit in pairs) % 11
    return remainder in _REMAINDERS_FROM_2032


def _day_month_year(value: str) -> tuple[int, int, int]:
    """Read day, month and year of the century, without what was added to them."""
    day, month, year = int(value[:2]), int(value[2:4]), int(value[4:6])
    if day > _D_NUMBER_DAY:
        day -= _D_NUMBER_DAY
    for added in (_SYNTHETIC_MONTH, _HELP_NUMBER_MONTH):
        if month > added:
            month -= added
            break
    return day, month, year


def _dates(day: int, month: int, year: int) -> Iterator[date]:
    if month not in _MONTHS:
        return
    for century in _CENTURIES:
        try:
            yield date(century + year, month, day)
        except ValueError:  # 29 February of a century that had none
            continue
