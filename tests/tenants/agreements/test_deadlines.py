"""Those a deadline concerns are told once ahead and once after; what does not arrive is an alarm."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from tenants.agreements.agreement import Agreement
from tenants.agreements.deadlines import DeadlineNotice
from tenants.agreements.services import ask
from tenants.agreements.telling import tell_of_deadlines
from tenants.alarms.models import Alarm
from tenants.jobs import send_letters, sound_alarms
from tenants.jobs import tell_of_deadlines as job
from tenants.rollout.models import ReadinessCheck
from tests.tenants.agreements.ground import LATER, reachable

SIGNED = {"signed_by": "Åse", "case_number": "1/26"}


def in_days(number):
    return timezone.localdate() + timedelta(days=number)


@pytest.fixture
def vestvik(consortium, mailoutbox):
    """Vestvik, with its rollout lead beside the municipal director."""
    vestvik = reachable()
    vestvik.contact_persons.create(task="rollout", name="Liv", email="liv@v.example")
    return vestvik


def told():
    """What was mailed since the last time: to whom, and the lines."""
    sent = {
        tuple(each.to): [line for line in each.body.split("\n") if line[:1] == "-"]
        for each in mail.outbox
    }
    mail.outbox.clear()
    return sent


ALL = ("liv@v.example", "post@vestvik.example")


def test_unsigned_agreement_is_told_of_once_ahead_and_once_when_it_is_over(vestvik):
    own = vestvik.agreements.create(kind="processor", due_on=in_days(15))
    assert tell_of_deadlines() == 0
    Agreement.objects.update(due_on=in_days(14))

    tell_of_deadlines()
    day = f"{in_days(14):%d.%m.%Y}"
    assert told() == {ALL: [f"- Databehandleravtale skal signeres innen {day}."]}
    assert tell_of_deadlines() == 0

    Agreement.objects.update(due_on=in_days(-1))
    tell_of_deadlines()
    day = f"{in_days(-1):%d.%m.%Y}"
    assert told() == {ALL: [f"- Databehandleravtale skulle vært signert innen {day}."]}
    assert tell_of_deadlines() == 0
    Agreement.objects.filter(pk=own.pk).update(signed_on=in_days(0), **SIGNED)
    assert tell_of_deadlines() == 0


def test_agreement_that_ends_is_told_of_until_another_is_signed(vestvik):
    ends = {"valid_until": in_days(80), "signed_on": in_days(-400)}
    own = vestvik.agreements.create(kind="processor", **ends, **SIGNED)
    settled = reachable("Nordvik", "55").agreements
    old = settled.create(kind="processor", **ends, **SIGNED)
    settled.create(kind="processor", signed_on=in_days(-1), replaces=old, **SIGNED)

    job.delay()

    day = f"{own.valid_until:%d.%m.%Y}"
    assert told() == {
        ALL: [f"- Databehandleravtale går ut {day}. Begynn med den neste."]
    }


def test_check_is_told_to_its_owner_or_to_who_leads_the_rollout(vestvik):
    for item, email in (("dpia", "dpo@v.example"), ("roles", ""), ("training", "")):
        ReadinessCheck.objects.create(
            municipality=vestvik, item=item, owner_email=email, due_on=in_days(-2)
        )

    assert tell_of_deadlines() == 2

    over = f"fristen var {in_days(-2):%d.%m.%Y}."
    assert told() == {
        ("dpo@v.example",): [f"- Personvernkonsekvenser er vurdert (DPIA): {over}"],
        ("liv@v.example",): [
            f"- Opplæring er gitt: {over}",
            f"- Roller og tilganger er satt opp: {over}",
        ],
    }


def nobody_answers(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 9


def mail_works(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def test_notice_that_does_not_arrive_is_an_alarm_until_it_does_or_is_done(
    vestvik, settings
):
    vestvik.agreements.create(kind="processor", due_on=in_days(1))
    nobody_answers(settings)
    for _try in range(3):
        assert not Alarm.objects.exists()
        job.delay()
        sound_alarms.delay()

    alarm = Alarm.objects.going_on().get()
    assert (alarm.municipality, alarm.work) == (vestvik, "letters")
    assert alarm.runbook == "undelivered"

    Agreement.objects.update(due_on=in_days(100))
    job.delay()
    sound_alarms.delay()
    assert not Alarm.objects.going_on().exists()
    assert not DeadlineNotice.objects.exists()


def test_letter_that_does_not_arrive_is_an_alarm_until_it_does(vestvik, settings):
    nobody_answers(settings)
    ask([vestvik], answer_by=LATER, by="kari")
    for _try in range(3):
        send_letters.delay()
    sound_alarms.delay()
    assert Alarm.objects.going_on().get().problem == "undelivered"

    mail_works(settings)
    send_letters.delay()
    sound_alarms.delay()

    assert not Alarm.objects.going_on().exists()
