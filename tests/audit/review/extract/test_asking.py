"""A patient asks why his record was opened: a case, his words behind the door, a coded answer."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import Error, transaction
from django.utils import timezone

from access.models import (
    PatientQuestion,
    PatientWords,
    ReviewCase,
    a_month_after,
)
from access.roles import Role
from audit.detection.rules.telling import Told
from audit.models import AccessEvent, AccessSubject
from audit.review.cases import selectors
from audit.review.rules.log_filter import OSLO
from audit.review.rules.pseudonyms import pseudonym
from audit.verbs import Reach, Verb
from tests import world as worlds
from tests.access.oversight.desk import Desk
from tests.audit.review.screens import text_of

# A week's Wednesday, noon in Norway, far from any border.
NOON = datetime(2026, 9, 16, 12, tzinfo=OSLO)
CASES = "/logg/saker/"
SAYS = "Hun er naboen min. Hva skulle hun der?"
AUTUMN = {"since": "01.09.2026", "until": "30.09.2026"}


@pytest.fixture
def lise(world):
    return Desk(world.leader)


@pytest.fixture
def ruth(world):
    return Desk(world.auditor)


@pytest.fixture
def opened(happened, world):
    """Siri has opened Ola's record."""
    return happened(at=NOON, of=world.ola)


def ask(desk, known, event_id, text=SAYS):
    return desk.post(f"/records/{known.record_id}/log/{event_id}/ask/", {"text": text})


def concluding(outcome, **answers):
    given = {f"conclude-answer_{pk}": answer for pk, answer in answers.items()}
    return given | {
        "step": "conclude",
        "conclude-outcome": outcome,
        "conclude-text": "Vaktlisten viser at hun var på vakt.",
    }


def test_patient_asks_in_his_own_words_and_it_is_a_case(world, lise, ruth, opened):
    page = lise.get(f"/records/{world.ola.record_id}/log/", AUTUMN).text
    assert f"/log/{opened}/ask/" in page
    shown = text_of(lise.get(f"/records/{world.ola.record_id}/log/{opened}/ask/"))
    assert "Siri Sykepleier" in shown

    assert ask(lise, world.ola, opened).status_code == 303

    case = ReviewCase.objects.get()
    assert (case.origin, case.worker_id) == ("pasient", world.nurse.user_id)
    assert case.week == date(2026, 9, 14)
    page = lise.get(f"/records/{world.ola.record_id}/log/", AUTUMN).text
    assert "Venter på forklaring" in page
    assert f"/log/{opened}/ask/" not in page
    in_list = text_of(ruth.get(CASES))
    assert "Pasienten ber om forklaring" in in_list
    assert "Svar til pasienten senest" in in_list
    shown = text_of(ruth.get(f"{CASES}{case.pk}/"))
    assert SAYS in shown
    assert "Siri" not in shown
    assert f"Pasient {pseudonym(world.ola.patient_id)}" in shown


def test_asking_is_in_the_patients_own_log(world, lise, opened):
    ask(lise, world.ola, opened)

    event = AccessEvent.objects.get(verb=Verb.EXPLANATION_ASKED)
    (subject,) = AccessSubject.objects.filter(event=event)
    assert event.purpose == "PATRQT"
    assert subject.patient_id == world.ola.patient_id
    assert subject.reach == Reach.MENTIONED


def test_he_need_say_nothing(world, lise, opened):
    assert ask(lise, world.ola, opened, text="").status_code == 303

    assert PatientQuestion.objects.count() == 1


def test_second_asking_of_the_week_joins_the_case(world, lise, happened, opened):
    kari = worlds.patient(world.clerk, "Kari", "Sund", at=world.north)
    of_kari = happened(at=NOON + timedelta(hours=2), of=kari)
    next_week = happened(at=NOON + timedelta(days=7), of=kari)

    ask(lise, world.ola, opened)
    ask(lise, kari, of_kari)
    ask(lise, kari, next_week)

    first, second = ReviewCase.objects.order_by("week")
    assert first.questions.count() == 2
    assert first.accesses.count() == 2
    assert second.questions.count() == 1


def test_what_came_since_hides_no_question_and_can_be_asked_about(
    world, lise, happened, opened
):
    ask(lise, world.ola, opened)
    newer = happened(at=NOON + timedelta(hours=1), of=world.ola)

    page = lise.get(f"/records/{world.ola.record_id}/log/", AUTUMN).text

    assert "Venter på forklaring" in page
    assert f"/log/{newer}/ask/" in page
    assert ask(lise, world.ola, newer).status_code == 303


def test_what_is_looked_into_already_takes_the_question_in(world, lise, ruth, opened):
    ruth.post(f"/logg/{opened}/sak/")

    ask(lise, world.ola, opened)

    case = ReviewCase.objects.get()
    assert case.origin == "kontroll"
    assert case.questions.count() == 1


def test_same_question_twice_is_told_and_what_was_typed_is_kept(world, lise, opened):
    ask(lise, world.ola, opened)

    again = ask(lise, world.ola, opened, text="En gang til.")

    assert again.status_code == 422
    assert "venter på svar" in again.text
    assert "En gang til." in again.text
    assert PatientQuestion.objects.count() == 1


