"""A case of control from the log to its conclusion: who sees what, who is heard, who concludes."""

from datetime import timedelta

import pytest
from django.db import Error, transaction
from django.utils import timezone

from access.models import CaseText, ReviewCase
from access.roles import Role
from audit.models import AccessEvent, AccessSubject
from audit.review.cases.rules import share_of
from audit.review.rules.pseudonyms import pseudonym
from audit.verbs import Reach, Verb
from tests import world as worlds
from tests.access.oversight.desk import Desk

CASES = "/logg/saker/"
MINE = "/mine-oppslag/sporsmal/"
WHY = "Jeg byttet vakt med Marit, og skulle dit."
ASK = {"step": "ask_worker", "ask_worker-text": "Hvorfor åpnet du journalen?"}


def concluding(outcome):
    return {
        "step": "conclude",
        "conclude-outcome": outcome,
        "conclude-text": "Vaktlisten bekrefter det.",
    }


@pytest.fixture
def siri(world):
    return Desk(world.nurse)


@pytest.fixture
def ruth(world):
    return Desk(world.auditor)


@pytest.fixture
def looked(world, siri):
    """Siri has opened Ola's record."""
    siri.get(f"/records/{world.ola.record_id}/")
    return AccessEvent.objects.get(verb=Verb.READ)


@pytest.fixture
def case(ruth, looked):
    """Ruth has made a case of it."""
    ruth.post(f"/logg/{looked.pk}/sak/")
    return ReviewCase.objects.get()


@pytest.fixture
def opened(ruth, case):
    ruth.post(f"{CASES}{case.pk}/", {"step": "open"})
    case.refresh_from_db()
    return case


def test_nobody_is_named_before_the_case_is_opened(world, ruth, case):
    mark = pseudonym(world.nurse.user_id)
    for address in (CASES, f"{CASES}{case.pk}/"):
        page = ruth.get(address).text
        assert f"Ansatt {mark}" in page
        assert "Siri" not in page
        assert "Fjellheim" not in page

    ruth.post(f"{CASES}{case.pk}/", {"step": "open"})

    page = ruth.get(f"{CASES}{case.pk}/").text
    assert "Siri Sykepleier" in page
    assert "Fjellheim" not in page
    opening = AccessEvent.objects.get(verb=Verb.CASE_OPENED)
    assert opening.actor_id == world.auditor.user_id


def test_patient_finds_the_case_in_the_log_of_his_own_record(world, case):
    made = AccessEvent.objects.get(verb=Verb.CASE_MADE)
    (subject,) = AccessSubject.objects.filter(event=made)

    assert subject.patient_id == world.ola.patient_id
    assert subject.reach == Reach.MENTIONED


def test_same_event_leads_to_the_same_case(ruth, looked, case):
    again = ruth.post(f"/logg/{looked.pk}/sak/")

    assert again.url == f"{CASES}{case.pk}/"
    assert ReviewCase.objects.count() == 1


def test_employee_is_told_answers_once_and_sees_the_conclusion(ruth, siri, opened):
    assert "Noen lurer på noe om oppslag" not in siri.get("/").text
    assert siri.get(f"{MINE}{opened.pk}/").status_code == 404

    assert ruth.post(f"{CASES}{opened.pk}/", ASK).status_code == 303

    assert "Noen lurer på noe om oppslag" in siri.get("/").text
    page = siri.get(f"{MINE}{opened.pk}/").text
    assert "Hvorfor åpnet du journalen?" in page
    assert "Ola Fjellheim" in page
    assert siri.post(f"{MINE}{opened.pk}/", {"text": ""}).status_code == 422
    assert siri.post(f"{MINE}{opened.pk}/", {"text": WHY}).status_code == 303
    again = siri.post(f"{MINE}{opened.pk}/", {"text": "Noe annet."})
    assert again.status_code == 422
    assert "sendt før" in again.text

    assert WHY in ruth.get(f"{CASES}{opened.pk}/").text
    assert ruth.post(f"{CASES}{opened.pk}/", concluding("avvik")).status_code == 303
    assert "Følges opp som avvik" in siri.get(f"{MINE}{opened.pk}/").text
    assert "Noen lurer på noe om oppslag" not in siri.get("/").text


@pytest.mark.parametrize("outcome", ["avvik", "feil"])
def test_nobody_is_found_at_fault_unheard(ruth, opened, outcome):
    address = f"{CASES}{opened.pk}/"

    refused = ruth.post(address, concluding(outcome), follow=True)
    assert "må få forklare seg" in refused.text
    assert "Vaktlisten bekrefter det." in refused.text
    ruth.post(address, ASK)
    assert (
        "må få forklare seg"
        in ruth.post(address, concluding(outcome), follow=True).text
    )
    with pytest.raises(Error), transaction.atomic():
        ReviewCase.objects.update(
            worker_asked_at=None,
            outcome=outcome,
            concluded_at=timezone.now(),
            concluded_by_id=opened.opened_by_id,
        )

    two_weeks_ago = timezone.now() - timedelta(days=14)
    ReviewCase.objects.update(worker_asked_at=two_weeks_ago)
    ruth.post(address, concluding(outcome))
    opened.refresh_from_db()
    assert opened.outcome == outcome


