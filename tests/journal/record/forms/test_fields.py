"""Fields for what Norwegians type."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from access.forms.person_number import PersonNumberField
from access.forms.phone import PhoneField
from journal.record.forms.fields import (
    MomentField,
    NorwegianDateField,
    NorwegianTimeField,
)


def refusal(field, typed):
    with pytest.raises(ValidationError) as refused:
        field.clean(typed)
    return refused.value.messages[0]


def test_date_is_read_and_written_back_as_it_is_typed():
    field = NorwegianDateField()

    assert field.clean("14.02.1942") == field.clean("14021942") == date(1942, 2, 14)
    assert field.prepare_value(date(1942, 2, 14)) == "14.02.1942"
    assert field.prepare_value("31.02") == "31.02"


def test_date_that_cannot_be_is_explained():
    assert "dag, måned og år" in refusal(NorwegianDateField(), "31.02.1942")
    future = NorwegianDateField(in_the_past=True)
    assert "ikke være fram i tid" in refusal(future, "01.01.2200")


@pytest.mark.parametrize("typed", ["14.02.1492", "14.02.0942", "31.12.1700"])
def test_birth_date_nobody_has_is_a_slip_of_the_finger(typed):
    assert "Sjekk årstallet" in refusal(NorwegianDateField(in_the_past=True), typed)


def test_the_oldest_are_not_refused():
    oldest = timezone.localdate().year - 125

    day = NorwegianDateField(in_the_past=True).clean(f"01.01.{oldest}")

    assert day == date(oldest, 1, 1)


@pytest.mark.parametrize(
    ("typed", "is_taken"),
    [("31.12.1899", False), ("01.01.1900", True), ("31.12.2199", True)],
)
def test_day_within_the_calendar_alone(typed, is_taken):
    if is_taken:
        assert NorwegianDateField().clean(typed)
    else:
        assert "mellom 1900 og 2199" in refusal(NorwegianDateField(), typed)


def test_two_digits_of_a_birth_date_mean_a_day_that_has_been():
    year = timezone.localdate().year + 1
    typed = f"0101{year % 100:02d}"

    assert NorwegianDateField(in_the_past=True).clean(typed).year == year - 100


def test_time():
    field = NorwegianTimeField()

    assert field.clean("1405") == field.clean("14.05") == time(14, 5)
    assert "14.05" in refusal(field, "25")


def test_moment_is_norwegian_time():
    assert MomentField().clean(["01.07.2026", "14.05"]) == datetime(
        2026, 7, 1, 12, 5, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["29.03.2026", "02.30"], "finnes ikke den dagen"),
        (["01.07.2026", ""], "både dato og klokkeslett"),
        (["", "14.05"], "både dato og klokkeslett"),
        (["", ""], "påkrevet"),
        (["i går", "14.05"], "Skriv datoen"),
    ],
)
def test_moment_that_cannot_be(typed, words):
    assert words in refusal(MomentField(), typed)


def test_moment_may_be_left_out_but_not_half():
    field = MomentField(required=False)

    assert field.clean(["", ""]) is None
    assert "både dato" in refusal(field, ["01.07.2026", ""])


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("91234567", "912 34 567"),
        ("55-12 34 56", "55 12 34 56"),
        ("+46 8 123 456", "+46 8 123 456"),
        ("113", "113"),
        ("", ""),
    ],
)
def test_telephone(typed, stored):
    assert PhoneField(required=False).clean(typed) == stored


@pytest.mark.parametrize("typed", ["ring meg", "12", "1" * 16, "55 12 34 5x"])
def test_no_telephone(typed):
    assert "med sifre" in refusal(PhoneField(), typed)


def test_number_is_read_whole():
    number = PersonNumberField().clean("148342 12081")

    assert number is not None
    assert PersonNumberField().prepare_value(number) == "148342 12081"
    assert PersonNumberField(required=False).clean("") is None


def test_demo_says_which_numbers_to_use(settings):
    settings.AKSON_DEMO = True

    assert "syntetiske" in refusal(PersonNumberField(), "13116900216")
