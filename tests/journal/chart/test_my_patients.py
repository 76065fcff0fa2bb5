"""The start page's list: everybody once under each unit that has him, and nobody misstated."""

from datetime import date, timedelta

import pytest

from access.models import Employment
from access.roles import Role
from audit.models import AccessEvent, AccessSubject
from audit.verbs import Verb
from journal.chart import views
from tests import world as worlds
from tests.journal.chart.reading import cards, groups


@pytest.fixture
def siri(world, desk):
    return desk(world.nurse)


@pytest.fixture
def nils(world):
    """A nurse of both units."""
    user = worlds.person(
        "nils.natt", (Role.NURSE, world.north), (Role.NURSE, world.south)
    )
    return worlds.worker(user)


def start(desk, query=""):
    page = desk.client.get(f"/{query}")
    assert page.status_code == 200
    return page.text


def count(html):
    return html.split('<span class="section__count">')[1].split("<")[0]


def test_patient_stands_under_the_unit_that_has_him(world, siri):
    page = start(siri)

    assert groups(page) == {"Hjemmetjenesten nord": ["Fjellheim, Ola"]}
    assert count(page) == "1"


def test_dead_stand_by_themselves_with_the_date_and_are_not_counted(
    world, siri, living, die
):
    living(world.north, "Kari", "Dal")
    on = die(world.ola, days=2)

    page = start(siri)

    assert groups(page) == {
        "Hjemmetjenesten nord": ["Dal, Kari"],
        "Døde": ["Fjellheim, Ola"],
    }
    assert f"Død {on:%d.%m.%Y}" in cards(page, "Fjellheim, Ola")[0]
    assert count(page) == "1"


def test_journal_and_case_of_one_person_are_told_apart(world, siri, case_of):
    case_of(world.ola, world.north)

    page = start(siri)

    journal, case = cards(page, "Fjellheim, Ola")
    assert "Tjenestesak" in case
    assert "Tjenestesak" not in journal
    assert "Navnelik" not in journal + case
    assert count(page) == "1"


def test_both_records_of_one_who_died_are_shown(world, siri, case_of, die):
    case_of(world.ola, world.north)
    die(world.ola)

    assert groups(start(siri)) == {"Døde": ["Fjellheim, Ola"] * 2}


def test_patient_of_two_units_stands_under_both_and_is_counted_once(
    world, works_at, nils, admit
):
    admit(world.ola, world.south, room="3")

    page = start(works_at(nils, world.north, world.south))

    assert groups(page) == {
        "Hjemmetjenesten nord": ["Fjellheim, Ola"],
        "Hjemmetjenesten sør": ["Fjellheim, Ola"],
    }
    assert [card.split()[0] for card in cards(page, "Fjellheim, Ola")] == ["12", "3"]
    assert count(page) == "1"


def test_two_services_at_one_unit_are_one_card(world, siri, admit):
    admit(world.ola, world.north, service="6")

    assert groups(start(siri)) == {"Hjemmetjenesten nord": ["Fjellheim, Ola"]}


def test_patient_elsewhere_is_never_said_to_be_without_a_stay(
    world, desk, lend, name, living
):
    kari = living(world.north, "Kari", "Dal")
    name(kari, world.nurse)
    lend(world.ola, world.stranger)
    Employment.objects.filter(user_id=world.nurse.user_id).update(
        content_object=world.south
    )

    granted, named = start(desk(world.stranger)), start(desk(world.nurse))

    assert groups(granted) == {"Du er gitt tilgang": ["Fjellheim, Ola"]}
    assert groups(named) == {"Du er i behandlerteamet": ["Dal, Kari"]}
    assert "Hjemmetjenesten nord" in cards(granted, "Fjellheim, Ola")[0]


def test_granted_patient_who_comes_to_my_unit_stands_there(world, desk, lend, admit):
    lend(world.ola, world.stranger)
    admit(world.ola, world.south)

    assert groups(start(desk(world.stranger))) == {
        "Hjemmetjenesten sør": ["Fjellheim, Ola"]
    }


def test_former_patient_is_not_in_the_list(world, siri, end):
    end(world.ola, at=world.north)

    page = start(siri)

    assert groups(page) == {}
    assert "Ingen pasienter på enhetene dine nå" in page


