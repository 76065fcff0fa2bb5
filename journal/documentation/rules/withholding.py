"""Whether a patient, or a parent, may read an entry of his own accord (innsyn), and why not.

The code of an entry says why it is withheld; age and parental responsibility say who asks
for himself, and for whom.

Source:
    Kodeverk 9603. Pasient- og brukerrettighetsloven § 3-4 (what parents are told: under 12
    all; from 12 to 16 not what the young person has reasons to keep; from 16 nothing
    without consent), § 4-3 (of age in matters of health at 16), § 5-1 (what may be refused).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

YOUNG_FROM_YEARS = 12
OF_HEALTH_AGE_YEARS = 16


class Code(StrEnum):
    """Why an entry is withheld (innsynskode, kodeverk 9603)."""

    NORMAL = "N"
    DANGER_TO_LIFE = "NORN_FFL"
    CLOSE_ONES = "NORN_KUT"
    OWN_WISH = "NORN_EPO"
    PERSONNEL = "NORN_ALL"
    OUTDATED = "NORN_FOR"
    PARENTS = "NORN_FORANS"
    YOUTH = "NORN_UNGDOM"


class Reader(StrEnum):
    """Who asks to read."""

    PATIENT = "patient"
    PARENT = "parent"


class Why(StrEnum):
    """What stands in the way."""

    CODE = "code"
    TOO_YOUNG = "too_young"
    NOT_RESPONSIBLE = "not_responsible"
    OF_HEALTH_AGE = "of_health_age"
    YOUTH_NOT_ASKED = "youth_not_asked"


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks to read, on the day he asks.

    Args:
        reader: the patient himself, or a parent.
        age_years: the patient's age.
        is_responsible: whether a parent has parental responsibility now.
        youth_agrees: whether a patient from 12 to 16 was asked, and does not mind.
        is_electronic: whether it is read on a screen by himself, and not handed to him.
    """

    reader: Reader
    age_years: int
    is_responsible: bool = False
    youth_agrees: bool = False
    is_electronic: bool = False

    @property
    def is_young(self) -> bool:
        """Whether the patient is from 12 to 16."""
        return YOUNG_FROM_YEARS <= self.age_years < OF_HEALTH_AGE_YEARS


_FROM_ALL = frozenset({Code.DANGER_TO_LIFE, Code.CLOSE_ONES, Code.PERSONNEL})
# The patient asked for these not to be shown on a screen, or they are from before it was
# done; on paper he has what he asks for.
_ON_A_SCREEN = frozenset({Code.OWN_WISH, Code.OUTDATED})
_FROM_PARENTS = frozenset({Code.PARENTS, Code.OWN_WISH})


def why_nothing(asker: Asker) -> Why | None:
    """Say why somebody may read nothing at all; None when he may."""
    if asker.reader is Reader.PATIENT:
        return Why.TOO_YOUNG if asker.age_years < YOUNG_FROM_YEARS else None
    if not asker.is_responsible:
        return Why.NOT_RESPONSIBLE
    return Why.OF_HEALTH_AGE if asker.age_years >= OF_HEALTH_AGE_YEARS else None


def why_withheld(code: Code, asker: Asker, *, is_for_him: bool = True) -> Why | None:
    """Say why an entry is withheld from somebody; None when he may read it.

    Args:
        code: what the entry is marked with.
        asker: who asks.
        is_for_him: of a mark against parents, whether it is against this one: False when
            it names the other.
    """
    nothing = why_nothing(asker)
    if nothing is not None:
        return nothing
    if code in _FROM_ALL or (asker.is_electronic and code in _ON_A_SCREEN):
        return Why.CODE
    if asker.reader is Reader.PATIENT:
        return Why.CODE if code is Code.YOUTH and asker.is_young else None
    if code in _FROM_PARENTS and is_for_him:
        return Why.CODE
    # What is kept from the young person to save his life, his parents are told.
    if asker.is_young and not asker.youth_agrees and code is not Code.YOUTH:
        return Why.YOUTH_NOT_ASKED
    return None


def age_on(born: date, day: date) -> int:
    """How many whole years old somebody is on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
