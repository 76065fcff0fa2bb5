"""Who is on a GP's list: put there by the practice, one GP at a time, and off it again."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from access.actions import Action
from access.models import Basis, Block, CareRelation
from audit.models import AccessEvent
from audit.verbs import Outcome, Verb
from journal.record.gate import open_record
from journal.record.models import Enrolment, Programme
from journal.record.selectors.header import gp_of, patient_header
from tests import world as worlds
from tests.journal.enrolments.reading import OLA, basis, day, enrolment_of, rows, typed


def test_secretary_puts_somebody_on_a_list_and_the_gp_has_him(
    world, practice, vigdis, berit, enrols
):
    assert basis(berit, world.ola.record_id) is None

    done = enrols(vigdis, "gp", practice[1], **OLA)

    assert done.status_code == 303
    assert str(world.ola.record_id) in done.headers["Location"]
    assert basis(berit, world.ola.record_id) == Basis.GP_LIST
    event = AccessEvent.objects.get(verb=Verb.ENROLLED)
    relation = CareRelation.objects.get(basis=Basis.GP_LIST)
    assert (event.basis, event.decision_ref) == ("gp_list", relation.pk)
    assert relation.service_type == "KX17"


def test_gp_beside_does_not_have_him(world, practice, vigdis, enrols):
    anders = worlds.worker(worlds.person("anders.lie", ("lege", practice[2])))

    enrols(vigdis, "gp", practice[1], **OLA)

    assert basis(anders, world.ola.record_id) is None


def test_gp_is_told_on_the_patient_s_page_before_what_was_once_typed(
    world, practice, vigdis, enrols, desk
):
    enrols(vigdis, "gp", practice[1], **OLA)

    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_IDENTITY
    ) as record:
        patient_header(record)
        gp = gp_of(record)

    assert (gp.name, gp.office) == ("Berit Dahl", "Fjord legekontor")
    assert gp.phone == "55 10 20 30"
    page = desk(world.nurse).get("chart:patient", world.ola.record_id).text
    assert "Berit Dahl, Fjord legekontor" in page


def test_nobody_is_on_two_lists_and_a_move_is_asked_about(
    world, practice, vigdis, berit, enrols
):
    enrols(vigdis, "gp", practice[1], **OLA, starts_on=typed(day(-30)))

    asked = enrols(vigdis, "gp", practice[2], **OLA)

    assert asked.status_code == 422
    assert "Personen står på «Berit Dahl» nå" in asked.text
    assert rows(world) == [("Berit Dahl", day(-30), None)]

    moved = enrols(vigdis, "gp", practice[2], **OLA, moves="on")

    assert moved.status_code == 303
    assert rows(world) == [
        ("Berit Dahl", day(-30), day()),
        ("Anders Lie", day(), None),
    ]
    assert basis(berit, world.ola.record_id) == Basis.FORMER_EPISODE


def test_database_lets_nobody_have_two_gps_on_the_same_day(
    world, practice, vigdis, enrols
):
    enrols(vigdis, "gp", practice[1], **OLA)

    with (
        pytest.raises(IntegrityError, match="one_gp_and_one_of_each"),
        open_record(world.ola.record_id, by=vigdis, to=Action.READ_IDENTITY) as record,
    ):
        Enrolment(
            patient_id=record.patient_id,
            record_id=record.pk,
            unit=practice[2],
            programme=Programme.GP_LIST,
            starts_on=day(20),
        ).save(force_insert=True)


def test_change_from_the_first_of_next_month_counts_from_then(
    world, practice, vigdis, berit, enrols
):
    then = day(20)

    done = enrols(vigdis, "gp", practice[1], **OLA, starts_on=typed(then))

    assert done.headers["Location"].endswith("/fastlegeliste/")
    assert basis(berit, world.ola.record_id) is None
    later = timezone.now() + timedelta(days=21)
    assert basis(berit, world.ola.record_id, at=later) == Basis.GP_LIST


@pytest.mark.parametrize(
    ("days", "told"),
    [(200, "høyst tre måneder fram"), (-40_000, "før personen ble født")],
)
def test_day_that_cannot_be_is_said_at_its_field_and_nothing_is_stored(
    world, practice, vigdis, enrols, days, told
):
    answer = enrols(vigdis, "gp", practice[1], **OLA, starts_on=typed(day(days)))

    assert answer.status_code == 422
    assert told in answer.text
    assert not CareRelation.objects.filter(basis=Basis.GP_LIST).exists()


def test_list_shows_who_is_on_it_how_many_are_new_and_who_left(
    world, practice, vigdis, enrols, desk
):
    enrols(vigdis, "gp", practice[1], **OLA)
    new = {"given_name": "Åse", "family_name": "Aasen", "birth_date": "02.02.1980"}
    enrols(vigdis, "gp", practice[2], **new, starts_on=typed(day(-300)))
    at_desk = desk(vigdis)

    page = at_desk.get("enrolments:gp_list").text

    assert page.index("Fjellheim, Ola") < page.index("Aasen, Åse")  # Aa is Å
    assert "1 ny de siste 14 dagene" in page
    one = at_desk.get("enrolments:gp_list", data={"liste": str(practice[2].pk)}).text
    assert "Aasen, Åse" in one
    assert "Fjellheim" not in one
    by_age = at_desk.get("enrolments:gp_list", data={"vis": "alder"}).text
    assert by_age.index("Aasen") < by_age.index("Fjellheim")

    ended = at_desk.post(
        "enrolments:end",
        world.ola.record_id,
        enrolment_of(world).pk,
        ends_on=typed(day()),
        reason="flyttet",
    )

    assert ended.status_code == 303
    page = at_desk.get("enrolments:gp_list").text
    assert "1 ny" not in page
    assert page.index("Meldt ut de siste") < page.index("Fjellheim, Ola")


def test_event_of_a_page_names_those_on_it_alone(
    world, practice, vigdis, enrols, desk, monkeypatch
):
    monkeypatch.setattr("journal.enrolments.selectors.PAGE_SIZE", 1)
    enrols(vigdis, "gp", practice[1], **OLA)
    new = {"given_name": "Kari", "family_name": "Ny", "birth_date": "02.02.1980"}
    enrols(vigdis, "gp", practice[1], **new)

    page = desk(vigdis).get("enrolments:gp_list", data={"page": "2"}).text

    assert "Ny, Kari" in page
    assert "Side 2 av 2" in page
    event = AccessEvent.objects.filter(verb=Verb.LISTED).latest("stored_at")
    assert [one.patient_id for one in event.subjects.all()] != [world.ola.patient_id]
    assert event.subjects.count() == 1


def test_whoever_keeps_no_list_is_refused_and_the_log_has_it(world, desk, practice):
    answers = [
        desk(world.nurse).get("enrolments:gp_list"),
        desk(world.nurse).get("enrolments:gp_enrol"),
        desk(world.nurse).post("enrolments:gp_enrol", **OLA),
    ]

    assert [answer.status_code for answer in answers] == [403] * 3
    assert AccessEvent.objects.filter(outcome=Outcome.REFUSED).count() == len(answers)


def test_whom_the_patient_has_shut_out_by_name_takes_him_on_no_list(
    world, practice, vigdis, enrols
):
    Block.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        what="all",
        whom="person",
        worker_id=vigdis.user_id,
        valid_from=timezone.now() - timedelta(days=1),
    )

    answer = enrols(vigdis, "gp", practice[1], **OLA)

    assert answer.status_code == 403
    assert not CareRelation.objects.filter(basis=Basis.GP_LIST).exists()


def test_same_form_sent_twice_is_one_place_on_the_list(practice, vigdis, enrols):
    who = {"given_name": "Kari", "family_name": "Ny", "birth_date": "02.02.1980"}
    sent = "6f1ed002-ab59-4a8d-8d3b-4a7f3f1c8a11"

    answers = [enrols(vigdis, "gp", practice[1], **who, form_id=sent) for _ in "ab"]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert CareRelation.objects.filter(basis=Basis.GP_LIST).count() == 1
