"""Which person numbers are possible: the table of the national test vectors, and edges."""

import json
from datetime import date
from pathlib import Path

import pytest

from access.person_number import (
    Flaw,
    InvalidNumberError,
    NumberKind,
    display,
    read_number,
)

VECTORS = json.loads(
    (Path(__file__).parents[1] / "data" / "person_numbers.json").read_text()
)


def flaw_of(text, **options):
    with pytest.raises(InvalidNumberError) as refused:
        read_number(text, **options)
    return refused.value.flaw


@pytest.mark.parametrize("vector", VECTORS["valid"], ids=lambda v: v["nummer"])
def test_a_valid_vector_is_accepted(vector):
    assert read_number(vector["nummer"]).value == vector["nummer"]


@pytest.mark.parametrize("vector", VECTORS["invalid"], ids=lambda v: v["nummer"])
def test_an_invalid_vector_is_refused(vector):
    assert flaw_of(vector["nummer"]) is Flaw.CONTROL


@pytest.mark.parametrize(
    ("number", "kind", "is_synthetic"),
    [
        ("14834212081", NumberKind.FNR, True),
        ("49878530100", NumberKind.DNR, True),
        ("17459010084", NumberKind.HNR, False),
        ("13116900216", NumberKind.FNR, False),
        ("30108299939", NumberKind.FNR, False),
        ("81833812300", NumberKind.FHN, True),
    ],
)
def test_kind_and_whether_it_is_synthetic(number, kind, is_synthetic):
    read = read_number(number)

    assert (read.kind, read.is_synthetic) == (kind, is_synthetic)


@pytest.mark.parametrize(
    "text", ["148342 12081", "14.83.42 12081", " 148342-12081 ", "148342\u00a012081"]
)
def test_spaces_dots_and_dashes_do_not_matter(text):
    assert read_number(text).value == "14834212081"


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("", Flaw.LENGTH),
        ("1483421208", Flaw.LENGTH),
        ("148342120811", Flaw.LENGTH),
        ("1483421208x", Flaw.LENGTH),
        ("١٤٨٣٤٢١٢٠٨١", Flaw.LENGTH),
        ("00834212081", Flaw.DATE),
        ("31844212081", Flaw.DATE),
        ("14934212081", Flaw.DATE),
        ("14834212082", Flaw.CONTROL),
        ("14834212091", Flaw.CONTROL),
    ],
)
def test_what_is_wrong_is_said(text, flaw):
    assert flaw_of(text) is flaw


def test_leap_day_is_possible_in_a_century_that_has_one():
    assert date(2024, 2, 29) in read_number("29822450073").possible_birth_dates


def test_first_control_may_leave_three_but_not_four_from_2032():
    assert read_number("05813251061").kind is NumberKind.FNR
    assert flaw_of("05813251070") is Flaw.CONTROL


def test_help_number_has_the_old_control_only():
    number = next(
        f"17459010{tail:03d}" for tail in range(1000) if _remainder_is_one(tail)
    )

    assert flaw_of(number) is Flaw.CONTROL


def _remainder_is_one(tail):
    number = [int(c) for c in f"17459010{tail:03d}"]
    first = sum(
        w * d for w, d in zip((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), number, strict=False)
    )
    second = sum(
        w * d for w, d in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), number, strict=True)
    )
    return first % 11 == 1 and second % 11 == 0


@pytest.mark.parametrize("number", ["13116900216", "17459010084", "30108299920"])
def test_demo_refuses_numbers_somebody_could_have(number):
    assert flaw_of(number, synthetic_only=True) is Flaw.NOT_SYNTHETIC


@pytest.mark.parametrize("number", ["14834212081", "49878530100", "05813251045"])
def test_demo_accepts_synthetic_numbers(number):
    assert read_number(number, synthetic_only=True).is_synthetic


@pytest.mark.parametrize(
    ("number", "birth_date", "agrees"),
    [
        ("14834212081", date(1942, 3, 14), True),
        ("14834212081", date(1842, 3, 14), True),
        ("14834212081", date(1942, 2, 14), False),
        ("49878530100", date(1985, 7, 9), True),
        ("17459010084", date(1990, 5, 17), True),
        ("81833812300", date(1950, 1, 1), True),
    ],
)
def test_birth_date_is_compared_never_read(number, birth_date, agrees):
    assert read_number(number).agrees_with(birth_date) is agrees


def test_number_is_shown_in_two_parts():
    assert display("14834212081") == "148342 12081"
