"""Searching: what is typed stays out of addresses, and the log knows who was found."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from audit.hashing import number_hash
from audit.models import AccessEvent
from journal.record.selectors import search as selector
from journal.record.selectors.search import HITS_MAX
from tests import world as worlds


def search(desk, text):
    """Search, and give the page with the hits."""
    sent = desk.post("record:search", q=text)
    assert sent.status_code == 303, sent.content.decode()
    return desk.follow(sent)


@pytest.fixture
def siri(world, desk):
    return desk(world.nurse)


def last_event():
    return AccessEvent.objects.latest("stored_at")


@pytest.mark.parametrize(
    "text", ["Ola Fjellheim", "fjellhiem", "FJELLHEIM ola", "Fjellheim, Ola", "fjellh"]
)
def test_patient_is_found_however_the_name_is_typed(siri, text):
    page = search(siri, text)

    assert "Fjellheim, Ola" in page.content.decode()


@pytest.mark.parametrize("text", ["14.02.1942", "140242", "14021942", "Ola 14.02.42"])
def test_patient_is_found_by_birth_date(siri, text):
    assert "Fjellheim, Ola" in search(siri, text).content.decode()


def test_nurse_is_told_when_nobody_shown_is_called_what_she_typed(siri):
    page = search(siri, "Fjellhiem").content.decode()

    assert "Ingen av treffene heter «Fjellhiem»" in page
    assert "1 treff" not in page
    assert page.index(">Ligner<") < page.index("Fjellheim, Ola")
    assert page.index("Fjellheim, Ola") < page.index("Ser du ikke den du leter etter?")
    assert "Spør lederen din" in page


def test_those_called_what_was_typed_stand_apart_from_those_who_look_like_it(
    world, siri
):
    for given, family in [("Ola", "Fjellhus"), ("Kari", "Fjellheim"), ("Ole", "Fjell")]:
        worlds.patient(world.clerk, given, family, at=world.north)

    page = search(siri, "Fjellheim").content.decode()

    called, similar = page.split(">Ligner<")
    assert "2 treff" in called
    assert "Fjellheim, Kari" in called
    assert "Fjellheim, Ola" in called
    assert "Fjellhus, Ola" in similar
    assert "Fjellheim" not in similar


def test_somebody_with_another_name_born_that_day_is_no_hit_on_the_name(siri):
    page = search(siri, "Fjellhiem 14.02.1942").content.decode()

    assert "Ingen av treffene heter «Fjellhiem»" in page


def test_nothing_only_looks_like_a_birth_date_or_a_number(siri):
    page = search(siri, "14.02.1942").content.decode()

    assert "1 treff" in page
    assert "Ligner" not in page


def test_nothing_of_the_query_stands_in_the_address(siri):
    sent = siri.post("record:search", q="Fjellheim 140242")

    assert "jell" not in sent.headers["Location"]
    assert "1402" not in sent.headers["Location"]


def test_hits_survive_reload_and_ten_other_searches_forget_them(siri):
    sent = siri.post("record:search", q="Fjellheim")
    assert "Fjellheim, Ola" in siri.follow(sent).content.decode()
    assert "Fjellheim, Ola" in siri.follow(sent).content.decode()

    for number in range(10):
        siri.post("record:search", q=f"{'abcdefghij'[number] * 3}")

    forgotten = siri.follow(sent)
    assert forgotten.status_code == 404
    assert "Søk på nytt" in forgotten.content.decode()


def test_log_says_what_was_typed_and_who_was_shown(world, siri):
    search(siri, "fjellhiem")

    event = last_event()
    assert event.verb == "searched"
    assert b'"query":{"hits":1,"kind":"name","text":"fjellhiem"}' in event.body
    assert event.subjects.get().patient_id == world.ola.patient_id


def test_search_without_hits_is_in_the_log_too(siri):
    page = search(siri, "Qvist Zakarias")

    assert "Ingen treff" in page.content.decode()
    assert last_event().verb == "searched"
    assert b'"hits":0' in last_event().body
    assert last_event().subjects.count() == 0


def test_stranger_does_not_find_him_and_is_told_what_to_do(world, desk):
    page = search(desk(world.stranger), "Fjellheim").content.decode()

    assert "Fjellheim, Ola" not in page
    assert "Spør lederen din" in page


def test_clerk_may_go_on_to_register(world, desk):
    page = search(desk(world.clerk), "Qvist Zakarias").content.decode()

    assert "/patients/new/" in page


def test_unknown_number_is_logged_as_a_keyed_hash_only(siri, fjord):
    page = search(siri, "148342 12081")

    body = last_event().body
    assert "Ingen treff" in page.content.decode()
    assert b"14834212081" not in body
    assert number_hash("14834212081").encode() in body
    assert b"12081" not in page.content


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Skriv et navn"),
        ("a", "minst to bokstaver"),
        ("14834212082", "kan ikke være riktig"),
        ("1483421208", "har 11 sifre. Her er det 10"),
        ("1402", "Skriv datoen som"),
        ("Ola 99", "Skriv datoen som"),
    ],
)
def test_what_cannot_be_searched_for_is_said_and_kept(siri, text, words):
    page = siri.post("record:search", q=text)

    assert page.status_code == 422
    assert words in page.content.decode()
    assert f'value="{text}"' in page.content.decode() or not text


def test_address_never_stands_among_hits(siri):
    assert "Storgata" not in search(siri, "Fjellheim").content.decode()


def test_namesakes_are_marked_and_ordered_as_norwegians_do(world, siri):
    for given, family in [("Ola", "Åsen"), ("Ola", "Østby"), ("Ola", "Aasen")]:
        worlds.patient(
            world.clerk, given, family, at=world.north, born=date(1950, 1, 1)
        )

    page = search(siri, "01.01.1950").content.decode()

    assert page.index("Østby, Ola") < page.index("Åsen, Ola")
    assert page.index("Østby, Ola") < page.index("Aasen, Ola")
    assert page.count("Navnelik") == 2


def test_more_hits_than_are_shown_ask_for_more_of_the_name(world, siri):
    for number in range(HITS_MAX + 1):
        worlds.patient(
            world.clerk, f"Kari {chr(97 + number % 26)}", "Hansen", at=world.north
        )

    page = search(siri, "Hansen").content.decode()

    assert f"Over {HITS_MAX} treff" in page
    assert page.count("patient-card__name") == HITS_MAX


def test_child_among_the_hits_is_a_boy_or_a_girl(world, siri):
    day = timezone.localdate() - timedelta(days=60)
    worlds.patient(world.clerk, "Per", "Liten", at=world.north, born=day)

    page = search(siri, "Liten").content.decode()

    assert "Gutt" in page
    assert "Mann" not in page


def test_own_patient_is_found_behind_many_that_fit_as_well(world, siri, monkeypatch):
    monkeypatch.setattr(selector, "_FIRST", 0)  # all stand behind the best
    for number in range(4):
        worlds.patient(world.clerk, f"Ola {number}", "Fjellheim", at=world.south)

    page = search(siri, "Ola Fjellheim").content.decode()

    assert page.count("patient-card__name") == 1
    assert str(world.ola.record_id) in page
