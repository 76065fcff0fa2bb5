"""Parental responsibility: from when, and until when, somebody has it for a child.

Source:
    Vergemålsloven § 8: who has not turned 18 is a minor. Barnelova: parental
    responsibility is for minors; a court or an agreement may end it before.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

OF_AGE_YEARS = 18


class ParentalState(StrEnum):
    """Whether somebody has the responsibility on a day."""

    NOT_YET = "not_yet"
    NOW = "now"
    ENDED = "ended"


def comes_of_age_on(born: date) -> date:
    """Give the day a child is 18; one born on 29 February is it on 1 March."""
    year = born.year + OF_AGE_YEARS
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


@dataclass(frozen=True, slots=True)
class ParentalPeriod:
    """When somebody has parental responsibility for a child.

    Args:
        child_born: the child's birth date.
        begins: the first day; None when it is from birth, or not known.
        until: the day it was ended; None when it lasts until the child is 18.
    """

    child_born: date
    begins: date | None = None
    until: date | None = None

    @property
    def ends(self) -> date:
        """The first day without it."""
        of_age = comes_of_age_on(self.child_born)
        return min(self.until, of_age) if self.until else of_age

    def state_on(self, day: date) -> ParentalState:
        """Whether it has begun, holds or has ended on a day."""
        if day >= self.ends:
            return ParentalState.ENDED
        if self.begins is not None and day < self.begins:
            return ParentalState.NOT_YET
        return ParentalState.NOW
