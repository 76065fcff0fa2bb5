"""For whom the programmes of a health station are, and how far ahead a list is kept."""

from datetime import date, timedelta

# A change of GP is known at most some weeks before it counts.
AHEAD = timedelta(days=92)
# School begins in the year a child is six; he may be followed from the year before.
_SCHOOL_AGES = range(5, 21)
_LAST_YEAR_BEFORE_SCHOOL = 6


def is_of_age(programme: str, *, born: date, on: date) -> bool:
    """Whether somebody is of the age a programme is for; a GP's list is for everybody.

    Source:
        forskrift om helsestasjons- og skolehelsetjenesten § 2: children before school, and
        children and young people from 5 to 20 years.
    """
    years = on.year - born.year
    if programme == "helsestasjon":
        return years <= _LAST_YEAR_BEFORE_SCHOOL
    if programme == "skole":
        return years in _SCHOOL_AGES
    return True
