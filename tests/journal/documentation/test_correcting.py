"""Corrections and errors: new versions, by those who may, one after the other."""

import threading
from uuid import uuid4

import pytest
from django.db import DatabaseError, connections, transaction

from access.actions import Action
from journal.documentation import selectors, services
from journal.documentation.models import NoteInError
from journal.record.errors import RuleError
from journal.record.gate import open_record
from journal.record.models import ActionRefusedError
from tenants.context import in_municipality


@pytest.fixture
def mark(ola):
    """Mark a note as entered in error, as somebody."""

    def _mark(by, note, reason="Skrevet på feil pasient"):
        with open_record(ola.record_id, by=by, to=Action.MARK_NOTE_IN_ERROR) as record:
            return services.mark_in_error(record, note_id=note.id, reason=reason)

    return _mark


def test_a_correction_is_a_new_version_and_the_old_one_stays(
    nurse, sign, correct, read
):
    note = sign(nurse, "Vekt 68,4")

    corrected = correct(nurse, note, "Vekt 64,8")

    assert [(n.version, n.text) for n in read(nurse)] == [
        (1, "Vekt 68,4"),
        (2, "Vekt 64,8"),
    ]
    assert corrected.entry_id == note.entry_id
    assert corrected.corrects_id == note.id


def test_signing_a_correction_twice_gives_one_version(nurse, sign, correct, read):
    note, note_id = sign(nurse, "Vekt 68,4"), uuid4()

    correct(nurse, note, "Vekt 64,8", note_id=note_id)
    correct(nurse, note, "Vekt 64,8", note_id=note_id)

    assert len(read(nurse)) == 2


def test_the_first_to_correct_wins_and_the_second_is_told_by_whom(
    nurse, leader, sign, correct, save, read
):
    note, draft_id = sign(nurse, "Vekt 68,4"), uuid4()
    save(nurse, "Vekt 68,9", note_id=draft_id, corrects_id=note.id)
    correct(leader, note, "Vekt 64,8", reason="Sjekket vekten")

    with pytest.raises(services.StaleCorrectionError) as stale:
        correct(nurse, note, "Vekt 68,9", note_id=draft_id)

    assert "Lise Leder" in stale.value.message
    newest = stale.value.newest
    assert newest is not None
    assert newest.text == "Vekt 64,8"
    drafts = [n for n in read(nurse) if not n.is_signed]
    assert [n.text for n in drafts] == ["Vekt 68,9"]


def test_a_stale_correction_can_be_signed_on_top_of_the_newest(
    nurse, leader, sign, correct, save
):
    note, draft_id = sign(nurse, "Vekt 68,4"), uuid4()
    save(nurse, "Vekt 68,9", note_id=draft_id, corrects_id=note.id)
    newest = correct(leader, note, "Vekt 64,8", reason="Sjekket vekten")

    third = correct(nurse, newest, "Vekt 64,9", note_id=draft_id)

    assert (third.version, third.corrects_id) == (3, newest.id)


def test_of_two_who_correct_at_the_same_moment_one_is_told(
    fjord, nurse, leader, sign, ola
):
    note = sign(nurse, "Vekt 68,4")
    start, outcomes, told = threading.Barrier(2), [], []

    def attempt(by, text):
        try:
            with (
                in_municipality(fjord),
                open_record(ola.record_id, by=by, to=Action.CORRECT_NOTE) as record,
            ):
                start.wait()
                signed = services.sign_correction(
                    record,
                    note_id=uuid4(),
                    corrects_id=note.id,
                    content=services.Content(
                        text,
                        selectors.kinds_open_to(record)[0],
                        note.happened_at,
                        "Veid",
                    ),
                )
                outcomes.append(signed.version)
        except services.StaleCorrectionError as error:
            told.append(error.message)
        finally:
            connections.close_all()

    threads = [
        threading.Thread(target=attempt, args=(nurse, "Vekt 64,8")),
        threading.Thread(target=attempt, args=(leader, "Vekt 64,9")),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert outcomes == [2]
    assert len(told) == 1


def test_a_colleague_corrects_nothing_of_what_another_wrote(
    nurse, colleague, sign, correct, mark, stored
):
    note = sign(nurse)

    with pytest.raises(ActionRefusedError):
        correct(colleague, note, "Noe annet", reason="Jeg mener noe annet")
    with pytest.raises(ActionRefusedError):
        mark(colleague, note)

    refused = stored("SELECT verb FROM audit_accessevent WHERE outcome = 4 ORDER BY 1")
    assert refused == [("corrected",), ("marked_in_error",)]


def test_a_leader_says_why_he_corrects_another(nurse, leader, sign, correct):
    note = sign(nurse, "Vekt 68,4")

    with pytest.raises(RuleError) as error:
        correct(leader, note, "Vekt 64,8", reason="  ")

    assert error.value.field == "reason"


def test_a_correction_that_changes_nothing_is_no_correction(nurse, sign, correct):
    note = sign(nurse, "Vekt 68,4")

    with pytest.raises(RuleError) as error:
        correct(nurse, note, "Vekt 68,4")

    assert "ikke endret" in error.value.message


def test_a_note_in_error_stays_readable_and_says_who_marked_it(nurse, sign, mark, ola):
    note = sign(nurse, "Skrevet på feil pasient")
    mark(nurse, note)

    with open_record(ola.record_id, by=nurse, to=Action.READ_RECORD) as record:
        shown, *_ = selectors.latest_notes(record)

    assert shown.status == "in-error"
    assert shown.text == "Skrevet på feil pasient"
    assert (shown.error_by, shown.error_reason) == (
        "Siri Sykepleier",
        "Skrevet på feil pasient",
    )


def test_marking_twice_is_once_and_another_is_told_who_was_first(
    nurse, leader, sign, mark
):
    note = sign(nurse)

    assert mark(nurse, note).id == mark(nurse, note).id
    with pytest.raises(RuleError, match="Siri Sykepleier"):
        mark(leader, note)


def test_what_is_in_error_is_not_corrected(nurse, sign, mark, correct):
    note = sign(nurse, "Vekt 68,4")
    mark(nurse, note)

    with pytest.raises(RuleError, match="feilført"):
        correct(nurse, note, "Vekt 64,8")


def test_an_older_version_is_not_marked_behind_the_newer(nurse, sign, correct, mark):
    note = sign(nurse, "Vekt 68,4")
    correct(nurse, note, "Vekt 64,8")

    with pytest.raises(services.StaleCorrectionError):
        mark(nurse, note)


def test_a_marking_cannot_be_changed_or_taken_back(nurse, sign, mark, ola):
    mark(nurse, sign(nurse))

    with open_record(ola.record_id, by=nurse, to=Action.MARK_NOTE_IN_ERROR):
        with pytest.raises(DatabaseError), transaction.atomic():
            NoteInError.objects.update(reason="Ingenting")
        with pytest.raises(DatabaseError), transaction.atomic():
            NoteInError.objects.all().delete()


def test_a_note_of_another_record_is_not_found(nurse, correct, sign, world):
    note = sign(nurse)
    note.id = uuid4()

    with pytest.raises(services.NoSuchNoteError):
        correct(nurse, note, "Vekt")
