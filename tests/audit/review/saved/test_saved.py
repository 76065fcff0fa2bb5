"""Parts of the log an auditor has saved: what is kept, who sees it, and what opening it tells the log."""

import json
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.utils import timezone

from access.models import SavedFilter
from access.roles import Role
from audit.review.rules.pseudonyms import pseudonym
from tests import world as worlds
from tests.audit.review.screens import choose, rows_of, text_of
from tests.audit.review.test_choosing import synthetic_number

SAVED = "/logg/utvalg/"
OLA = "Ola Fjellheim 14.02.1942"


def save(client, url, **typed):
    facts = {"utvalg": url.partition("=")[2], "name": "Mitt", "follows": "1"} | typed
    return client.post(SAVED, facts, follow=True)


def one(saved):
    return f"{SAVED}{saved.pk}/"


@pytest.fixture
def colleague(world, at_the_screen):
    """Another auditor of the municipality."""
    user = worlds.person("roy.revisor", (Role.AUDITOR, world.north.parent))
    return at_the_screen(worlds.worker(user))


def test_what_was_saved_is_opened_again_and_the_log_says_so_of_the_patient(
    world, auditor, happened, readings
):
    happened(of=world.ola)
    happened(of=world.ola, by=world.stranger)
    url = choose(auditor, patient=OLA, person="Siri Sykepleier", verb="read")
    answer = save(auditor, url)
    assert "Utvalget er lagret." in text_of(answer)

    before = len(readings())
    opened = auditor.post(one(SavedFilter.objects.get()), {"step": "open"}, follow=True)

    assert len(rows_of(opened)) == 1
    page = text_of(opened)
    assert f"Pasient {pseudonym(world.ola.patient_id)}" in page
    assert "Gjort av: Siri Sykepleier" in page
    assert "Fjellheim" not in page
    said = [json.loads(bytes(event.body)) for event in readings()[before:]]
    assert said[0]["subjects"] == [{"patient": str(world.ola.patient_id), "reach": 0}]
    assert said[0]["detail"]["person"] == str(world.nurse.user_id)
    assert said[0]["client"]["page"] == "audit:saved_one"


def test_list_says_what_is_saved_and_names_nobody(world, auditor, happened):
    happened(of=world.ola)
    url = choose(
        auditor,
        patient=OLA,
        person="Siri Sykepleier",
        verb=["read", "printed"],
        outcome="0",
    )

    page = text_of(save(auditor, url, name="Oppslag på én"))

    said = (
        "Siste 2 dager · Én pasient · Én ansatt · "
        "Handling: Leste journalen eller Skrev ut · Utfall: Gjennomført"
    )
    assert said in page
    for name in ("Siri", "Fjellheim", pseudonym(world.ola.patient_id)):
        assert name not in page


def test_nothing_of_the_patient_stands_in_the_table(world, auditor, happened):
    happened(of=world.ola)
    number = synthetic_number()
    save(auditor, choose(auditor, patient=OLA))
    save(auditor, choose(auditor, sought=number), name="Nummer")

    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(f)::text FROM access_savedfilter f")
        kept = " ".join(row for (row,) in cursor.fetchall())

    assert "Nummer" in kept
    assert "k1:" in kept
    for known in (str(world.ola.patient_id), "Fjellheim", "1942", number, number[6:]):
        assert known not in kept


@pytest.mark.parametrize(("follows", "moves"), [("1", True), ("0", False)])
def test_days_follow_the_calendar_or_stay(world, auditor, follows, moves):
    save(auditor, choose(auditor, verb="read"), follows=follows)
    later = timezone.localdate() + timedelta(days=10)
    saved = SavedFilter.objects.get()

    from audit.review.saved.selectors import filter_of

    chosen = filter_of(saved, today=later)

    assert chosen is not None
    assert (chosen.until == later) is moves
    assert chosen.days == 2


