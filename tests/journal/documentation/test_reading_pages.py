"""Reading: versions and their differences, errors, lists and paper."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.models import CareRelation
from journal.documentation import selectors, services
from journal.documentation.models import NoteKind
from journal.record.gate import open_record
from journal.record.models import Address
from tests import world as worlds
from tests.journal.documentation.builders import content, typed


def since_yesterday():
    """A period for print; ten minutes ago may be yesterday."""
    today = timezone.localdate()
    days = {"since": today - timedelta(days=1), "until": today}
    return {name: day.strftime("%d.%m.%Y") for name, day in days.items()}


def test_a_note_shows_its_versions_and_what_each_changed(
    browser, page, nurse, sign, correct
):
    note = sign(nurse, "Vekt 68,4 i dag")
    correct(nurse, note, "Vekt 64,8 i dag", reason="Byttet om tall")

    html = browser.get(page("note", note.id)).content.decode()

    assert "Versjon 2" in html
    assert "Versjon 1" in html
    assert "Byttet om tall" in html
    assert '<ins><span class="ds-sr-only">[lagt til: </span>64,8<' in html
    assert '<del><span class="ds-sr-only">[fjernet: </span>68,4<' in html


def test_a_note_that_is_not_there_is_404_and_a_draft_opens_the_editor(browser, page):
    draft_id = uuid4()
    browser.post(page("autosave", draft_id), typed())

    assert browser.get(page("note", uuid4())).status_code == 404
    assert browser.get(page("note", draft_id)).url == page("edit", draft_id)


def test_marking_as_in_error_asks_why_and_keeps_the_text(
    browser, page, nurse, sign, ola
):
    note = sign(nurse, "Skrevet på feil pasient")

    asked = browser.get(page("in_error", note.id))
    empty = browser.post(page("in_error", note.id), {"reason": " "})
    marked = browser.post(page("in_error", note.id), {"reason": "Feil pasient"})

    assert asked.status_code == 200
    assert empty.status_code == 422
    assert "Skriv hva som er feil" in empty.content.decode()
    assert (marked.status_code, marked.url) == (
        303,
        f"/records/{ola.record_id}/#note-{note.id}",
    )
    html = browser.get(page("note", note.id)).content.decode()
    assert "Feilført" in html
    assert "Skrevet på feil pasient" in html
    assert browser.get(page("correct", note.id)).url == page("note", note.id)


def test_a_colleagues_note_offers_neither_correction_nor_marking(
    browser, page, colleague, sign
):
    note = sign(colleague, "Skrevet av Kari")

    html = browser.get(page("notes")).content.decode()

    assert "Skrevet av Kari" in html
    assert page("correct", note.id) not in html
    assert page("in_error", note.id) not in html
    assert browser.get(page("correct", note.id)).status_code == 403
    assert browser.get(page("in_error", note.id)).status_code == 403
    answer = browser.post(page("in_error", note.id), {"reason": "Vil ikke"})
    assert answer.status_code == 403


def test_notes_are_listed_by_kind_and_by_author(browser, page, nurse, colleague, sign):
    sign(nurse, "Ringte fastlegen", kind=NoteKind.PHONE)
    sign(nurse, "Dusjet")
    sign(colleague, "Kollega dusjet")

    everything = browser.get(page("notes")).content.decode()
    calls = browser.get(page("notes"), {"kind": "telefon"}).content.decode()
    mine = browser.get(page("notes"), {"mine": "on"}).content.decode()
    nonsense = browser.get(page("notes"), {"kind": "tull", "page": "å"})

    assert "Ringte fastlegen" in everything
    assert "Kollega dusjet" in everything
    assert "Ringte fastlegen" in calls
    assert "dusjet" not in calls.lower().replace("ringte", "")
    assert "Kollega dusjet" not in mine
    assert "Dusjet" in mine
    assert nonsense.status_code == 200


def test_the_list_has_pages(browser, page, nurse, sign):
    for number in range(26):
        sign(nurse, f"Notat nummer {number}")

    first = browser.get(page("notes")).content.decode()
    second = browser.get(page("notes"), {"page": "2"}).content.decode()

    assert "Side 1 av 2" in first
    assert "Side 2 av 2" in second


def test_paper_says_whose_it_is_and_who_printed_but_no_address(
    browser, page, nurse, sign, ola, stored
):
    sign(nurse, "Rolig natt.")
    sign(nurse, "Ringte fastlegen", kind=NoteKind.PHONE)
    with open_record(ola.record_id, by=nurse, to=Action.CHANGE_IDENTITY):
        Address.objects.filter(patient_id=ola.patient_id).update(
            line="Hemmeligveien 6", protection="strengt_fortrolig"
        )
    choice = browser.get(page("print"))
    paper = browser.get(page("print"), {**since_yesterday(), "kind": ["besok"]})

    html = paper.content.decode()
    assert choice.status_code == paper.status_code == 200
    assert "Rolig natt." in html
    assert "Ringte fastlegen" not in html
    assert "Ola Fjellheim" in html
    assert "Siri Sykepleier" in html
    assert "Hemmeligveien" not in html
    assert b"Hemmeligveien" not in choice.content
    printed = stored(
        "SELECT convert_from(body, 'UTF8') FROM audit_accessevent WHERE verb = 'printed'"
    )
    assert len(printed) == 1
    assert '"kinds":"besok"' in printed[0][0]


def test_older_versions_and_errors_are_printed_only_when_asked_for(
    browser, page, nurse, sign, correct
):
    correct(nurse, sign(nurse, "Vekt 68,4"), "Vekt 64,8")
    period = since_yesterday()

    newest = browser.get(page("print"), period).content.decode()
    everything = browser.get(
        page("print"), {**period, "with_earlier": "on"}
    ).content.decode()

    assert "Vekt 68,4" not in newest
    assert "Vekt 68,4" in everything
    assert "Eldre versjon" in everything


def test_a_period_that_ends_before_it_begins_is_not_printed(browser, page, stored):
    answer = browser.get(page("print"), {"since": "10.11.2026", "until": "01.11.2026"})

    assert answer.status_code == 422
    assert "ikke være før første dag" in answer.content.decode()
    assert stored("SELECT count(*) FROM audit_accessevent WHERE verb = 'printed'") == [
        (0,)
    ]


def test_the_latest_notes_come_in_one_question_drafts_first(
    nurse, sign, save, correct, ola, django_assert_num_queries
):
    sign(nurse, "Gammelt", happened_at=timezone.now() - timedelta(days=2))
    correct(nurse, sign(nurse, "Vekt 68,4"), "Vekt 64,8")
    save(nurse, "Kladd", note_id=uuid4())

    with (
        open_record(ola.record_id, by=nurse, to=Action.READ_RECORD) as record,
        django_assert_num_queries(1),
    ):
        notes = selectors.latest_notes(record)

    assert [(n.text, n.status, n.version) for n in notes] == [
        ("Kladd", "draft", 1),
        ("Vekt 64,8", "signed", 2),
        ("Gammelt", "signed", 1),
    ]
    assert notes[1].corrected_at is not None
    assert notes[1].corrected_at > notes[1].written_at
    assert notes[0].edit_url
    assert notes[2].is_late


def test_a_correction_days_later_does_not_make_the_note_late(nurse, sign, correct, ola):
    note = sign(nurse, "Vekt 68,4")
    correct(nurse, note, "Vekt 64,8")

    with open_record(ola.record_id, by=nurse, to=Action.READ_RECORD) as record:
        shown, *_ = selectors.latest_notes(record)

    assert not shown.is_late
    assert shown.written_at == note.written_at


def test_a_leaders_correction_leaves_the_note_its_author(
    nurse, leader, colleague, sign, correct, ola
):
    note = sign(nurse, "Vekt 68,4")
    corrected = correct(leader, note, "Vekt 64,8", reason="Leste av feil")

    with open_record(ola.record_id, by=nurse, to=Action.READ_RECORD) as record:
        shown, *_ = selectors.latest_notes(record)
    with open_record(ola.record_id, by=colleague, to=Action.READ_RECORD) as record:
        shown_to_colleague, *_ = selectors.latest_notes(record)

    assert shown.author_name == "Siri Sykepleier"
    assert shown.corrected_by == "Lise Leder"
    assert shown.written_at == note.written_at
    assert shown.corrected_at == corrected.written_at
    assert shown.correct_url
    assert not shown_to_colleague.correct_url


@pytest.fixture
def kari(world):
    """A second patient of the unit."""
    return worlds.patient(world.clerk, "Kari", "Dalheim", at=world.north)


def test_my_drafts_name_the_open_ones_and_only_count_the_closed(
    nurse, save, world, kari, ola, stored
):
    save(nurse, "Første utkast til et notat", note_id=uuid4())
    with open_record(kari.record_id, by=nurse, to=Action.DRAFT_NOTE) as record:
        services.save_draft(
            record, note_id=uuid4(), content=content("Om Kari"), page=services.Page()
        )
    assert {row.patient_name for row in selectors.my_drafts(nurse)} == {
        "Fjellheim, Ola",
        "Dalheim, Kari",
    }

    CareRelation.objects.filter(record_id=kari.record_id).update(
        valid_until=timezone.now()
    )
    mine = selectors.my_drafts(nurse)

    assert [(row.patient_name, row.first_words) for row in mine] == [
        ("Fjellheim, Ola", "Første utkast til et notat")
    ]
    assert mine.closed_count == 1
    listed = stored(
        "SELECT s.record_id, s.kinds FROM audit_accessevent e"
        " JOIN audit_accesssubject s ON s.event_id = e.id"
        " WHERE e.verb = 'listed' ORDER BY s.id DESC LIMIT 1"
    )
    assert listed == [(ola.record_id, ["draft"])]


def test_nobody_has_drafts_and_nothing_is_opened(nurse, stored):
    assert len(selectors.my_drafts(nurse)) == 0
    assert stored("SELECT count(*) FROM audit_accessevent WHERE verb = 'listed'") == [
        (0,)
    ]


def test_others_writing_tells_who_and_not_what(nurse, leader, save, ola):
    save(leader, "Hemmelig ennå", note_id=uuid4())
    save(nurse, "Mitt eget", note_id=uuid4())

    with open_record(ola.record_id, by=nurse, to=Action.READ_RECORD) as record:
        (other,) = selectors.others_writing(record)

    assert other.author_name == "Lise Leder"
    assert not hasattr(other, "text")


@pytest.mark.parametrize("number", ["9" * 5_000, "0", "-1", "x", "²"])
def test_a_page_that_is_not_there_shows_one_that_is(browser, page, nurse, sign, number):
    sign(nurse, "Eneste notat")

    answer = browser.get(page("notes"), {"page": number})

    assert answer.status_code == 200
    assert "Eneste notat" in answer.content.decode()