def test_units_of_the_same_name_are_two_and_say_where(world, desk, living):
    houses = [worlds.unit(name, parent=world.north) for name in ("Åsheimen", "Solheim")]
    for house, given in zip(houses, ("Kari", "Liv"), strict=True):
        living(worlds.unit("Post 1", parent=house), given, "Dal")

    page = start(desk(world.nurse))

    assert list(groups(page).items()) == [
        ("Hjemmetjenesten nord", ["Fjellheim, Ola"]),
        ("Post 1, Solheim", ["Dal, Liv"]),
        ("Post 1, Åsheimen", ["Dal, Kari"]),
    ]


def test_units_and_names_stand_as_a_norwegian_orders_them(world, siri, living):
    for unit in ("Østmarka", "Ågotnes", "Ærfuglen", "Zinken"):
        living(worlds.unit(unit, parent=world.north), "Kari", "Dal")
    for family in ("Aasen", "Østby", "Zahl", "Ærø"):
        living(world.north, "Liv", family)

    found = groups(start(siri, "?vis=navn"))

    assert list(found)[1:] == ["Zinken", "Ærfuglen", "Østmarka", "Ågotnes"]
    families = [n.split(",")[0] for n in found["Hjemmetjenesten nord"]]
    assert families == ["Fjellheim", "Zahl", "Ærø", "Østby", "Aasen"]


@pytest.fixture
def ward(world, living):
    """A ward under north, where most have a room."""
    ward = worlds.unit("Post 2", parent=world.north)
    living(ward, "Anne", "Aas", room="10")
    living(ward, "Berit", "Berg", room="9, vindu")
    living(ward, "Cato", "Carlsen")
    living(world.north, "Dina", "Dal")
    living(world.north, "Even", "Eng")
    return ward


BY_ROOM = ["Berg, Berit", "Aas, Anne", "Carlsen, Cato"]
BY_NAME = ["Berg, Berit", "Carlsen, Cato", "Aas, Anne"]


def test_ward_is_in_the_order_of_its_rooms_and_home_care_by_name(world, siri, ward):
    found = groups(start(siri))

    assert found["Post 2"] == BY_ROOM
    assert found["Hjemmetjenesten nord"] == ["Dal, Dina", "Eng, Even", "Fjellheim, Ola"]


def test_order_that_was_chosen_is_kept(world, siri, ward):
    by_room = start(siri, "?vis=rom")
    assert groups(by_room)["Hjemmetjenesten nord"][0] == "Fjellheim, Ola"
    assert 'href="?vis=rom" aria-current="true"' in by_room
    start(siri, "?vis=tull")
    assert groups(start(siri)) == groups(by_room)

    assert groups(start(siri, "?vis=navn"))["Post 2"] == BY_NAME
    assert groups(start(siri))["Post 2"] == BY_NAME


def test_too_many_patients_are_not_shown_and_nobody_is_read(
    world, siri, living, monkeypatch
):
    monkeypatch.setattr(views, "PATIENTS_MAX", 1)
    living(world.north, "Kari", "Dal")

    page = start(siri)

    assert groups(page) == {}
    assert "For mange pasienter til én liste" in page
    assert count(page) == "2"
    assert listed() == []


def listed():
    """Whom the log says were shown in the latest list."""
    event = AccessEvent.objects.filter(verb=Verb.LISTED).latest("stored_at")
    return list(
        AccessSubject.objects.filter(event_id=event.pk).values_list(
            "patient_id", flat=True
        )
    )


def test_log_names_everybody_who_was_shown(world, siri, living, die):
    kari = living(world.north, "Kari", "Dal")
    die(kari)

    start(siri)

    assert set(listed()) == {world.ola.patient_id, kari.patient_id}


def test_namesakes_are_warned_about(world, siri, living):
    living(world.north, "Ola", "Fjellheim", born=date(1950, 1, 1))
    living(world.north, "Kari", "Dal", born=date(1950, 1, 1) - timedelta(days=1))

    page = start(siri)

    assert all("Navnelik" in card for card in cards(page, "Fjellheim, Ola"))
    assert "Navnelik" not in cards(page, "Dal, Kari")[0]
