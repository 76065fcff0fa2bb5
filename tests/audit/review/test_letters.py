"""Letters in a case of control: who gets which, what they say, and that they are tagged paper."""

from datetime import datetime

import pytest

from access.models import PatientQuestion, ReviewCase
from audit.models import AccessEvent
from audit.review.rules.log_filter import OSLO
from audit.verbs import Verb
from tests.access.oversight.desk import Desk
from tests.audit.review.screens import text_of

NOON = datetime(2026, 9, 16, 12, tzinfo=OSLO)
CASES = "/logg/saker/"
SAYS, WHY = "Hun er naboen min.", "Jeg byttet vakt, og tok feil av listen."


@pytest.fixture
def lise(world):
    return Desk(world.leader)


@pytest.fixture
def ruth(world):
    return Desk(world.auditor)


@pytest.fixture
def case(world, lise, ruth, happened):
    """Ola has asked why Siri opened his record, and Ruth has opened the case."""
    event_id = happened(at=NOON, of=world.ola)
    asking = f"/records/{world.ola.record_id}/log/{event_id}/ask/"
    lise.post(asking, {"text": SAYS})
    case = ReviewCase.objects.get()
    ruth.post(f"{CASES}{case.pk}/", {"step": "open"})
    return case


@pytest.fixture
def asked(world, ruth, case):
    """Siri has been asked, and so has Lise, who leads her."""
    address = f"{CASES}{case.pk}/"
    ruth.post(address, {"step": "ask_worker", "ask_worker-text": "Hvorfor?"})
    to_leader = {
        "ask_leader-leader": world.leader.user_id,
        "ask_leader-text": "Vet du?",
    }
    ruth.post(address, {"step": "ask_leader", **to_leader})
    return case


@pytest.fixture
def concluded(world, ruth, asked):
    """Siri has explained herself, and it was a deviation."""
    siri = Desk(world.nurse)
    siri.post(f"/mine-oppslag/sporsmal/{asked.pk}/", {"text": WHY})
    question = PatientQuestion.objects.get()
    told = {
        "step": "conclude",
        "conclude-outcome": "avvik",
        "conclude-text": "Hun hadde ingen oppgave der.",
        f"conclude-answer_{question.pk}": "urett",
    }
    assert ruth.post(f"{CASES}{asked.pk}/", told).status_code == 303
    return asked


def letter(desk, case, kind, **asked):
    return desk.get(f"{CASES}{case.pk}/brev/{kind}/", asked)


def answer_address(world):
    question = PatientQuestion.objects.get()
    return f"/records/{world.ola.record_id}/log/{question.pk}/answer/"


def test_employee_is_told_which_accesses_his_rights_and_the_deadline(
    world, ruth, asked
):
    asked.refresh_from_db()

    shown = text_of(letter(ruth, asked, "worker"))

    assert "Siri Sykepleier" in shown
    assert "16.09.2026 12.00" in shown
    assert f"Svar innen {asked.answer_due_at.astimezone(OSLO):%d.%m.%Y}" in shown
    assert "tillitsvalgt" in shown
    assert "kontakt Ruth Revisor" in shown
    for secret in ("Fjellheim", SAYS):
        assert secret not in shown


def test_leader_is_asked_and_told_to_wait(ruth, asked):
    shown = text_of(letter(ruth, asked, "leader"))

    assert "Lise Leder" in shown
    assert "Siri Sykepleier" in shown
    assert "Ikke ta det opp med den ansatte ennå." in shown
    assert "Fjellheim" not in shown


def test_deviation_says_what_was_looked_into_and_what_follows(ruth, concluded):
    shown = text_of(letter(ruth, concluded, "deviation"))

    assert "Den ansatte har forklart seg." in shown
    assert "artikkel 33" in shown
    for written in (WHY, "Hun hadde ingen oppgave der.", "Fjellheim"):
        assert written not in shown


def test_patient_is_answered_in_coded_words(world, lise, concluded):
    shown = text_of(lise.get(answer_address(world)))

    assert "Fjellheim" in shown
    assert "Den ansatte hadde ikke rett til å åpne journalen" in shown
    assert "Datatilsynet" in shown
    assert "16.09.2026 12.00" in shown
    for written in (WHY, "Hun hadde ingen oppgave der."):
        assert written not in shown
    event = AccessEvent.objects.filter(verb=Verb.HANDED_OUT_LOG).latest("stored_at")
    assert event.purpose == "PATRQT"


def test_no_answer_before_there_is_one(world, lise, asked):
    assert lise.get(answer_address(world)).status_code == 404


@pytest.mark.parametrize("kind", ["worker", "leader", "deviation", "nonsense"])
def test_no_letter_before_there_is_something_to_tell(ruth, case, kind):
    assert letter(ruth, case, kind).status_code == 404


@pytest.mark.parametrize("kind", ["worker", "leader", "deviation"])
def test_letters_of_a_case_are_the_auditors_alone(world, lise, concluded, kind):
    for desk in (lise, Desk(world.nurse), Desk(world.clerk)):
        assert letter(desk, concluded, kind).status_code == 403


@pytest.mark.parametrize("who", ["nurse", "clerk", "auditor", "stranger"])
def test_answer_is_given_by_whoever_hands_out_the_log(world, concluded, who):
    assert Desk(getattr(world, who)).get(answer_address(world)).status_code == 403


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_letters_are_tagged_paper_in_both_languages(
    world, ruth, lise, concluded, language
):
    files = [
        letter(ruth, concluded, kind, pdf=language).content
        for kind in ("worker", "leader", "deviation")
    ]
    files.append(lise.get(answer_address(world), {"pdf": language}).content)

    for file in files:
        assert file.startswith(b"%PDF-1.7")
        assert b"pdfuaid" in file
        assert b"/StructTreeRoot" in file
        assert f"/Lang({language}-NO)".encode() in file


def test_letter_is_opened_by_an_event(ruth, asked):
    before = AccessEvent.objects.filter(verb=Verb.CASE_READ).count()

    letter(ruth, asked, "worker", pdf="nb")

    assert AccessEvent.objects.filter(verb=Verb.CASE_READ).count() == before + 1
