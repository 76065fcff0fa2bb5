"""One event of the log on the screen, and the ways on from it."""

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from audit.entry import Actor, Grounds, Query, Subject, Target
from audit.review.rules.pseudonyms import pseudonym
from audit.verbs import Outcome, Reach, Verb
from tests.audit.review.screens import LOG, choose, rows_of, text_of


def test_event_tells_everything_in_words(world, auditor, happened):
    ref = uuid4()
    event = happened(
        by=world.nurse,
        actor=Actor(
            world.nurse.user_id, "Siri", "SP", "sykepleier", "1234567", "sykepleier"
        ),
        grounds=Grounds("former_episode", "TREAT", ref, service="15"),
        target=Target("journal.Note", "n1", 2),
        refusal="role",
        detail={"only_mine": "yes", "rights": f"lege@{world.north.id}"},
        subjects=(
            Subject(
                world.ola.patient_id,
                world.ola.record_id,
                Reach.RECORD,
                kinds=("besok", "critical"),
                until=datetime(2026, 5, 6, 10, tzinfo=UTC),
                hidden=(uuid4(),),
            ),
        ),
    )

    page = text_of(auditor.get(f"{LOG}{event}/"))

    first, _, technical = page.partition("Tekniske opplysninger")
    for said in (
        "Sykepleier",
        "1234567",
        "Avsluttet opphold siste 14 dager",
        "Helsehjelp (TREAT)",
        "Helsetjenester i hjemmet",
        "Journalnotat, versjon 2",
        "Hvorfor avvist Rollen gir ikke tilgang til dette",
        "Bare egne notater Ja",
        "Rettigheter etter endringen Lege, Hjemmetjenesten nord",
        "bare: Besøk i hjemmet, Kritisk informasjon",
        "bare det som var skrevet til og med onsdag 6. mai 2026 kl. 12.00",
        "unntatt 1 sperret dokument",
    ):
        assert said in first, said
    for said in (
        f"Bruker-id {world.nurse.user_id}",
        f"Tilgangsbeslutning {ref}",
        "Id til det hendelsen gjelder n1",
        "Datasystem akson",
        "&quot;verb&quot;:&quot;read&quot;",
    ):
        assert said in technical, said
    assert str(ref) not in first
    assert (
        first.index("Hvem") < first.index("Pasienter") < first.index("Hvorfor Grunnlag")
    )
    assert "stemmer ikke" not in page
    assert "Fjellheim" not in page


def test_opening_an_event_is_logged_with_its_id(world, auditor, happened, readings):
    event = happened()

    auditor.get(f"{LOG}{event}/")

    target = json.loads(bytes(readings()[-1].body))["target"]
    assert target == {"id": str(event), "type": "audit.AccessEvent"}


def test_search_is_told_without_the_number(world, auditor, happened):
    query = Query("identifier", keyed_hash="f" * 64, hits=0)
    event = happened(verb=Verb.SEARCHED, query=query)

    page = text_of(auditor.get(f"{LOG}{event}/"))

    assert "Personnummer" in page
    assert "f" * 64 in page
    assert "Antall treff 0" in page
    assert "Hendelsen gjelder ingen pasient" in page


def test_event_that_says_it_happened_another_time_is_marked(world, auditor, happened):
    event = happened(at=datetime.now(UTC) - timedelta(days=3))

    assert "stemmer ikke med seg selv" in text_of(auditor.get(f"{LOG}{event}/"))


def test_unknown_event_is_404(auditor):
    assert auditor.get(f"{LOG}{uuid4()}/").status_code == 404


def test_from_an_event_to_all_the_person_did_that_day(world, auditor, happened):
    event = happened(by=world.stranger)
    happened(by=world.stranger, outcome=Outcome.REFUSED)
    happened(by=world.nurse)

    answer = auditor.post(LOG, {"show": "person_day", "event_id": str(event)})
    page = auditor.get(answer["Location"])

    assert answer.status_code == 303
    assert "Gjort av: Frank Fremmed" in text_of(page)
    assert len(rows_of(page)) == 2


def test_from_an_event_to_all_about_the_patient(world, auditor, happened, readings):
    happened(at=datetime.now(UTC) - timedelta(days=40), of=world.ola)
    event = happened(of=world.ola)
    shown = {"show": "patient", "event_id": str(event)}

    answer = auditor.post(LOG, {**shown, "patient_id": str(world.ola.patient_id)})
    page = text_of(auditor.get(answer["Location"]))

    assert f"Pasient {pseudonym(world.ola.patient_id)}" in page
    assert len(rows_of(auditor.get(answer["Location"]))) >= 2
    assert json.loads(bytes(readings()[-1].body))["subjects"]


def test_name_the_auditor_typed_follows_from_page_to_page(world, auditor, happened):
    event = happened(of=world.ola)
    url = choose(auditor, patient="Ola Fjellheim 14.02.1942")
    token = url.partition("=")[2]

    page = auditor.get(f"{LOG}{event}/?utvalg={token}")
    answer = auditor.post(
        LOG,
        {
            "show": "patient",
            "event_id": str(event),
            "patient_id": str(world.ola.patient_id),
            "utvalg": token,
        },
    )

    assert "Ola Fjellheim, født 14.02.1942" in text_of(page)
    assert "Pasient: Ola Fjellheim" in text_of(auditor.get(answer["Location"]))


@pytest.mark.parametrize(
    "fields",
    [
        {"show": "person_day"},
        {"show": "person_day", "event_id": "x"},
        {"show": "annet"},
        {"show": "patient"},
        {"show": "patient", "patient_id": str(uuid4())},
    ],
)
def test_shortcut_that_leads_nowhere_is_404(world, auditor, happened, fields):
    event = happened(of=world.ola)
    body = {"event_id": str(event), **fields}
    if fields == {"show": "person_day"}:
        body["event_id"] = str(uuid4())

    assert auditor.post(LOG, body).status_code == 404
