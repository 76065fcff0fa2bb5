"""Moving, discharging and death, on the screen."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.models import Basis, CareRelation
from audit.models import AccessEvent
from audit.verbs import Outcome
from journal.record.gate import open_record
from journal.record.selectors.versions import version_of
from tests import world as worlds


@pytest.fixture
def siri(world, desk):
    return desk(world.nurse)


@pytest.fixture
def place(world):
    now = timezone.localtime()
    with open_record(
        world.ola.record_id, by=world.nurse, to=Action.READ_IDENTITY
    ) as record:
        version = version_of(record.episodes.get())

    def fill(**changed):
        return {
            "form_id": str(uuid4()),
            "unit": str(world.south.pk),
            "service_type": "15",
            "room": "3",
            "at_date": f"{now:%d.%m.%Y}",
            "at_time": f"{now:%H.%M}",
            "version": version,
            **changed,
        }

    return fill


def ids(world):
    return world.ola.record_id, world.ola.episode_id


def verbs():
    return list(
        AccessEvent.objects.order_by("stored_at").values_list("verb", flat=True)
    )


def text(response):
    return response.content.decode()


def test_form_shows_where_he_is_and_the_log_says_only_that_it_was_seen(world, siri):
    page = siri.get("record:move", *ids(world))

    assert page.status_code == 200
    assert f'value="{world.north.pk}" selected' in text(page)
    assert verbs()[-1] == "read_identity"


def test_moved_patient_is_at_the_new_unit_and_the_log_says_moved(
    world, siri, desk, place
):
    moved = siri.post("record:move", *ids(world), **place())

    assert moved.status_code == 303
    assert verbs()[-1] == "moved"
    page = desk(world.stranger).get("record:person", world.ola.record_id)
    assert page.status_code == 200
    assert "Hjemmetjenesten sør" in text(page)


def test_former_unit_does_not_see_where_he_went(world, siri, place):
    siri.post("record:move", *ids(world), **place())

    page = siri.get("record:person", world.ola.record_id)

    assert page.status_code == 200
    assert "Hjemmetjenesten sør" not in text(page)
    assert "/move/" not in text(page)


def test_former_unit_may_not_move_him_on(world, siri, place):
    siri.post("record:move", *ids(world), **place())

    page = siri.post("record:move", *ids(world), **place())

    assert page.status_code == 403
    assert "Oppholdet ved enheten din er avsluttet" in text(page)


def test_move_that_cannot_be_is_said_and_kept(world, siri, place):
    page = siri.post(
        "record:move", *ids(world), **place(at_date="01.01.2020", room="9")
    )

    assert page.status_code == 422
    assert "kan ikke slutte før det" in text(page)
    assert 'value="9"' in text(page)
    assert CareRelation.objects.filter(basis=Basis.EPISODE).count() == 1


def test_second_of_two_who_move_him_sees_where_he_is_and_keeps_what_she_typed(
    world, siri, desk, place
):
    lise = desk(world.leader)
    here = {"unit": str(world.north.pk)}
    lise.post("record:move", *ids(world), **place(**here, room="7", bed="B"))

    late = siri.post("record:move", *ids(world), **place(**here, room="9"))

    assert late.status_code == 422
    assert "Pasienten er nå her: rom 7, seng B" in text(late)
    assert 'value="9"' in text(late)
    (version,) = re.findall(r'name="version" value="(\d+)"', text(late))
    again = place(**here, room="9", version=version)
    assert siri.post("record:move", *ids(world), **again).status_code == 303
    assert "rom 9" in text(siri.get("record:person", world.ola.record_id))


@pytest.mark.parametrize(("bed", "is_taken"), [("a", True), ("B", False), ("", False)])
def test_taken_bed_is_warned_of_and_nobody_named(world, siri, place, bed, is_taken):
    kari = worlds.patient(world.clerk, "Kari", "Nordmann", at=world.north)
    with open_record(kari.record_id, by=world.nurse, to=Action.MOVE) as record:
        episode = record.episodes.get()
        episode.room, episode.bed = "204", "A"
        episode.save()

    here = {"unit": str(world.north.pk), "room": "204", "bed": bed}
    moved = siri.post("record:move", *ids(world), **place(**here))

    page = text(siri.follow(moved))
    assert "Flyttingen er lagret" in page
    assert ("Sengen er registrert som opptatt" in page) == is_taken
    assert "Kari" not in page


def test_unreadable_form_is_not_logged_as_a_move(world, siri, place):
    page = siri.post("record:move", *ids(world), **place(unit="x"))

    assert page.status_code == 422
    assert verbs()[-1] == "read_identity"


def test_discharged_patient_leaves_the_unit(world, siri, place):
    page = siri.post("record:discharge", *ids(world), **place())

    assert page.status_code == 303
    assert CareRelation.objects.filter(basis=Basis.FORMER_EPISODE).exists()


@pytest.mark.parametrize("name", ["record:discharge", "record:move"])
def test_end_long_ago_leads_to_the_start_page_and_no_refusal_is_logged(
    world, siri, place, name
):
    long_ago = timezone.localtime() - timedelta(days=15)

    stored = siri.post(name, *ids(world), **place(at_date=f"{long_ago:%d.%m.%Y}"))

    assert (stored.status_code, stored.headers["Location"]) == (303, "/")
    page = siri.follow(stored)
    assert page.status_code == 200
    assert "Du har ikke lenger tilgang" in text(page)
    assert not AccessEvent.objects.filter(outcome=Outcome.REFUSED).exists()


def test_clerk_is_led_on_to_what_she_may_see(world, desk, place):
    mona = desk(world.clerk)

    stored = mona.post("record:discharge", *ids(world), **place())

    page = mona.follow(mona.follow(stored))
    assert page.status_code == 200
    assert "Personopplysninger" in text(page)


def test_stay_of_another_record_is_not_found(world, siri, place):
    assert siri.get("record:move", world.ola.record_id, uuid4()).status_code == 404


def test_care_worker_role_is_refused_what_it_may_not(world, desk, place):
    page = desk(world.auditor).get("record:discharge", *ids(world))

    assert page.status_code == 403


def test_death_asks_twice_and_can_be_taken_back(world, siri):
    today = f"{timezone.localdate():%d.%m.%Y}"
    record_id = world.ola.record_id

    assert "Sjekk at det er riktig person" in text(
        siri.get("record:mark_dead", record_id)
    )
    unsure = siri.post("record:mark_dead", record_id, deceased_on=today)
    assert (unsure.status_code, "kryss av" in text(unsure)) == (422, True)

    sure = siri.post("record:mark_dead", record_id, deceased_on=today, is_certain="on")
    assert sure.status_code == 303
    assert "Personen er ikke død" in text(siri.get("record:person", record_id))

    back = siri.post("record:take_back_death", record_id)
    assert back.status_code == 303
    assert "Meld død" in text(siri.get("record:person", record_id))


def test_death_tomorrow_is_refused(world, siri):
    tomorrow = timezone.localdate() + timedelta(days=1)

    page = siri.post(
        "record:mark_dead",
        world.ola.record_id,
        deceased_on=f"{tomorrow:%d.%m.%Y}",
        is_certain="on",
    )

    assert page.status_code == 422
    assert "kan ikke være fram i tid" in text(page)
