"""Who follows a health station's programme: enrolled, of the right age, and out again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from access import policy
from access.actions import Action
from access.models import Basis, CareRelation, KnownRecord
from journal.enrolments.rules.programmes import is_of_age


def newborn(**facts):
    born = timezone.localdate() - timedelta(days=9)
    return {
        "given_name": "Eline",
        "family_name": "Nyfjord",
        "birth_date": f"{born:%d.%m.%Y}",
        "sex": "female",
        **facts,
    }


def records_of(worker):
    found = policy.records_open_to(worker, Action.READ_RECORD)
    return {decision.record_id: decision.basis for decision in found}


def test_health_visitor_enrols_a_newborn_nobody_knew_and_has_her_record(
    world, station, hanne, enrols, desk
):
    done = enrols(hanne, "programme", station, **newborn())

    assert done.status_code == 303
    new = KnownRecord.objects.exclude(pk=world.ola.record_id).get()
    assert records_of(hanne) == {new.record_id: Basis.PROGRAMME}
    page = desk(hanne).get("enrolments:programme").text
    assert "Nyfjord, Eline" in page
    assert "9 d" in page
    assert "Helsestasjon, 0–5 år" in page


def test_grown_up_follows_no_programme_of_a_child(world, station, hanne, enrols):
    answer = enrols(
        hanne,
        "programme",
        station,
        given_name="Ola",
        family_name="Fjellheim",
        birth_date="14.02.1942",
        is_same="same",
    )

    assert answer.status_code == 422
    assert "Programmet er for en annen alder" in answer.text
    assert not CareRelation.objects.filter(basis=Basis.PROGRAMME).exists()


def test_child_who_has_moved_away_is_out_and_the_station_finishes_its_own(
    station, hanne, enrols, desk
):
    first = timezone.localdate() - timedelta(days=3)
    enrols(hanne, "programme", station, **newborn(starts_on=f"{first:%d.%m.%Y}"))
    at_desk = desk(hanne)
    page = at_desk.get("enrolments:programme")
    (row,) = page.context["rows"]

    ended = at_desk.post(
        "enrolments:end",
        row.record_id,
        row.id,
        ends_on=f"{timezone.localdate():%d.%m.%Y}",
        reason="flyttet",
    )

    assert ended.status_code == 303
    assert records_of(hanne) == {row.record_id: Basis.FORMER_EPISODE}
    after = at_desk.get("enrolments:programme")
    assert after.context["rows"] == []
    assert [left.why for left in after.context["left"]] == ["Flyttet fra kommunen"]


@pytest.mark.parametrize(
    ("programme", "years", "fits"),
    [
        ("helsestasjon", 0, True),
        ("helsestasjon", 6, True),
        ("helsestasjon", 7, False),
        ("skole", 4, False),
        ("skole", 5, True),
        ("skole", 20, True),
        ("skole", 21, False),
        ("fastlege", 90, True),
    ],
)
def test_age_a_programme_is_for(programme, years, fits):
    today = timezone.localdate()
    born = today.replace(year=today.year - years, day=1)

    assert is_of_age(programme, born=born, on=today) is fits


def test_practice_and_station_keep_their_own_lists(world, practice, hanne, desk):
    answer = desk(hanne).get("enrolments:gp_list")

    assert answer.status_code == 403