def test_leader_writes_down_a_question_about_herself(world, lise, happened):
    hers = happened(at=NOON, by=world.leader, of=world.ola)

    page = lise.get(f"/records/{world.ola.record_id}/log/{hers}/ask/").text

    assert "Dette er ditt eget oppslag." in page
    assert ask(lise, world.ola, hers).status_code == 303


def test_event_of_another_patient_is_notmost_telling(world, lise, happened):
    kari = worlds.patient(world.clerk, "Kari", "Sund", at=world.north)
    of_kari = happened(at=NOON, of=kari)

    assert ask(lise, world.ola, of_kari).status_code == 404
    assert not ReviewCase.objects.exists()


@pytest.mark.parametrize("who", ["nurse", "clerk", "auditor", "stranger"])
def test_only_who_hands_out_the_log_writes_it_down(world, opened, who):
    answer = ask(Desk(getattr(world, who)), world.ola, opened)

    assert answer.status_code == 403
    assert not PatientQuestion.objects.exists()


def test_words_show_only_under_an_event_about_the_case(world, lise, opened):
    ask(lise, world.ola, opened)

    with pytest.raises(Error), transaction.atomic():
        list(PatientWords.objects.all())


def test_leader_who_is_asked_does_not_read_the_patients_words(
    world, lise, ruth, opened
):
    ask(lise, world.ola, opened)
    case = ReviewCase.objects.get()
    ruth.post(f"{CASES}{case.pk}/", {"step": "open"})
    asking = {
        "step": "ask_leader",
        "ask_leader-leader": str(world.leader.user_id),
        "ask_leader-text": "Kjenner du til noe?",
    }
    ruth.post(f"{CASES}{case.pk}/", asking)

    page = lise.get(f"/gjennomgang/sporsmal/{case.pk}/").text

    assert "Kjenner du til noe?" in page
    assert SAYS not in page


def test_conclusion_answers_the_patient_in_coded_words(world, lise, ruth, opened):
    ask(lise, world.ola, opened)
    case, question = ReviewCase.objects.get(), PatientQuestion.objects.get()
    address = f"{CASES}{case.pk}/"
    ruth.post(address, {"step": "open"})

    unanswered = ruth.post(address, concluding("i_orden"))
    assert unanswered.status_code == 422
    assert "Velg hva pasienten skal få til svar." in unanswered.text
    assert "Vaktlisten viser" in unanswered.text
    worse = ruth.post(address, concluding("i_orden", **{str(question.pk): "urett"}))
    assert worse.status_code == 422
    assert "stemmer ikke med konklusjonen" in worse.text

    told = concluding("i_orden", **{str(question.pk): "tjenstlig"})
    assert ruth.post(address, told).status_code == 303

    question.refresh_from_db()
    assert question.answer == "tjenstlig"
    page = text_of(lise.get(f"/records/{world.ola.record_id}/log/", AUTUMN))
    assert "Den ansatte trengte opplysningene i arbeidet sitt" in page
    assert "Vaktlisten" not in page


def test_late_answer_is_marked(world, lise, ruth, opened):
    ask(lise, world.ola, opened)
    PatientQuestion.objects.update(asked_at=timezone.now() - timedelta(days=40))

    assert "Svaret til pasienten er forsinket" in ruth.get(CASES).text


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 11, 26), date(2026, 12, 26)),
        (date(2026, 12, 5), date(2027, 1, 5)),
    ],
)
def test_answer_is_due_a_month_later(day, due):
    assert a_month_after(day) == due


def test_two_of_the_same_name_are_two_lines(world, lise, happened, opened):
    other = worlds.worker(worlds.person("siri.annen", (Role.NURSE, world.north)))
    named_alike = replace(world.nurse.actor(), id=other.user_id)
    happened(at=NOON, actor=named_alike, of=world.ola)

    page = lise.get(f"/records/{world.ola.record_id}/log/", AUTUMN).text

    assert page.count("Be om forklaring") == 2


def test_who_waits_for_an_answer_comes_first_also_in_a_case_that_was_drawn_before(
    world, lise, opened
):
    week = {"worker_id": world.nurse.user_id, "week": date(2026, 9, 14)}
    reasons = Told(
        helpers=1,
        unexplained=0,
        opened=0,
        explained="unit",
        marks=[],
        kin="",
        is_rare=False,
        others=0,
    )
    found = {"origin": "funnet", "score": 1.0, "reasons": reasons}
    drawn, other, most_telling = (
        ReviewCase.objects.create(made_at=timezone.now(), **week, **facts)
        for facts in ({"origin": "stikkprove"}, {"origin": "stikkprove"}, found)
    )
    drawn.accesses.create(event_id=opened)
    ask(lise, world.ola, opened)

    rows = selectors.case_rows(world.auditor, concluded=False)

    assert [row.case.pk for row in rows] == [drawn.pk, most_telling.pk, other.pk]
