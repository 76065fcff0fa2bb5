"""The editor: what was typed is never lost, and what is wrong is said where it is."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.models import Basis, CareRelation
from tests.journal.documentation.builders import hidden, typed


def test_an_empty_page_offers_the_usual_kind_now_and_stores_nothing(
    browser, page, stored
):
    answer = browser.get(page("new"))

    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Fjellheim" in html
    assert re.search(r'value="besok"[^>]*checked', html)
    assert timezone.localdate().strftime("%d.%m.%Y") in html
    assert stored("SELECT count(*) FROM journal_note") == [(0,)]


def test_autosave_answers_with_time_and_revision_and_the_page_goes_on(browser, page):
    note_id, window = uuid4(), str(uuid4())

    first = browser.post(page("autosave", note_id), typed("Sov", window_id=window))
    revision = first.json()["fields"]["revision"]
    second = browser.post(
        page("autosave", note_id),
        typed("Sov godt", window_id=window, revision=revision),
    )

    assert first.status_code == second.status_code == 200
    assert re.fullmatch(r"\d\d\.\d\d", second.json()["time"])
    html = browser.get(page("edit", note_id)).content.decode()
    assert "Sov godt</textarea>" in html
    assert hidden(html, "revision") == second.json()["fields"]["revision"]


def test_first_to_write_learns_of_the_second_from_her_own_saving(
    browser, leaders_browser, page
):
    mine, window = uuid4(), str(uuid4())
    alone = browser.post(page("autosave", mine), typed("Sov", window_id=window))
    theirs = leaders_browser.post(page("autosave", uuid4()), typed("Hemmelig ennå"))

    again = browser.post(
        page("autosave", mine),
        typed("Sov godt", window_id=window, **alone.json()["fields"]),
    )

    assert alone.json()["others"] == []
    (told,) = again.json()["others"]
    assert told.startswith("Lise Leder skriver et notat her nå (sist kl. ")
    assert "Hemmelig" not in again.text
    assert theirs.json()["others"][0].startswith("Siri Sykepleier")


def test_former_unit_is_not_told_who_writes_there_now(
    browser, leaders_browser, page, ola, world
):
    mine = uuid4()
    first = browser.post(page("autosave", mine), typed("Sov"))
    leaders_browser.post(page("autosave", uuid4()), typed("Hos oss nå"))
    CareRelation.objects.filter(record_id=ola.record_id).update(
        basis=Basis.FORMER_EPISODE,
        valid_until=timezone.now() + timedelta(days=1),
        readable_until=timezone.now(),
    )

    again = browser.post(
        page("autosave", mine), typed("Sov godt", **first.json()["fields"])
    )

    assert again.status_code == 200
    assert again.json()["others"] == []


def test_autosave_keeps_the_text_even_when_the_date_is_half_typed(
    browser, page, stored
):
    answer = browser.post(
        page("autosave", uuid4()), typed("Sov", happened_at_date="22.1")
    )

    assert answer.status_code == 200
    assert stored("SELECT text FROM journal_note") == [("Sov",)]


def test_a_new_page_reminds_of_the_draft_that_lies_there(browser, page):
    note_id = uuid4()
    browser.post(page("autosave", note_id), typed("Skriver ferdig senere"))

    html = browser.get(page("new")).content.decode()

    assert page("edit", note_id) in html
    assert "Skriver ferdig senere" in html


def test_without_scripts_the_draft_is_kept_by_a_button(browser, page):
    note_id = uuid4()

    answer = browser.post(page("edit", note_id), typed("Sov"))

    assert (answer.status_code, answer.url) == (303, page("edit", note_id))
    assert "Sov</textarea>" in browser.get(answer.url).content.decode()


def test_a_wrong_date_is_pointed_out_while_the_draft_is_kept(browser, page, stored):
    answer = browser.post(
        page("edit", uuid4()), typed("Sov", happened_at_date="31.02.2026")
    )

    html = answer.content.decode()
    assert answer.status_code == 422
    assert "31.02.2026" in html
    assert "Sov</textarea>" in html
    assert stored("SELECT text FROM journal_note") == [("Sov",)]


def test_autosave_after_the_session_ended_is_turned_away(browser, page, stored):
    browser.post("/konto/logg-ut/")

    answer = browser.post(
        page("autosave", uuid4()),
        typed(),
        headers={"accept": "application/json", "x-requested-with": "XMLHttpRequest"},
    )

    assert answer.status_code in {302, 401}
    assert stored("SELECT count(*) FROM journal_note") == [(0,)]


def test_autosave_when_the_record_has_closed_is_refused_in_words(
    browser, page, ola, stored
):
    CareRelation.objects.filter(record_id=ola.record_id).update(
        valid_until=timezone.now()
    )

    answer = browser.post(page("autosave", uuid4()), typed())

    assert answer.status_code == 403
    assert "tilgang" in answer.json()["message"]
    assert stored("SELECT count(*) FROM journal_note") == [(0,)]


@pytest.mark.parametrize("name", ["autosave", "edit", "sign"])
def test_a_page_another_person_left_open_is_not_sent_in_my_name(
    browser, page, stored, leader, name
):
    answer = browser.post(
        page(name, uuid4()), typed("Skrevet av Lise", draft_author=leader.user_id)
    )

    assert answer.status_code == 403
    assert b"Skrevet av Lise" not in answer.content
    assert stored("SELECT count(*) FROM journal_note") == [(0,)]


def test_two_windows_are_shown_both_texts_and_nothing_is_lost(browser, page, stored):
    note_id = uuid4()
    browser.post(
        page("autosave", note_id), typed("Fra telefonen", window_id=str(uuid4()))
    )
    from_office = typed("Fra kontoret", window_id=str(uuid4()), revision="1")

    autosaved = browser.post(page("autosave", note_id), from_office)
    signed = browser.post(page("sign", note_id), from_office)

    assert autosaved.status_code == 409
    assert "annet vindu" in autosaved.json()["message"]
    html = signed.content.decode()
    assert signed.status_code == 422
    assert "Fra kontoret</textarea>" in html
    assert "Fra telefonen" in html
    assert stored("SELECT text, signed_at FROM journal_note") == [
        ("Fra telefonen", None)
    ]

    from_office["revision"] = hidden(html, "revision")
    assert browser.post(page("sign", note_id), from_office).status_code == 303


def test_a_discarded_draft_is_gone(browser, page, ola, stored):
    note_id = uuid4()
    browser.post(page("autosave", note_id), typed("Feil pasient"))

    answer = browser.post(page("discard", note_id))

    assert (answer.status_code, answer.url) == (303, f"/records/{ola.record_id}/")
    assert stored("SELECT count(*) FROM journal_note") == [(0,)]


def test_after_the_stay_the_page_says_what_one_may_still_do(browser, page, ola):
    now = timezone.now()
    CareRelation.objects.filter(record_id=ola.record_id).update(
        basis="former_episode",
        readable_until=now,
        valid_until=now + timedelta(days=14),
    )

    answer = browser.get(page("new"))

    assert answer.status_code == 403
    assert "fullføre kladdene dine" in answer.content.decode()


def test_somebody_else_who_writes_now_is_named(browser, page, leader, save):
    save(leader, "Skriver", note_id=uuid4())

    html = browser.get(page("new")).content.decode()

    assert "Lise Leder skriver et notat her nå" in html
    assert "Skriver<" not in html