def test_other_auditors_see_and_open_only_what_is_shared(world, auditor, colleague):
    save(auditor, choose(auditor, verb="read"), name="Hemmelig")
    save(auditor, choose(auditor, verb="read"), name="Felles", is_shared="on")
    own, shared = SavedFilter.objects.order_by("is_shared")

    page = text_of(colleague.get(SAVED))

    assert "Felles delt av Ruth Revisor" in page
    assert "Hemmelig" not in page
    assert colleague.post(one(own), {"step": "open"}).status_code == 404
    assert colleague.post(one(shared), {"step": "open"}).status_code == 303


@pytest.mark.parametrize("step", ["rename", "delete", "x"])
def test_nobody_else_changes_or_deletes_it(world, auditor, colleague, step):
    save(auditor, choose(auditor, verb="read"), is_shared="on")
    saved = SavedFilter.objects.get()

    answer = colleague.post(one(saved), {"step": step, "name": "Nytt"})

    assert answer.status_code == 404
    assert SavedFilter.objects.get().name == "Mitt"


def test_owner_renames_shares_and_deletes_and_the_log_says_so(world, auditor, readings):
    save(auditor, choose(auditor, verb="read"))
    saved = SavedFilter.objects.get()

    auditor.post(one(saved), {"step": "rename", "name": "Nytt", "is_shared": "on"})
    saved.refresh_from_db()
    assert (saved.name, saved.is_shared) == ("Nytt", True)
    auditor.post(one(saved), {"step": "delete"})

    assert not SavedFilter.objects.exists()
    said = [json.loads(bytes(event.body)) for event in readings()[-2:]]
    assert [body["detail"]["what"] for body in said] == [
        "filter_renamed",
        "filter_deleted",
    ]
    assert {body["target"]["id"] for body in said} == {str(saved.pk)}
    assert "Nytt" not in str(said)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "Skriv et navn"),
        ("Mitt", "heter dette"),
        ("Om 14824 200018", "personnummer"),
        ("x" * 61, "60"),
    ],
)
@pytest.mark.parametrize("way", ["save", "rename"])
def test_name_that_will_not_do_is_explained_and_kept(world, auditor, way, name, says):
    url = choose(auditor, verb="read")
    save(auditor, url)
    save(auditor, url, name="Et annet")
    saved = SavedFilter.objects.get(name="Et annet")

    if way == "save":
        answer = save(auditor, url, name=name)
    else:
        answer = auditor.post(one(saved), {"step": "rename", "name": name})

    assert answer.status_code == 422
    assert says in text_of(answer)
    if name:
        assert f'value="{name}"' in answer.content.decode()
    assert SavedFilter.objects.count() == 2


def test_words_somebody_searched_for_are_not_kept(world, auditor):
    url = choose(auditor, sought="fjellheim")

    page = auditor.get(f"{SAVED}?{url.partition('?')[2]}")
    answer = save(auditor, url)

    assert "kan ikke lagres" in text_of(page)
    assert "Navn på utvalget" not in text_of(page)
    assert answer.status_code == 422
    assert not SavedFilter.objects.exists()


def test_there_is_an_end_to_how_many_are_kept(world, auditor, monkeypatch):
    monkeypatch.setattr("audit.review.saved.services.MOST_SAVED", 1)
    url = choose(auditor, verb="read")
    save(auditor, url)

    answer = save(auditor, url, name="For mye")

    assert answer.status_code == 422
    assert "Slett et du ikke bruker" in text_of(answer)


def test_filter_whose_event_is_gone_is_not_opened(world, auditor, happened):
    save(auditor, choose(auditor, patient=OLA))
    SavedFilter.objects.update(reading_id=uuid4())

    answer = auditor.post(one(SavedFilter.objects.get()), {"step": "open"}, follow=True)

    assert "vet ikke lenger hvem" in text_of(answer)


def test_choice_that_is_gone_is_said_to_be_so(world, auditor):
    answer = auditor.post(SAVED, {"utvalg": "borte", "name": "x"}, follow=True)

    assert "ikke tatt vare på" in text_of(answer)
    assert "Ingen lagrede utvalg" in text_of(auditor.get(SAVED))


@pytest.mark.parametrize("path", [SAVED, f"{SAVED}{UUID(int=1)}/"])
def test_others_are_refused(world, at_the_screen, path):
    assert at_the_screen(world.leader).post(path).status_code == 403
