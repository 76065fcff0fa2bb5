"""A blocked document is gone with its versions, drafts and history; nothing else is told."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.models import Block
from journal.documentation import selectors, services
from journal.documentation.models import Note, NoteInError, NoteKind
from journal.record.errors import RuleError
from journal.record.gate import open_record
from tests.journal.documentation.builders import typed
from tests.world import PASSWORD

SECRET = "Fortalte om broren."


@pytest.fixture
def block(ola):
    def _block(what="document", **facts):
        return Block.objects.create(
            record_id=ola.record_id,
            patient_id=ola.patient_id,
            what=what,
            valid_from=timezone.now() - timedelta(minutes=1),
            **facts,
        )

    return _block


@pytest.fixture
def blocked(nurse, sign, block):
    """A note of the nurse's that is closed to her colleague."""

    def _blocked(colleague):
        note = sign(nurse, SECRET)
        block(document_id=note.entry_id, whom="person", worker_id=colleague.user_id)
        return note

    return _blocked


def test_all_versions_of_a_blocked_document_are_gone_also_the_later(
    nurse, colleague, sign, correct, blocked, ola
):
    note = blocked(colleague)
    later = correct(nurse, note, f"{SECRET} Og søstera.")
    with open_record(ola.record_id, by=nurse, to=Action.MARK_NOTE_IN_ERROR) as record:
        services.mark_in_error(record, note_id=later.id, reason="Feil pasient")

    with open_record(ola.record_id, by=colleague, to=Action.READ_RECORD) as record:
        assert not record.notes.exists()
        assert not Note.history.exists()
        assert not NoteInError.objects.exists()
        assert not NoteInError.history.exists()
        assert selectors.entry_of(record, note.id) is None
        assert selectors.notes_page(record).paginator.count == 0
    with open_record(ola.record_id, by=nurse, to=Action.READ_RECORD) as record:
        assert record.notes.count() == 2
        assert NoteInError.objects.count() == 1


def test_a_draft_that_corrects_it_goes_with_it(
    leader, nurse, sign, save, block, stored, ola
):
    note = sign(nurse, SECRET)
    draft_id = uuid4()
    save(leader, f"{SECRET} Rettet.", note_id=draft_id, corrects_id=note.id)
    assert len(selectors.my_drafts(leader)) == 1

    block(document_id=note.entry_id, whom="person", worker_id=leader.user_id)

    assert len(selectors.my_drafts(leader)) == 0
    with open_record(ola.record_id, by=leader, to=Action.READ_RECORD) as record:
        assert selectors.drafts_in(record) == []
    with pytest.raises(services.DraftGoneError):
        save(leader, "Mer.", note_id=draft_id, revision=1, corrects_id=note.id)
    assert stored("SELECT text FROM journal_note WHERE id = %s", draft_id) == [
        (f"{SECRET} Rettet.",)
    ]


def test_nobody_begins_to_correct_what_was_blocked_meanwhile(
    leader, nurse, sign, save, block
):
    note = sign(nurse, SECRET)
    block(document_id=note.entry_id, whom="person", worker_id=leader.user_id)

    with pytest.raises(services.DraftGoneError):
        save(leader, "Rettet.", note_id=uuid4(), corrects_id=note.id)


def test_that_somebody_corrects_it_now_is_not_told(
    nurse, colleague, blocked, save, ola
):
    note = blocked(colleague)
    save(nurse, "Retter.", note_id=uuid4(), corrects_id=note.id)

    with open_record(ola.record_id, by=colleague, to=Action.READ_RECORD) as record:
        assert selectors.others_writing(record) == []

    save(nurse, "Noe annet.", note_id=uuid4())
    with open_record(ola.record_id, by=colleague, to=Action.READ_RECORD) as record:
        assert len(selectors.others_writing(record)) == 1


def test_a_blocked_kind_is_not_signed_and_the_text_is_kept(
    browser, nurse, block, page, stored
):
    block("kind", kind="besok", whom="role", role="sykepleier")
    note_id = uuid4()

    answer = browser.post(page("sign", note_id), typed("Sov godt."))

    assert answer.status_code == 422
    assert "Pasienten har sperret noe i journalen for deg" in answer.text
    assert stored("SELECT text, signed_at FROM journal_note") == [("Sov godt.", None)]


def test_another_kind_is_signed_as_before(nurse, sign, block):
    block("kind", kind="besok", whom="role", role="sykepleier")

    assert sign(nurse, "Ringte.", kind=NoteKind.PHONE).is_signed
    with pytest.raises(RuleError):
        sign(nurse, "Var der.", kind=NoteKind.VISIT)


@pytest.mark.parametrize("name", ["notes", "print"])
def test_pages_say_that_something_is_blocked_and_never_what(
    browser, nurse, sign, block, page, name
):
    open_note, secret = sign(nurse, "Ringte broren."), sign(nurse, SECRET)
    block(document_id=secret.entry_id, whom="role", role="sykepleier")
    today = timezone.localdate()
    period = {
        "since": f"{today - timedelta(days=2):%d.%m.%Y}",
        "until": f"{today:%d.%m.%Y}",
    }

    shown = browser.get(page(name), period if name == "print" else None).text

    assert "Deler av journalen er sperret etter pasientens ønske" in shown
    assert open_note.text in shown
    assert SECRET not in shown
    assert str(secret.entry_id) not in shown
    assert browser.get(page("note", secret.id)).status_code == 404


def test_the_patient_s_page_says_it_too_and_only_to_those_it_hits(
    browser, leaders_browser, nurse, sign, block, ola
):
    secret = sign(nurse, SECRET)
    block(document_id=secret.entry_id, whom="role", role="sykepleier")
    page = f"/records/{ola.record_id}/"

    assert "Deler av journalen er sperret" in browser.get(page).text
    leaders = leaders_browser.get(page).text
    assert "Deler av journalen er sperret" not in leaders
    assert SECRET in leaders


def test_whoever_may_is_led_to_the_emergency_access_and_reads_it_there(
    browser, nurse, sign, block, ola
):
    secret = sign(nurse, SECRET)
    block(document_id=secret.entry_id, whom="role", role="sykepleier")
    emergency = f"/records/{ola.record_id}/emergency/"
    assert emergency in browser.get(f"/records/{ola.record_id}/").text

    facts = {"step_up_password": PASSWORD}
    form = browser.get(emergency).text
    reasons = re.findall(r'name="reason" value="([^"]+)"', form)
    answer = browser.post(emergency, facts | {"reason": reasons[0]}, follow=True)

    assert SECRET in answer.text
    assert "Deler av journalen er sperret" not in answer.text
