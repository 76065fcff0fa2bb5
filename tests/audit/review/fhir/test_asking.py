"""What a program may ask for, and what it is told when it cannot be understood."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.audit.review.fhir.programs import EVENTS, issue, told


@pytest.mark.parametrize(
    ("date", "within", "beyond"),
    [
        ("{0}", 3, 2),
        ("eq{0}", 3, 4),
        ("ge{0}", 3, 4),
        ("gt{0}", 2, 3),
        ("le{0}", 3, 2),
        ("lt{0}", 4, 3),
    ],
)
def test_days_are_norwegian_days(world, auditor, happened, date, within, beyond):
    noon = timezone.localtime().replace(hour=12, minute=0)
    asked = date.format((noon - timedelta(days=3)).date())
    there = happened(of=world.ola, at=noon - timedelta(days=within))
    other = happened(of=world.ola, at=noon - timedelta(days=beyond))

    ids = [r["id"] for r in told(auditor.get(EVENTS, {"date": asked}))]

    assert f"{there}.1" in ids
    assert f"{other}.1" not in ids


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Si hvilken periode"),
        ({"date": "i går"}, "«date» er en hel dag"),
        ({"date": "2026-02-31"}, "«date» er en hel dag"),
        ({"date": ["gt2026-11-20", "lt2026-11-20"]}, "har ingen dager"),
        ({"date": "2026-11-26", "agent": "siri"}, "navngis ved sin id"),
        ({"date": "2026-11-26", "action": "X"}, "«action» er"),
        ({"date": "2026-11-26", "outcome": "ja"}, "«outcome» er"),
        ({"date": "2026-11-26", "_count": "0"}, "«_count» er"),
        ({"date": "2026-11-26", "_count": "²"}, "«_count» er"),
        ({"date": "2026-11-26", "_page": "x"}, "kommer fra svaret før"),
        ({"date": "2026-11-26", "entity": "x"}, "«entity» finnes ikke her"),
        ({"date": "2026-11-26", "_format": "xml"}, "Her finnes bare JSON"),
    ],
)
def test_question_that_cannot_be_understood_is_told_so_in_norwegian(
    world, auditor, given, said
):
    answer = auditor.get(EVENTS, given)

    assert answer.status_code == 400
    assert said in issue(answer)[1]
