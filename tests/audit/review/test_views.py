"""The auditor's screens, through a browser's eyes."""

import json
import re
import time
from datetime import datetime
from uuid import uuid4

import pytest
from django.urls import reverse

from access.roles import Role
from audit.models import AccessEvent
from audit.review.rules.pseudonyms import pseudonym
from audit.verbs import Outcome, Verb
from tests import world as worlds
from tests.audit.review.screens import LOG, asked, choose, rows_of, text_of


def test_addresses_are_those_the_menu_knows():
    assert reverse("audit:log", urlconf="akson_project.urls_municipality") == LOG


def test_auditor_sees_who_did_what_and_not_the_patient_s_name(world, auditor, happened):
    happened(of=world.ola)

    page = text_of(auditor.get(LOG))

    assert "Siri Sykepleier" in page
    assert "Leste journalen" in page
    assert "Aktivt opphold ved enheten" in page
    assert f"Pasient {pseudonym(world.ola.patient_id)}" in page
    assert "Fjellheim" not in page


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ["log", "event", "export"])
def test_others_are_refused_and_the_log_says_they_tried(
    world, at_the_screen, readings, method, name
):
    args = [uuid4()] if name == "event" else []
    url = reverse(f"audit:{name}", args=args, urlconf="akson_project.urls_municipality")

    for worker in (world.nurse, world.leader, world.clerk):
        answer = getattr(at_the_screen(worker), method)(url)
        if answer.status_code == 405:
            continue

        assert answer.status_code == 403
        assert "bare for revisor" in text_of(answer)
        refused = readings(outcome=Outcome.REFUSED)[-1]
        assert refused.actor_id == world_id(worker)
        assert json.loads(bytes(refused.body))["refusal"] == "role"


def world_id(worker):
    return worker.user_id


def test_nobody_signed_in_is_sent_to_sign_in(world, client):
    answer = client.get(LOG, headers={"host": "fjord.localhost"})

    assert answer.status_code == 302
    assert answer["Location"].startswith("/konto/")


def test_nothing_stays_in_the_browser_s_store(world, auditor, happened):
    event = happened()

    for url in (LOG, f"{LOG}{event}/"):
        assert "no-store" in auditor.get(url)["Cache-Control"]


def test_first_page_is_logged_once_for_each_choice(world, auditor, readings):
    auditor.get(LOG)
    auditor.get(LOG)
    assert len(readings()) == 1
    assert json.loads(bytes(readings()[0].body))["detail"].keys() == {"from", "to"}

    chosen = choose(auditor, verb="read")
    auditor.get(chosen)
    auditor.get(chosen)

    assert len(readings()) == 2
    assert json.loads(bytes(readings()[1].body))["detail"]["verb"] == "read"


def test_who_still_looks_after_a_quarter_reads_what_has_come_since(
    world, auditor, readings, monkeypatch
):
    chosen = choose(auditor, verb="read")
    auditor.get(chosen)
    now, before = time.time(), len(readings())

    for minutes, since in ((14, 0), (16, 1), (30, 1), (32, 2)):
        monkeypatch.setattr(time, "time", lambda m=minutes: now + m * 60)
        auditor.get(chosen)
        assert len(readings()) - before == since, minutes
    assert json.loads(bytes(readings()[-1].body))["detail"]["verb"] == "read"


def test_every_older_page_is_logged_each_time_it_is_turned_to(
    world, auditor, happened, readings
):
    for minute in range(51):
        happened(minutes_ago=minute)
    url = choose(auditor, verb="read")
    first = auditor.get(url)
    (older,) = re.findall(r'rel="next" href="([^"]+)"', first.content.decode())
    before = len(readings())

    for turned in (1, 2):
        auditor.get(f"{LOG}{older.replace('&amp;', '&')}")
        assert len(readings()) - before == turned

    said = json.loads(bytes(readings()[-1].body))["detail"]
    last_shown = AccessEvent.objects.filter(verb="read").order_by("recorded_at")[1]
    assert datetime.fromisoformat(said["until"]) == last_shown.recorded_at
    assert said["verb"] == "read"


def test_form_with_a_mistake_shows_the_log_no_longer_unlogged(
    world, auditor, readings, monkeypatch
):
    auditor.get(LOG)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 16 * 60)

    auditor.post(LOG, asked(since="32.01.2026"))

    assert len(readings()) == 2


def test_what_was_chosen_is_not_in_the_address_and_survives_back_and_reload(
    world, auditor, happened
):
    happened(of=world.ola)
    happened(by=world.stranger)

    url = choose(auditor, patient="Ola Fjellheim 14.02.1942")
    other = choose(auditor, person="Frank Fremmed")
    page = auditor.get(url)

    assert re.fullmatch(r"/logg/\?utvalg=[\w-]{12}", url)
    assert "Pasient: Ola Fjellheim, født 14.02.1942" in text_of(page)
    assert text_of(auditor.get(url)) == text_of(page)
    assert "Gjort av: Frank Fremmed" in text_of(auditor.get(other))
    assert len(rows_of(auditor.get(other))) == 1


