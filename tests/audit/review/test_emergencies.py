"""An emergency is a case that somebody closes: one for a patient, however many helped."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.models import Block, EmergencyAccess
from access.roles import Role
from tests import world as worlds
from tests.access.oversight.desk import Desk
from tests.audit.review.screens import text_of

CASES = "/logg/saker/"


@pytest.fixture
def took(world):
    """Somebody took an emergency access: `took(by=world.stranger, hours_ago=1)`."""

    def took(*, of=world.ola, by=world.stranger, hours_ago=1.0, **facts):
        began_at = timezone.now() - timedelta(hours=hours_ago)
        return EmergencyAccess.objects.create(
            record_id=of.record_id,
            patient_id=of.patient_id,
            worker_id=by.user_id,
            unit=facts.pop("unit", world.south),
            role=Role.NURSE,
            began_at=began_at,
            ends_at=began_at + timedelta(hours=4),
            reason_code="fare_for_liv",
            **facts,
        )

    return took


def shown(world):
    return text_of(Desk(world.auditor).get(CASES))


def unclosed(page):
    _before, _words, after = page.partition("Nødtilganger som ikke er avsluttet")
    return int(after.split()[0])


def concluded(world, *, at):
    return {
        "explained_at": at,
        "concluded_at": at,
        "concluded_by_id": world.leader.user_id,
        "outcome": "i_orden",
    }


def test_five_helpers_of_one_patient_are_one_case(world, took):
    for number in range(5):
        by = worlds.worker(worlds.person(f"helper.{number}", (Role.NURSE, world.south)))
        took(by=by, hours_ago=3 - number / 2)

    page = shown(world)

    assert unclosed(page) == 1
    assert page.count("Åpnet, ikke forklart") == 5


def test_another_patient_or_another_day_is_another_case(world, took):
    kari = worlds.patient(world.clerk, "Kari", "Sund", at=world.north)
    took()
    took(of=kari)
    took(hours_ago=30)

    page = shown(world)

    assert unclosed(page) == 3
    assert "Fjellheim" not in page


def test_what_everybody_is_concluded_on_is_closed(world, took):
    took(**concluded(world, at=timezone.now()))
    assert unclosed(shown(world)) == 0

    took(by=world.nurse)

    page = shown(world)
    assert unclosed(page) == 1
    assert "Konkludert" in page


@pytest.mark.parametrize(
    ("hours_ago", "explained_days_ago", "is_late"),
    [(51, None, False), (53, None, True), (400, 13, False), (400, 15, True)],
)
def test_late_are_marked(world, took, hours_ago, explained_days_ago, is_late):
    """Two days after it closed it is to be explained, two weeks later concluded on."""
    explained = explained_days_ago and timezone.now() - timedelta(
        days=explained_days_ago
    )
    took(hours_ago=hours_ago, explained_at=explained)

    assert ("Fristen er ute" in shown(world)) is is_late


@pytest.mark.parametrize(
    ("against", "is_past"),
    [
        ({"whom": "all"}, True),
        ({"whom": "role", "role": Role.NURSE}, True),
        ({"whom": "role", "role": Role.CLERK}, False),
        ({"whom": "all", "valid_until_hours_ago": 2}, False),
    ],
)
def test_use_against_a_block_is_marked(world, took, against, is_past):
    took()
    ended = against.pop("valid_until_hours_ago", None)
    Block.objects.create(
        id=uuid4(),
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        what="all",
        valid_from=timezone.now() - timedelta(days=2),
        valid_until=ended and timezone.now() - timedelta(hours=ended),
        **against,
    )

    assert ("Tross sperring" in shown(world)) is is_past
