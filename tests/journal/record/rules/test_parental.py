"""Parental responsibility holds from its first day, until it is ended or the child is 18."""

from datetime import date, timedelta

import pytest

from journal.record.rules.parental import (
    ParentalPeriod,
    ParentalState,
    comes_of_age_on,
)

BORN = date(2016, 5, 20)
NOT_YET, NOW, ENDED = ParentalState


@pytest.mark.parametrize(
    ("born", "of_age"),
    [
        (date(2016, 5, 20), date(2034, 5, 20)),
        (date(2008, 2, 29), date(2026, 3, 1)),
        (date(2007, 2, 28), date(2025, 2, 28)),
    ],
)
def test_a_child_is_of_age_at_18(born, of_age):
    assert comes_of_age_on(born) == of_age


@pytest.mark.parametrize(
    ("begins", "until", "day", "state"),
    [
        (None, None, BORN, NOW),
        (None, None, date(2034, 5, 19), NOW),
        (None, None, date(2034, 5, 20), ENDED),
        (date(2020, 1, 1), None, date(2019, 12, 31), NOT_YET),
        (date(2020, 1, 1), None, date(2020, 1, 1), NOW),
        (None, date(2026, 3, 1), date(2026, 2, 28), NOW),
        (None, date(2026, 3, 1), date(2026, 3, 1), ENDED),
        (date(2020, 1, 1), date(2026, 3, 1), date(2040, 1, 1), ENDED),
    ],
)
def test_period_decides_from_its_first_day_until_its_last(begins, until, day, state):
    assert ParentalPeriod(BORN, begins, until).state_on(day) is state


def test_it_ends_at_18_however_late_its_end_was_set():
    late = ParentalPeriod(BORN, until=date(2050, 1, 1))

    assert late.ends == date(2034, 5, 20)
    assert ParentalPeriod(BORN, until=late.ends - timedelta(days=1)).ends < late.ends
