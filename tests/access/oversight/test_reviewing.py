"""Explaining an emergency access, concluding on it, and a sample of needs that nobody steers."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import Error, transaction
from django.utils import timezone

from access.models import EmergencyAccess, EmergencyText, StatedNeed
from access.oversight.selectors import may_conclude, sample
from access.roles import Role
from audit.models import AccessEvent
from audit.verbs import Outcome, Verb
from tests import world as worlds
from tests.access.oversight.desk import Desk

WORDS = "Fant pasienten bevisstløs på gulvet."
CASES, NEEDS = "/gjennomgang/nodtilganger/", "/gjennomgang/behov/"


@pytest.fixture
def boss(world):
    """The leader of the unit Frank works at."""
    return worlds.worker(worlds.person("berit.leder", (Role.LEADER, world.south)))


@pytest.fixture
def frank(world):
    return Desk(world.stranger)


@pytest.fixture
def case(world, frank):
    """Frank has taken an emergency access to Ola's record."""
    frank.post(
        f"/records/{world.ola.record_id}/emergency/",
        {"reason": "fare_for_liv", "step_up_password": worlds.PASSWORD},
    )
    return EmergencyAccess.objects.get()


def mine(case):
    return f"/mine-nodtilganger/{case.pk}/"


def test_banner_tells_how_long_and_the_menu_asks_for_words(world, frank, case):
    page = frank.get(f"/records/{world.ola.record_id}/").text

    assert "data-emergency-until" in page
    assert "(240 min igjen)" in page
    assert "Avslutt nå" in page
    assert "Forklar nødtilgang" in page
    assert "ikke er forklart" in frank.get("/").text


def test_half_an_hour_before_the_end_it_says_so(world, frank, case):
    now = timezone.now()
    EmergencyAccess.objects.update(
        began_at=now - timedelta(hours=3), ends_at=now + timedelta(minutes=29)
    )

    page = frank.get(f"/records/{world.ola.record_id}/notes/").text

    assert "Tilgangen slutter snart." in page


def test_longer_once_by_the_page_and_then_no_more(world, frank, case):
    address = f"{mine(case)}forleng/"

    assert frank.post(address, {}).status_code == 422
    assert frank.post(address, {"reason": "akutt_forverring"}).status_code == 303
    again = frank.post(address, {"reason": "akutt_forverring"})

    assert again.status_code == 422
    assert "forlenget før" in again.text
    page = frank.get(f"/records/{world.ola.record_id}/").text
    assert "(480 min igjen)" in page
    assert address not in page


def test_end_closes_at_once_and_the_case_is_open_until_it_is_explained(
    world, frank, case
):
    assert frank.post(f"{mine(case)}avslutt/").url == mine(case)
    case.refresh_from_db()
    assert case.ended_at is not None
    page = frank.get(f"/records/{world.ola.record_id}/").text
    assert "Nødtilgangen er over." in page
    assert "Storgata" not in page

    assert frank.post(mine(case), {"explanation": ""}).status_code == 422
    assert "Forklar nødtilgang" in frank.get("/").text

    assert frank.post(mine(case), {"explanation": WORDS}).status_code == 303
    assert "Forklar nødtilgang" not in frank.get("/").text
    assert AccessEvent.objects.filter(verb=Verb.EMERGENCY_EXPLAINED).count() == 1


def test_leader_sees_it_at_once_reads_it_logged_and_concludes(frank, case, boss):
    berit = Desk(boss)
    assert '<span class="section__count">1<' in berit.get("/").text
    assert "ikke forklart" in berit.get(CASES).text
    frank.post(mine(case), {"explanation": WORDS})

    page = berit.get(f"{CASES}{case.pk}/").text

    assert WORDS in page
    assert "Fjellheim" not in page
    assert AccessEvent.objects.filter(verb=Verb.EMERGENCY_READ).count() == 1
    conclusion = {"outcome": "i_orden", "comment": "Riktig."}
    assert berit.post(f"{CASES}{case.pk}/", conclusion).status_code == 303
    case.refresh_from_db()
    assert (case.outcome, case.concluded_by_id) == ("i_orden", boss.user_id)
    assert "section__count" not in berit.get(NEEDS).text.split("<main")[0]
    assert "Riktig." in berit.get(f"{CASES}{case.pk}/").text


def test_nobody_concludes_before_it_is_explained(case, boss):
    conclusion = {"outcome": "i_orden", "comment": "Ok."}

    answer = Desk(boss).post(f"{CASES}{case.pk}/", conclusion)

    assert answer.status_code == 422
    assert "Vent til nødtilgangen er forklart." in answer.text


def test_other_leader_does_not_see_it_and_auditor_sees_all(world, case, boss):
    assert Desk(world.leader).get(f"{CASES}{case.pk}/").status_code == 404
    assert Desk(world.auditor).get(f"{CASES}{case.pk}/").status_code == 200
    assert not may_conclude(world.auditor, case)
    assert Desk(world.clerk).get(CASES).status_code == 403
    seen = AccessEvent.objects.filter(verb=Verb.USE_REVIEWED)
    assert seen.filter(outcome=Outcome.REFUSED).count() == 1


def test_nobody_reviews_himself_and_an_auditor_does_where_nobody_else_leads(
    world, case, boss
):
    own = EmergencyAccess(worker_id=boss.user_id, unit=case.unit)

    assert not may_conclude(boss, own)
    assert may_conclude(world.auditor, own)


def test_database_shows_no_words_without_an_event_about_the_case(world, frank, case):
    frank.post(mine(case), {"explanation": WORDS})

    with pytest.raises(Error), transaction.atomic():
        list(EmergencyText.objects.all())


def test_another_s_case_is_not_found(world, case):
    assert Desk(world.nurse).get(mine(case)).status_code == 404


def test_one_a_week_from_each_unit_is_sampled_and_the_same_every_time(world):
    now = timezone.now()
    needs = [StatedNeed(pk=uuid4(), unit=world.south, began_at=now) for _ in range(200)]

    chosen = sample(needs)

    assert 1 <= len(chosen) < 60
    assert sample(reversed(needs)) == chosen
    assert len(sample(needs[:1])) == 1


def test_leader_marks_a_sampled_need_as_seen(world, frank, boss):
    frank.post(f"/records/{world.ola.record_id}/need/", {"reason": "deltar"})
    need = StatedNeed.objects.get()
    berit = Desk(boss)
    assert "Deltar i behandlingen" in berit.get(NEEDS).text

    berit.post(f"{NEEDS}{need.pk}/sett/")

    need.refresh_from_db()
    assert need.looked_by_id == boss.user_id
    assert "Sett på av Berit Leder" in berit.get(NEEDS).text
