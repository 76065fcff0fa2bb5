"""Who sees how records are opened: a leader his own unit and staff, an auditor all units and no patient."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from access.models import Block, CareRelation, RoleRights
from access.roles import Role
from audit.models import AccessEvent
from audit.verbs import Outcome, Verb
from tests import world as worlds

UNITS = "/gjennomgang/apninger/"


@pytest.fixture
def asked(days):
    """The days of the test, as an address asks for them."""
    return {"since": f"{days.since:%d.%m.%Y}", "until": f"{days.until:%d.%m.%Y}"}


@pytest.fixture
def north(world):
    return f"{UNITS}{world.north.pk}/"


def words(answer):
    without_tags = re.sub(
        r"<[^>]+>", " ", answer.text.partition("<main")[2].partition("</main>")[0]
    )
    return re.sub(r"\s+([.,])", r"\1", " ".join(without_tags.split()))


def counted():
    return AccessEvent.objects.filter(verb=Verb.COUNTED_READERS)


def test_leader_sees_opened_by_three_of_whom_one_gave_care(
    world, desk, opened, north, asked
):
    opened(world.nurse, basis="roster")
    siv = worlds.worker(worlds.person("siv.snok", (Role.NURSE, world.north)))
    opened(siv)
    opened(siv)
    opened(world.stranger, basis="need")

    page = words(desk(world.leader).client.get(north, asked))

    assert "Ola Fjellheim (14.02.1942) Åpnet av 3, av dem ga 1 hjelp" in page
    assert "Hjelp ikke funnet: Siv Snok (2 ganger, sist" in page
    assert "1 fra en annen enhet" in page
    assert "Frank" not in page
    assert "Åpnet av 2 ansatte, 3 ganger. I 67 % av tilfellene (2)" in page


def test_leader_of_one_unit_is_led_straight_to_it(world, desk, north):
    answer = desk(world.leader).client.get(UNITS)

    assert (answer.status_code, answer["Location"]) == (302, north)


def test_reading_it_is_one_event_with_unit_days_and_those_named(
    world, desk, opened, north, asked, days
):
    opened(world.nurse)

    desk(world.leader).client.get(north, asked)

    event = counted().get()
    body = bytes(event.body).decode()
    assert [subject.patient_id for subject in event.subjects.all()] == [
        world.ola.patient_id
    ]
    assert (event.basis, event.purpose) == ("review", "HCOMPL")
    assert f'"unit":"{world.north.pk}"' in body
    assert f'"from":"{days.since.isoformat()}"' in body


def test_leader_of_another_unit_is_refused_and_it_is_in_the_log(
    world, desk, opened, north, asked
):
    opened(world.nurse)
    berit = worlds.worker(worlds.person("berit.leder", (Role.LEADER, world.south)))

    answer = desk(berit).client.get(north, asked)

    assert answer.status_code == 403
    assert "Fjellheim" not in answer.text
    event = counted().get()
    assert (event.outcome, event.actor_id) == (Outcome.REFUSED, berit.user_id)
    assert str(world.north.pk) in bytes(event.body).decode()


def test_unit_that_is_not_there_looks_like_another_s(world, desk):
    answer = desk(world.leader).client.get(f"{UNITS}{uuid4()}/")

    assert answer.status_code == 403
    assert desk(world.auditor).client.get(f"{UNITS}{uuid4()}/").status_code == 404


@pytest.mark.parametrize("who", ["nurse", "clerk"])
def test_who_neither_leads_nor_reviews_is_refused(world, desk, north, who):
    client = desk(getattr(world, who)).client

    assert client.get(UNITS).status_code == 403
    assert client.get(north).status_code == 403
    assert counted().filter(outcome=Outcome.REFUSED).count() == 2


def test_auditor_compares_all_units_and_sees_no_patient(
    world, desk, opened, north, asked
):
    opened(world.nurse, basis="roster")
    opened(world.leader)
    opened(world.stranger, basis="need")
    ruth = desk(world.auditor).client

    both, one = ruth.get(UNITS, asked), ruth.get(north, asked)

    assert "Hjemmetjenesten nord 2 50 % (1) 2 1" in words(both)
    assert "Hjemmetjenesten sør 1 0 % (0) 1 1" in words(both)
    assert "Lise Leder" in words(one)
    assert "Fjellheim" not in both.text + one.text
    assert [event.subjects.count() for event in counted()] == [0, 0]


def test_auditor_who_leads_a_unit_names_patients_there_and_nowhere_else(
    world, desk, opened, north, asked
):
    opened(world.nurse)
    user = worlds.person(
        "nora.begge", (Role.AUDITOR, world.north.parent), (Role.LEADER, world.south)
    )
    both = desk(worlds.worker(user)).client
    both.post("/arbeidssted/", {"units": [world.north.parent.pk, world.south.pk]})

    page = both.get(north, asked)

    assert "Fjellheim" not in page.text
    assert "Siri Sykepleier" in words(page)
    assert "Pasientene ved enheten nå" not in words(page)
    at_south = words(both.get(f"{UNITS}{world.south.pk}/", asked))
    assert "Pasientene ved enheten nå" in at_south


def test_nobody_reviews_himself_and_is_told_who_does(world, desk, opened, north, asked):
    opened(world.leader)

    page = words(desk(world.leader).client.get(north, asked))

    assert "av 1, av dem ga 0 hjelp" in page
    assert "Du har selv åpnet 1 gang. Den er talt med, men lederen over deg" in page
    assert "Hjelp ikke funnet: du selv" in page
    assert "Vi fant at alle andre som åpnet, ga hjelp." in page
    assert "Lise Leder" not in page


def test_leader_above_sees_the_leader_s_own(world, desk, opened, asked):
    opened(world.leader)
    dagny = worlds.person("dagny.direktør", (Role.LEADER, world.north.parent))
    client = desk(worlds.worker(dagny)).client

    every = client.get(UNITS, asked)
    page = words(client.get(f"{UNITS}{world.north.pk}/", asked))

    assert "Hjemmetjenesten nord 1 100 % (1) 1 1" in words(every)
    assert "Lise Leder" in page
    assert "Ola Fjellheim" in page


def test_patient_who_has_shut_the_leader_out_is_not_named(
    world, desk, opened, north, asked, noon
):
    opened(world.nurse)
    Block.objects.create(
        record_id=world.ola.record_id,
        patient_id=world.ola.patient_id,
        what="all",
        whom="person",
        worker_id=world.leader.user_id,
        valid_from=noon,
    )

    page = desk(world.leader).client.get(north, asked)

    assert "Fjellheim" not in page.text
    assert "Åpnet av 1 ansatt" in words(page)
    assert counted().get().subjects.count() == 0


def test_patient_who_has_left_is_counted_and_not_named(
    world, desk, opened, north, asked, noon
):
    opened(world.nurse)
    CareRelation.objects.update(valid_until=noon + timedelta(hours=1))

    page = desk(world.leader).client.get(north, asked)

    assert "Fjellheim" not in page.text
    assert "Åpnet av 1 ansatt" in words(page)
    assert "Ingen pasienter å vise." in words(page)


def test_role_matrix_decides_who_counts(world, desk, north):
    for rights in RoleRights.objects.filter(role=Role.LEADER):
        rights.does = [action for action in rights.does if action != "readers.count"]
        rights.save()

    assert desk(world.leader).client.get(north).status_code == 403


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("tull", "01.11.2026", "Skriv datoen med dag, måned og år"),
        ("02.11.2026", "01.11.2026", "Siste dag kan ikke være før første dag."),
        ("01.01.2026", "01.11.2026", "Velg høyst 92 dager om gangen."),
        ("", "01.11.2026", "Feltet er påkrevet."),
    ],
)
def test_wrong_days_are_told_at_the_field_and_kept(
    world, desk, opened, north, since, until, said
):
    opened(world.nurse)
    asked = {"since": since, "until": until}

    answer = desk(world.leader).client.get(north, asked)

    assert answer.status_code == 422
    assert said in answer.text
    assert f'value="{until}"' in answer.text
    assert "Åpnet av" not in answer.text
    assert counted().count() == 0


def test_many_patients_come_in_pages_those_to_ask_about_first(
    world, desk, opened, north, asked
):
    for number in range(26):
        worlds.patient(world.clerk, "Kari", f"Nr{number:02}", at=world.north)
    opened(world.nurse)
    leader = desk(world.leader).client

    first = leader.get(north, asked)
    second = leader.get(north, asked | {"page": "2"})

    assert first.text.count("av dem ga") == 1
    assert first.text.index("Ola Fjellheim") < first.text.index("Ikke åpnet")
    assert "Side 1 av 2" in first.text
    assert "Side 2 av 2" in second.text
    assert [event.subjects.count() for event in counted().order_by("stored_at")] == [
        25,
        2,
    ]


def test_unit_nobody_opened_from_says_so(world, desk, north, asked):
    page = words(desk(world.leader).client.get(north, asked))

    assert "Ingen journaler er åpnet fra enheten i perioden." in page
    assert "ga hjelp." not in page
    assert "Ola Fjellheim (14.02.1942) Ikke åpnet" in page
    everywhere = words(desk(world.auditor).client.get(UNITS, asked))
    assert "Ingen journaler er åpnet i perioden" in everywhere


def test_emergencies_lead_on_to_it(world, desk):
    page = desk(world.auditor).client.get("/gjennomgang/nodtilganger/").text

    assert f'href="{UNITS}"' in page
