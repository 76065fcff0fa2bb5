"""Finding one person without a relation: who may ask, what is told, and what the log says."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audit.models import AccessEvent, AccessSubject
from audit.verbs import Outcome, Verb
from journal.record.views import finding
from tests import world as worlds

BORN = "14.02.1942"


def find(desk, worker, **typed):
    return desk(worker).post("record:find", **typed)


def events():
    return list(AccessEvent.objects.filter(verb=Verb.LOOKED_UP).order_by("recorded_at"))


def test_name_and_birth_date_find_one_and_tell_no_more_than_that(world, desk):
    page = find(desk, world.stranger, name="Ola Fjellheim", birth_date=BORN)

    assert page.status_code == 200
    assert "Ola Fjellheim" in page.text
    assert f"/records/{world.ola.record_id}/emergency/" in page.text
    for secret in ("Storgata", "Bergen", "Hjemmetjenesten nord"):
        assert secret not in page.text
    (event,) = events()
    body = json.loads(bytes(event.body))
    assert body["query"]["hits"] == 1
    assert body["grounds"]["basis"] == "lookup"
    subject = AccessSubject.objects.get(event=event)
    assert (subject.patient_id, subject.reach) == (world.ola.patient_id, 1)


def test_two_who_fit_are_neither_shown(world, desk):
    worlds.patient(world.clerk, at=world.north)

    page = find(desk, world.stranger, name="Ola Fjellheim", birth_date=BORN)

    assert "Flere passer. Bruk fødselsnummer." in page.text
    assert "/emergency/" not in page.text
    (event,) = events()
    assert not AccessSubject.objects.filter(event=event).exists()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({}, "Skriv fødselsnummeret"),
        ({"name": "Ola", "birth_date": BORN}, "både fornavn og etternavn"),
        ({"name": "Ola Fjellheim"}, "fødselsdatoen også"),
        ({"number": "123"}, "11 sifre"),
    ],
)
def test_half_a_question_finds_nobody_and_is_kept(world, desk, typed, says):
    page = find(desk, world.stranger, **typed)

    assert page.status_code == 422
    assert says in page.text
    assert events() == []


def test_nobody_fits(world, desk):
    page = find(desk, world.stranger, name="Ola Fjellheim", birth_date="15.02.1942")

    assert "Fant ingen som passer" in page.text
    assert json.loads(bytes(events()[0].body))["query"]["hits"] == 0


def test_clerk_may_not_and_the_log_says_she_tried(world, desk):
    page = desk(world.clerk).get("record:find")

    assert page.status_code == 403
    assert [event.outcome for event in events()] == [Outcome.REFUSED]


def test_too_many_questions_in_an_hour_are_stopped(world, desk):
    for _ in range(finding.MOST_AN_HOUR):
        find(desk, world.stranger, name="Per Ingensteds", birth_date=BORN)

    page = find(desk, world.stranger, name="Ola Fjellheim", birth_date=BORN)

    assert page.status_code == 429
    assert "/emergency/" not in page.text
    assert "Ola Fjellheim" in page.text  # what was typed


def test_ordinary_search_tells_a_closed_person_and_nobody_apart_in_nothing(world, desk):
    answers = {}
    for name in ("Ola Fjellheim", "Ute Fjellvang"):
        frank = desk(world.stranger)
        found = frank.client.post("/search/", {"q": name})
        with CaptureQueriesContext(connection) as captured:
            page = frank.follow(found)
        text = page.text.replace(name, "NAME")
        text = text[text.index("<main") : text.index("</main")]
        start = text.index("csrfmiddlewaretoken")
        text = text[:start] + text[start + 200 :]
        answers[name] = (page.status_code, text, len(captured.captured_queries))

    closed, nobody = answers.values()
    assert closed == nobody
    assert "Finn person uten behandlerrelasjon" in closed[1]
