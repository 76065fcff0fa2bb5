"""Municipalities are asked for a letter of intent, and answer it once."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, transaction
from django.utils import timezone

from tenants import roles
from tenants.agreements.codes import UnknownCodeError
from tenants.agreements.letters import LetterOfIntent, SignedLetter
from tenants.agreements.sending import send_waiting
from tenants.agreements.services import (
    Answer,
    answer_letter,
    ask,
    find_letter,
    remind,
    remind_when_due,
    renew_code,
    withdraw,
)
from tenants.rollout.services import come_to_stage
from tests.database import as_login
from tests.tenants.agreements.ground import LATER, PDF, asked, code_in, reachable
from tests.tenants.rollout.ground import NEW_YEAR, listed

YES = Answer("yes", "112/26", NEW_YEAR, "Åse Øvrebø", "Ordfører", PDF)


@pytest.fixture
def vestvik(consortium, mailoutbox):
    return reachable()


def test_letter_goes_to_those_who_get_letters_with_a_link_that_is_stored_nowhere(
    vestvik,
):
    letter, code = asked(vestvik)

    (message,) = mail.outbox
    assert message.to == ["post@vestvik.example"]
    assert "svar innen 15.01.2099" in message.subject
    assert find_letter(code) == letter
    assert (letter.times_sent, letter.is_to_be_sent) == (1, False)
    stored = LetterOfIntent.objects.values().get()
    assert not any(code in str(value) for value in stored.values())
    # Nothing is sent twice.
    assert send_waiting() == 0


def test_those_who_cannot_be_asked_are_named_with_the_reason(vestvik):
    asked(vestvik)
    silent = listed("Nordvik", "55")
    settled = reachable("Midtvik", "50")
    _letter, code = asked(settled)
    answer_letter(code, YES)

    plan = ask([vestvik, silent, settled], answer_by=LATER, by="kari")

    assert plan.asked == ()
    assert {(one.name, why) for one, why in plan.left_out} == {
        ("Vestvik", "er spurt og har ikke svart ennå"),
        ("Nordvik", "har ingen kontaktperson som får brev"),
        ("Midtvik", "har svart ja"),
    }


def test_yes_moves_the_municipality_and_is_stored_whole(vestvik):
    come_to_stage(vestvik, "interested", on=NEW_YEAR, by="kari")
    letter, code = asked(vestvik)

    answer_letter(code, YES)

    letter.refresh_from_db()
    assert (letter.answer, letter.case_number, letter.signed_by) == (
        "yes",
        "112/26",
        "Åse Øvrebø",
    )
    assert bytes(letter.signed.content) == PDF
    stage = vestvik.stages.first()
    assert (stage.stage, stage.recorded_by) == ("intent", "Kommunen selv")
    assert "112/26" in stage.note


@pytest.mark.parametrize(("answer", "stage"), [("yes", "agreement"), ("no", None)])
def test_one_that_has_come_further_stays_and_no_moves_nobody(vestvik, answer, stage):
    if stage:
        come_to_stage(vestvik, stage, on=NEW_YEAR, by="kari")
    _letter, code = asked(vestvik)

    given = Answer(answer, "1/26", NEW_YEAR, "Åse", "Ordfører")
    answer_letter(code, given)

    latest = vestvik.stages.first()
    assert (latest.stage if latest else None) == stage


def _answered(vestvik, letter, code):
    answer_letter(code, YES)


def _withdrawn(vestvik, letter, code):
    withdraw(letter)


def _replaced(vestvik, letter, code):
    renew_code(letter)


def _too_old(vestvik, letter, code):
    LetterOfIntent.objects.update(code_expires_at=timezone.now())


@pytest.mark.parametrize("what", [_answered, _withdrawn, _replaced, _too_old])
def test_code_answers_once_and_not_after_it_has_lost_its_force(vestvik, what):
    letter, code = asked(vestvik)
    what(vestvik, letter, code)

    with pytest.raises(UnknownCodeError):
        answer_letter(code, YES)
    assert LetterOfIntent.objects.filter(answer="yes").count() == (what is _answered)


@pytest.mark.parametrize("mend", [str.swapcase, lambda _: "tull", lambda c: c[:-1]])
def test_code_nobody_made_is_turned_away_without_asking_the_database(
    vestvik, mend, django_assert_num_queries
):
    _letter, code = asked(vestvik)

    with django_assert_num_queries(0), pytest.raises(UnknownCodeError):
        find_letter(mend(code))


def test_answer_is_never_changed_nor_the_signed_letter_removed(vestvik):
    _letter, code = asked(vestvik)
    answer_letter(code, YES)

    for change, why in (
        (lambda: LetterOfIntent.objects.update(answer="no"), "endres ikke"),
        (LetterOfIntent.objects.all().delete, "permission denied|protected"),
        (lambda: SignedLetter.objects.update(sha256=""), "permission denied"),
        (SignedLetter.objects.all().delete, "permission denied"),
    ):
        with pytest.raises(DatabaseError, match=why), transaction.atomic():
            change()
    # Nor by the owner of the tables.
    for change in (
        lambda: LetterOfIntent.objects.update(answer="no"),
        lambda: SignedLetter.objects.update(sha256=""),
        SignedLetter.objects.all().delete,
        lambda: LetterOfIntent.objects.all()._raw_delete("default"),
    ):
        with (
            as_login(roles.MIGRATOR),
            pytest.raises(DatabaseError, match="endres ikke"),
            transaction.atomic(),
        ):
            change()


def test_silent_are_reminded_once_ahead_and_once_after_with_a_new_link(vestvik):
    today = timezone.localdate()
    letter, first = asked(vestvik, answer_by=today + timedelta(days=5))
    assert remind_when_due() == 0
    LetterOfIntent.objects.update(sent_at=timezone.now() - timedelta(days=8))

    assert remind_when_due() == 1
    send_waiting()

    assert mail.outbox[-1].subject.startswith("Påminnelse: Intensjonserklæring")
    assert find_letter(code_in(mail.outbox[-1])) == letter
    with pytest.raises(UnknownCodeError):
        find_letter(first)

    assert remind_when_due() == 0
    LetterOfIntent.objects.update(answer_by=today - timedelta(days=1))
    LetterOfIntent.objects.update(sent_at=timezone.now() - timedelta(days=2))
    assert remind_when_due() == 1
    send_waiting()
    LetterOfIntent.objects.update(answer_by=today - timedelta(days=90))
    assert remind_when_due() == 0


def test_letter_that_does_not_arrive_waits_and_says_so(vestvik, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 9  # nobody answers there
    ask([vestvik], answer_by=LATER, by="kari")

    assert send_waiting() == 0

    letter = LetterOfIntent.objects.get()
    assert (letter.is_to_be_sent, letter.failures, letter.times_sent) == (True, 1, 0)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_waiting() == 1


def test_overdue_are_those_whose_day_has_passed(vestvik):
    letter, _code = asked(vestvik, answer_by=date(2026, 3, 1))

    assert not LetterOfIntent.objects.overdue_on(date(2026, 3, 1))
    assert list(LetterOfIntent.objects.overdue_on(date(2026, 3, 2))) == [letter]
    assert remind(letter)
    assert send_waiting() == 1