def test_patient_who_was_asked_for_is_called_what_the_auditor_called_him(
    world, auditor, happened
):
    kari = worlds.patient(world.clerk, "Kari", "Nabo")
    happened(of=[kari, world.ola], verb=Verb.LISTED, basis="listed")

    page = text_of(auditor.get(choose(auditor, patient="Ola Fjellheim 14.02.1942")))

    assert "Ola Fjellheim, født 14.02.1942 og 1 annen" in page
    assert pseudonym(kari.patient_id) not in page


def test_choice_that_is_not_kept_any_longer_leads_to_the_last_days(auditor):
    answer = auditor.get(f"{LOG}?utvalg=borte")

    assert answer.status_code == 303
    assert answer["Location"] == LOG
    assert "ikke tatt vare på" in text_of(auditor.get(LOG))


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"since": "32.01.2026"}, "Skriv datoen"),
        ({"since": ""}, "Skriv en dato"),
        ({"since": "02.01.2026", "until": "01.01.2026"}, "Siste dag"),
        ({"patient": "Ingen Her 01.01.1950"}, "Ingen pasient"),
        ({"patient": "x" * 201}, "200"),
        ({"person": "Nikolai Nei"}, "Ingen bruker"),
        ({"unit": str(uuid4())}, "gyldig"),
        ({"verb": "'; --"}, "gyldig"),
        ({"outcome": "99"}, "gyldig"),
    ],
)
def test_bad_input_gets_a_plain_message_and_keeps_what_was_typed(
    world, auditor, fields, says
):
    answer = auditor.post(LOG, asked(**{"person": "siri"} | fields))

    assert answer.status_code == 422
    assert says in text_of(answer)
    if "person" not in fields:
        assert 'value="siri"' in answer.content.decode()


def test_several_people_with_one_name_are_offered(world, auditor):
    other = worlds.person("frank.annen", (Role.NURSE, world.south))

    answer = auditor.post(LOG, asked(person="frank"))
    url = choose(auditor, person="frank", person_id=str(other.id))

    assert answer.status_code == 422
    assert f'value="{other.id}"' in answer.content.decode()
    assert "Frank Annen" in text_of(answer)
    assert "Gjort av: Frank Annen" in text_of(auditor.get(url))


def test_own_doings_are_marked(world, auditor):
    auditor.get(LOG)

    page = text_of(auditor.get(choose(auditor, verb="log_read")))

    assert "Ruth Revisor deg selv" in page


def test_long_list_is_paged_back_in_time(world, auditor, happened):
    for minute in range(52):
        happened(minutes_ago=minute)
    url = choose(auditor, verb="read")

    first = auditor.get(url)
    (older,) = re.findall(r'rel="next" href="([^"]+)"', first.content.decode())
    second = auditor.get(f"{LOG}{older.replace('&amp;', '&')}")

    assert len(rows_of(first)) == 50
    assert len(rows_of(second)) == 2
    assert "Hendelser 52" in text_of(first)
    assert "Til de nyeste" in text_of(second)
    assert 'rel="next"' not in second.content.decode()


def test_picture_has_the_same_figures_as_its_table(world, auditor, happened):
    happened(minutes_ago=0)
    happened(minutes_ago=0, outcome=Outcome.REFUSED)

    page = auditor.get(choose(auditor, verb="read")).content.decode()

    assert "2 hendelser, 1 av dem avvist." in " ".join(page.split())
    assert page.count("<rect x=") >= 2
    assert 'fill="url(#stripes)"' in page
    assert '<td class="numbers">2</td>' in page
    assert "style=" not in page


def test_no_events_is_an_empty_list_and_no_picture(auditor):
    page = auditor.get(choose(auditor, verb="printed"))

    assert "Ingen hendelser i utvalget" in text_of(page)
    assert "<title id=" not in page.content.decode()


@pytest.mark.parametrize(
    ("kind", "content_type"),
    [
        ("csv", "text/csv; charset=utf-8"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("tull", "text/csv; charset=utf-8"),
    ],
)
def test_file_is_given_with_a_name_and_without_the_patient(
    world, auditor, happened, kind, content_type
):
    happened(of=world.ola)
    url = choose(auditor, patient="Ola Fjellheim 14.02.1942")
    asked = {"utvalg": url.partition("=")[2], "fil": kind}

    answer = auditor.post(f"{LOG}eksport/", asked)

    assert answer.status_code == 200
    assert answer["Content-Type"] == content_type
    name = rf'"tilgangslogg-\d{{8}}-\d{{4}}\.{kind if kind != "tull" else "csv"}"'
    assert re.search(name, answer["Content-Disposition"])
    assert "no-store" in answer["Cache-Control"]
    assert b"Fjellheim" not in b"".join(answer.streaming_content)


def test_file_of_a_choice_that_is_gone_is_asked_for_again(auditor):
    answer = auditor.post(f"{LOG}eksport/", {"utvalg": "borte"})

    assert answer.status_code == 303


def test_file_that_would_be_too_long_is_refused_plainly(
    world, auditor, happened, monkeypatch
):
    monkeypatch.setattr("audit.review.export.services.MOST_ROWS", 1)
    happened()
    happened()
    url = choose(auditor, verb="read")

    answer = auditor.post(
        f"{LOG}eksport/", {"utvalg": url.partition("=")[2]}, follow=True
    )

    assert "kortere periode" in text_of(answer)
    assert "Handling: Leste journalen" in text_of(answer)
