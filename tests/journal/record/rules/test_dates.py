"""Dates and times as people type them."""

from datetime import date, time

import pytest

from journal.record.rules.dates import birth_dates_meant, read_date, read_time

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "text",
    ["14.02.1942", "14/2-1942", "14 2 1942", "14021942", "1942-02-14", " 14.2.1942 "],
)
def test_one_date_in_many_forms(text):
    assert read_date(text, today=TODAY) == date(1942, 2, 14)


@pytest.mark.parametrize(
    ("text", "in_the_past", "day"),
    [
        ("140242", True, date(1942, 2, 14)),
        ("14.02.42", True, date(1942, 2, 14)),
        ("221126", True, date(2026, 11, 22)),
        ("231126", True, date(1926, 11, 23)),
        ("140230", False, date(2030, 2, 14)),
        ("140240", False, date(1940, 2, 14)),
        ("290200", True, date(2000, 2, 29)),
    ],
)
def test_the_century_is_the_likely_one(text, in_the_past, day):
    assert read_date(text, today=TODAY, in_the_past=in_the_past) == day


@pytest.mark.parametrize(
    "text",
    ["", "i går", "31.02.1942", "00.00.0000", "1402194", "14.02", "1", "99999999"],
)
def test_no_date(text):
    assert read_date(text, today=TODAY) is None


def test_two_digits_may_mean_two_birth_dates():
    assert birth_dates_meant("010120", today=TODAY) == [
        date(2020, 1, 1),
        date(1920, 1, 1),
    ]


def test_nobody_is_born_in_the_future_or_two_hundred_years_ago():
    assert birth_dates_meant("01.01.2027", today=TODAY) == []
    assert birth_dates_meant("01.01.1850", today=TODAY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14.05", time(14, 5)),
        ("14:05", time(14, 5)),
        ("1405", time(14, 5)),
        ("905", time(9, 5)),
        ("kl. 9.05", time(9, 5)),
        ("9", time(9, 0)),
        ("00.00", time(0, 0)),
        ("24.00", None),
        ("12.60", None),
        ("nå", None),
        ("", None),
    ],
)
def test_time_of_day(text, expected):
    assert read_time(text) == expected