def test_leader_is_asked_and_answers_without_a_patients_name(world, ruth, opened):
    address = f"{CASES}{opened.pk}/"
    lise = Desk(world.leader)
    asking = {
        "step": "ask_leader",
        "ask_leader-leader": str(world.leader.user_id),
        "ask_leader-text": "Kjenner du til noe?",
    }

    assert ruth.post(address, asking).status_code == 303

    mine = f"/gjennomgang/sporsmal/{opened.pk}/"
    assert "Siri Sykepleier" in lise.get(MINE).text
    page = lise.get(mine).text
    assert "Kjenner du til noe?" in page
    assert "Fjellheim" not in page
    assert lise.post(mine, {"text": "Ja"}).status_code == 422
    assert lise.post(mine, {"answer": "oppgave", "text": "Byttet"}).status_code == 303
    assert lise.post(mine, {"answer": "ukjent"}).status_code == 422
    assert "Den ansatte hadde en oppgave" in ruth.get(address).text


def test_only_a_leader_of_the_unit_can_be_asked(world, ruth, opened):
    asking = {
        "step": "ask_leader",
        "ask_leader-leader": str(world.stranger.user_id),
        "ask_leader-text": "Kjenner du til noe?",
    }

    assert ruth.post(f"{CASES}{opened.pk}/", asking).status_code == 422
    opened.refresh_from_db()
    assert opened.leader_id is None


def test_others_see_neither_list_nor_case(world, siri, case):
    frank = Desk(world.stranger)
    for desk in (frank, siri):
        assert desk.get(CASES).status_code == 403
        assert desk.get(f"{CASES}{case.pk}/").status_code == 403
        assert desk.get(f"{MINE}{case.pk}/").status_code == 404
        assert desk.get(f"/gjennomgang/sporsmal/{case.pk}/").status_code == 404


def test_nobody_reviews_himself_or_whoever_leads_him(world, ruth, looked):
    """Ruth works at the top; whoever leads there leads her."""
    rita = worlds.worker(worlds.person("rita.revisor", (Role.AUDITOR, world.south)))
    boss = worlds.person("bo.sjef", (Role.LEADER, world.south.parent))
    bo, rita_desk = Desk(worlds.worker(boss)), Desk(rita)
    bo.get(f"/records/{world.ola.record_id}/")
    event = AccessEvent.objects.filter(actor_id=boss.pk, verb=Verb.READ).get()

    rita_desk.post(f"/logg/{event.pk}/sak/")

    assert not ReviewCase.objects.exists()
    mine = AccessEvent.objects.filter(actor_id=rita.user_id).earliest("recorded_at")
    rita_desk.post(f"/logg/{mine.pk}/sak/")
    assert not ReviewCase.objects.exists()


def test_what_is_written_shows_only_when_the_log_says_who_reads_it(ruth, opened):
    ruth.post(f"{CASES}{opened.pk}/", ASK)

    with pytest.raises(Error), transaction.atomic():
        list(CaseText.objects.all())


def test_who_opened_the_wrong_record_says_so_himself(world, siri, ruth, looked):
    assert "Åpnet du feil person?" in siri.get("/mine-oppslag/").text
    address = f"/mine-oppslag/{looked.pk}/feil/"
    assert "Ola Fjellheim" in siri.get(address).text
    assert siri.post(address, {"text": ""}).status_code == 422

    assert siri.post(address, {"text": "Feil Ola i listen."}).status_code == 303

    case = ReviewCase.objects.get()
    assert case.state == "ny"
    assert "Du trenger ikke gjøre mer." in siri.get(address).text
    assert "har meldt fra" in siri.post(address, {"text": "Igjen"}).text
    ruth.post(f"{CASES}{case.pk}/", {"step": "open"})
    assert "Feil Ola i listen." in ruth.get(f"{CASES}{case.pk}/").text
    ruth.post(f"{CASES}{case.pk}/", concluding("feil"))
    case.refresh_from_db()
    assert case.outcome == "feil"


def test_reporting_tells_nobody_that_he_is_looked_into(siri, looked, case):
    """Ruth has a case of it already; Siri says so herself, and learns nothing of that."""
    told = siri.post(f"/mine-oppslag/{looked.pk}/feil/", {"text": "Feil Ola."})

    assert told.status_code == 303
    assert set(ReviewCase.objects.values_list("origin", flat=True)) == {
        "kontroll",
        "meldt",
    }


def test_nobody_reports_for_another(world, looked):
    frank = Desk(world.stranger)

    assert frank.get(f"/mine-oppslag/{looked.pk}/feil/").status_code == 404


@pytest.mark.parametrize(
    ("found", "of", "low", "high"),
    # Newcombe 1998, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_share_of_a_sample_has_wilsons_interval(found, of, low, high):
    share = share_of(found, of)

    assert (round(share.low, 4), round(share.high, 4)) == (low, high)


def test_nothing_looked_at_says_nothing():
    share = share_of(0, 0)

    assert (share.low, share.high) == (0.0, 1.0)
