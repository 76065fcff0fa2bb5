"""The auditor's page of how long the log is kept: two of them decide what is erased."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from access.asking_again import SHOWN_AT
from audit.erasing.models import LogErasure, LogErasureConfirmation
from audit.models import AccessEvent
from audit.verbs import Outcome, Verb
from tests.access.test_asking_again import answer_again, later
from tests.audit.erasing.conftest import (
    begin_era,
    key_folder,
    old_log,
    propose,
    seal,
    second_auditor,
    write_old,
)

__all__ = [
    "begin_era",
    "key_folder",
    "old_log",
    "propose",
    "seal",
    "second_auditor",
    "write_old",
]
PAGE = "/logg/lagring/"


@pytest.fixture
def second(at_the_screen, second_auditor):
    """Another auditor, who has just shown that it is he."""
    client = at_the_screen(second_auditor)
    session = client.session
    session[SHOWN_AT] = timezone.now().timestamp()
    session.save()
    return client


def text(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_page_says_how_long_the_log_is_kept_and_that_nothing_is_old_enough(auditor):
    answer = auditor.get(PAGE)

    said = text(answer)
    assert "Pasientjournalforskriften § 14" in said
    assert "10 år" in said
    assert "5 år" in said
    assert "Alt som er i loggen, skal fortsatt lagres." in said
    assert "Den eldste hendelsen er fra" in said


def test_one_auditor_proposes_and_another_confirms(auditor, second, old_log):
    page = auditor.get(PAGE)
    assert "256 hendelser fra" in text(page)

    fields = dict(
        re.findall(r'name="(era|leaves)" value="(\d+)"', page.content.decode())
    )
    proposed = auditor.post(f"{PAGE}forslag/", fields, follow=True)

    assert "En annen revisor må bekrefte forslaget." in text(proposed)
    assert "Bekreft at de skal slettes" not in text(proposed)
    erasure = LogErasure.objects.get()
    mine = auditor.post(f"{PAGE}{erasure.pk}/bekreft/", follow=True)
    assert "En annen revisor enn deg må bekrefte forslaget." in text(mine)
    assert not LogErasureConfirmation.objects.exists()

    seen = second.get(PAGE)
    assert "Venter på bekreftelse" in text(seen)
    assert "Foreslå å slette dem" not in text(seen)
    assert "Ingenting mer enn det som er foreslått eller vedtatt." in text(seen)
    confirmed = second.post(f"{PAGE}{erasure.pk}/bekreft/", follow=True)

    assert "Slettingen er vedtatt." in text(confirmed)
    assert "Randi Revisor" in text(confirmed)
    again = second.post(f"{PAGE}{erasure.pk}/bekreft/", follow=True)
    assert "Forslaget er bekreftet før." in text(again)


def test_open_screen_is_not_enough_to_confirm(world, second, propose, old_log):
    erasure = propose()
    later(second)

    asked = second.post(f"{PAGE}{erasure.pk}/bekreft/")
    assert "Er det deg?" in text(asked)
    assert not LogErasureConfirmation.objects.exists()
    path = f"{PAGE}{erasure.pk}/bekreft/"
    assert answer_again(second, path, asked, secret="feil").status_code == 422
    answer_again(second, path, asked)

    assert LogErasureConfirmation.objects.exists()
    tried = AccessEvent.objects.filter(verb=Verb.STEPPED_UP)
    assert [event.outcome for event in tried.order_by("stored_at")] == [
        Outcome.FAILED,
        Outcome.DONE,
    ]


def test_oldest_event_is_the_one_that_happened_first(world, auditor, happened):
    long_ago = timezone.now() - timedelta(days=40)
    happened(at=long_ago, is_demo=True)

    day = date_format(timezone.localtime(long_ago), "j. F Y")
    assert f"Den eldste hendelsen er fra {day}." in text(auditor.get(PAGE))


def test_what_has_changed_meanwhile_is_not_proposed(auditor, old_log):
    answer = auditor.post(f"{PAGE}forslag/", {"era": 2, "leaves": 512}, follow=True)

    assert "Det som kan slettes, er endret." in text(answer)
    assert not LogErasure.objects.exists()
    for fields in ({}, {"era": "x", "leaves": "1"}):
        assert auditor.post(f"{PAGE}forslag/", fields).status_code == 404


def test_others_than_auditors_are_refused_and_it_is_in_the_log(world, at_the_screen):
    nurse = at_the_screen(world.nurse)

    assert nurse.get(PAGE).status_code == 403
    assert nurse.post(f"{PAGE}forslag/", {"era": 1, "leaves": 1}).status_code == 403

    refused = AccessEvent.objects.filter(verb=Verb.LOG_READ, outcome=Outcome.REFUSED)
    assert refused.count() == 2


def test_proposal_that_is_none_is_not_found(auditor):
    answer = auditor.post(f"{PAGE}00000000-0000-0000-0000-000000000001/bekreft/")

    assert answer.status_code == 404
