"""Signing from the browser: once, in Norwegian, and two who correct the same note."""

import re
from uuid import uuid4

import pytest

from tests.journal.documentation.builders import found, hidden, typed


def test_signing_goes_to_the_patient_and_twice_is_once(browser, page, ola, stored):
    note_id, text = uuid4(), typed("Rolig natt.")

    first = browser.post(page("sign", note_id), text)
    second = browser.post(page("sign", note_id), text)

    assert first.status_code == second.status_code == 303
    assert first.url == second.url == f"/records/{ola.record_id}/#note-{note_id}"
    assert stored("SELECT text FROM journal_note WHERE signed_at IS NOT NULL") == [
        ("Rolig natt.",)
    ]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": "  "}, "Skriv noe før du signerer"),
        ({"happened_at_date": "01.01.2090"}, "ikke vært ennå"),
        ({"happened_at_date": "01.01.1942"}, "før pasienten ble født"),
        ({"happened_at_time": "25.61"}, "Skriv klokkeslettet"),
        ({"happened_at_date": ""}, "både dato og klokkeslett"),
        ({"kind": "tull"}, "Velg hva slags notat"),
    ],
)
def test_what_cannot_be_signed_is_said_in_norwegian_and_kept(
    browser, page, stored, fields, message
):
    answer = browser.post(page("sign", uuid4()), {**typed("Čáppa beaivi 🙂"), **fields})

    html = answer.content.decode()
    text = fields.get("text", "Čáppa beaivi 🙂")
    assert answer.status_code == 422
    assert message in html
    assert f"{text}</textarea>" in html
    assert stored("SELECT text, signed_at FROM journal_note") == [(text.strip(), None)]


def test_text_above_a_megabyte_comes_back_with_how_much_too_long(browser, page, stored):
    text = "ŋ" * 524_288 + "áé"

    answer = browser.post(page("sign", uuid4()), typed(text))

    html = answer.content.decode()
    assert answer.status_code == 422
    assert "2 tegn for lang" in html
    assert f"{text}</textarea>" in html
    assert stored("SELECT count(*) FROM journal_note") == [(0,)]


def test_a_megabyte_of_sami_is_signed_from_the_browser(browser, page, stored):
    answer = browser.post(page("sign", uuid4()), typed("ŋ" * 524_288))

    assert answer.status_code == 303
    assert stored("SELECT octet_length(text) FROM journal_note") == [(1_048_576,)]


def test_changing_a_note_after_signing_offers_a_correction(browser, page, stored):
    note_id = uuid4()
    browser.post(page("sign", note_id), typed("Vekt 68,4"))

    again = browser.post(page("sign", note_id), typed("Vekt 64,8"))

    html = again.content.decode()
    assert again.status_code == 422
    assert "Signer rettingen" in html
    assert "Vekt 64,8</textarea>" in html
    corrects = hidden(html, "corrects")
    sign_url = found(r'action="([^"]*/sign/)"', html)
    assert corrects == str(note_id)
    assert (
        browser.post(sign_url, typed("Vekt 64,8", corrects=corrects)).status_code == 303
    )
    assert stored("SELECT version, text FROM journal_note ORDER BY 1") == [
        (1, "Vekt 68,4"),
        (2, "Vekt 64,8"),
    ]


def test_a_correction_opens_with_the_signed_text_and_comes_back_as_the_same_draft(
    browser, page, nurse, sign
):
    note = sign(nurse, "Vekt 68,4")
    html = browser.get(page("correct", note.id)).content.decode()
    draft_url = found(r'data-draft-url="([^"]*)"', html)
    assert "Vekt 68,4</textarea>" in html

    browser.post(draft_url, typed("Vekt 64,8", corrects=note.id))

    again = browser.get(page("correct", note.id), follow=True)
    assert "Vekt 64,8</textarea>" in again.content.decode()


def test_the_second_to_correct_sees_what_the_first_changed_and_keeps_his_text(
    browser, page, nurse, leader, sign, correct, stored
):
    note = sign(nurse, "Vekt 68,4 i dag")
    draft_id = uuid4()
    correct(leader, note, "Vekt 64,8 i dag", reason="Leste av feil")

    answer = browser.post(
        page("sign", draft_id), typed("Vekt 68,9 i dag", corrects=note.id)
    )

    html = answer.content.decode()
    assert answer.status_code == 422
    assert "rettet av Lise Leder" in html
    assert re.search(r"<del>.*64,8", html)
    assert re.search(r"<ins>.*68,9", html)
    assert "Vekt 68,9 i dag</textarea>" in html
    assert stored("SELECT text FROM journal_note WHERE signed_at IS NULL") == [
        ("Vekt 68,9 i dag",)
    ]

    newest = hidden(html, "corrects")
    assert newest != str(note.id)
    facts = typed("Vekt 64,9 i dag", corrects=newest, revision=hidden(html, "revision"))
    assert browser.post(page("sign", draft_id), facts).status_code == 303


def test_a_leader_is_asked_why_and_a_colleague_of_the_author_is_not_let_in(
    leaders_browser, page, nurse, sign
):
    note = sign(nurse, "Vekt 68,4")

    html = leaders_browser.get(page("correct", note.id)).content.decode()
    answer = leaders_browser.post(
        page("sign", uuid4()), typed("Vekt 64,8", corrects=note.id)
    )

    assert re.search(r'name="reason"[^>]*required', html)
    assert answer.status_code == 422
    assert "Skriv hvorfor" in answer.content.decode()


def test_a_draft_that_was_signed_elsewhere_leads_to_the_note(
    browser, page, nurse, sign
):
    note = sign(nurse)

    assert browser.get(page("edit", note.id)).url == page("note", note.id)
    assert browser.get(page("edit", uuid4())).status_code == 404
