"""An administrator imports shifts: added, changed and struck as it was shown."""

from datetime import timedelta

import pytest
from django.utils import timezone

from access.models import Shift
from tests.access.staff.importing import NORTH, confirm, upload

SHIFTS = "Brukernavn;Enhet;Dato;Fra klokken;Til klokken\n"
TODAY = timezone.localdate


def _shift(username="siri.sykepleier", begins="22.30", ends="07.30", day=2):
    at = TODAY() + timedelta(days=day)
    return f"{username};{NORTH};{at:%d.%m.%Y};{begins};{ends}\n"


def test_shifts_are_added_changed_and_struck_as_shown(world, arne):
    confirm(arne, upload(arne, SHIFTS + _shift() + _shift(day=3)))
    assert Shift.objects.count() == 2
    assert "Ingen forskjeller" in upload(arne, SHIFTS + _shift() + _shift(day=3)).text

    shown = upload(
        arne, SHIFTS + _shift(ends="06.00") + _shift(day=4), ends_missing="on"
    )
    for said in ("Nye", "Endres", "Avsluttes", "Står ikke i filen"):
        assert said in shown.text
    confirm(arne, shown, missing_count="1")

    lengths = [
        s.valid_until - s.valid_from for s in Shift.objects.order_by("valid_from")
    ]
    assert lengths[0] == timedelta(hours=7, minutes=30)
    assert lengths[1] < timedelta(seconds=1)
    again = upload(
        arne, SHIFTS + _shift(ends="06.00") + _shift(day=4), ends_missing="on"
    )
    assert "Ingen forskjeller" in again.text


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        (_shift("ukjent.person"), "Brukernavn", "Ingen åpen konto"),
        (_shift("frank.fremmed"), "Brukernavn", "ikke ansatt ved enheten"),
        (_shift(begins="25.00"), "Fra klokken", "Skriv klokkeslettet som 14.05."),
        (_shift() + _shift(), "Fra klokken", "Samme vakt står lenger opp"),
    ],
)
def test_what_is_wrong_with_a_shift_is_told_by_line_and_column(
    arne, row, column, message
):
    answer = upload(arne, SHIFTS + row)

    assert f"Linje {row.count(chr(10)) + 1}, {column}" in answer.text
    assert message in answer.text
