"""Drafts: kept while they are written, each its author's, and never lost."""

from uuid import uuid4

import pytest
from django.utils import timezone

from access.actions import Action
from access.models import CareRelation
from journal.documentation import services
from journal.documentation.models import NoteKind
from journal.record.errors import RuleError
from journal.record.gate import RecordRefusedError, open_record
from journal.record.models import ActionRefusedError


def test_the_first_words_begin_a_draft_and_the_next_ones_go_on(nurse, save, read):
    note_id, window = uuid4(), uuid4()

    first = save(nurse, "Sov", note_id=note_id, window_id=window)
    second = save(
        nurse, "Sov da jeg kom.", note_id=note_id, window_id=window, revision=2
    )

    assert (first.revision, second.revision) == (2, 3)
    (draft,) = read(nurse)
    assert draft.text == "Sov da jeg kom."
    assert not draft.is_signed
    assert draft.author_name == "Siri Sykepleier"


def test_autosaves_lie_under_one_event_and_leave_one_row_of_history(
    nurse, save, stored
):
    note_id, window = uuid4(), uuid4()

    for revision, text in enumerate(["S", "So", "Sov"], start=1):
        save(nurse, text, note_id=note_id, window_id=window, revision=revision - 1)

    assert stored("SELECT verb FROM audit_accessevent WHERE verb = 'drafted'") == [
        ("drafted",)
    ]
    history = stored("SELECT history_type, text, event_id FROM journal_historicalnote")
    events = stored("SELECT id FROM audit_accessevent WHERE verb = 'drafted'")
    assert history == [("+", "", events[0][0])]


def test_a_colleague_sees_nothing_of_a_draft(nurse, colleague, save, read, ola):
    save(nurse, "Hemmelig ennå", note_id=uuid4())

    assert read(colleague) == []
    with open_record(ola.record_id, by=colleague, to=Action.DRAFT_NOTE) as record:
        assert not record.notes.exists()


def test_a_draft_is_written_under_an_event_that_shows_no_signed_note(
    nurse, sign, ola, save
):
    sign(nurse)
    save(nurse, "Kladd", note_id=uuid4())

    with open_record(ola.record_id, by=nurse, to=Action.DRAFT_NOTE) as record:
        assert [note.text for note in record.notes.all()] == ["Kladd"]


def test_two_windows_do_not_overwrite_each_other(nurse, save, read):
    note_id = uuid4()
    save(nurse, "Fra telefonen", note_id=note_id, window_id=uuid4())

    with pytest.raises(services.DraftConflictError) as conflict:
        save(nurse, "Fra kontoret", note_id=note_id, window_id=uuid4(), revision=1)

    assert conflict.value.stored.text == "Fra telefonen"
    assert "annet vindu" in conflict.value.message
    assert [note.text for note in read(nurse)] == ["Fra telefonen"]


def test_a_page_whose_last_answer_was_lost_goes_on_without_a_conflict(nurse, save):
    note_id, window = uuid4(), uuid4()
    save(nurse, "Sov", note_id=note_id, window_id=window)

    again = save(nurse, "Sov godt", note_id=note_id, window_id=window, revision=0)

    assert again.text == "Sov godt"


def test_the_same_text_from_another_window_is_no_conflict(nurse, save):
    note_id = uuid4()
    first = save(nurse, "Sov", note_id=note_id, window_id=uuid4())
    moment = first.happened_at

    again = save(nurse, "Sov", note_id=note_id, window_id=uuid4(), happened_at=moment)

    assert (again.pk, again.text) == (first.pk, "Sov")


def test_what_cannot_be_understood_leaves_the_draft_as_it_was(nurse, save):
    note_id, window = uuid4(), uuid4()
    first = save(
        nurse, "Ringte", note_id=note_id, kind=NoteKind.PHONE, window_id=window
    )

    second = save(
        nurse,
        "Ringte fastlegen",
        note_id=note_id,
        window_id=window,
        revision=2,
        kind=None,
        happened_at=None,
    )

    assert second.kind == NoteKind.PHONE
    assert second.happened_at == first.happened_at


def test_a_signed_note_is_not_written_over_by_a_late_autosave(nurse, save, sign, read):
    note_id = uuid4()
    save(nurse, "Sov", note_id=note_id)
    sign(nurse, "Sov godt.", note_id=note_id)

    for revision in (0, 2):
        with pytest.raises(services.DraftGoneError):
            save(nurse, "Sov god", note_id=note_id, revision=revision)

    assert [note.text for note in read(nurse)] == ["Sov godt."]


def test_a_megabyte_of_sami_is_kept_and_more_is_refused_in_letters(nurse, save, read):
    note_id, window = uuid4(), uuid4()
    most = "á" * 524_288

    save(nurse, most, note_id=note_id, window_id=window)
    with pytest.raises(RuleError) as too_long:
        save(nurse, most + "ŋŋŋ", note_id=note_id, window_id=window, revision=2)

    assert too_long.value.field == "text"
    assert "3 tegn for lang" in too_long.value.message
    assert read(nurse)[0].text == most


def test_a_discarded_draft_is_gone_and_once_more_is_no_error(nurse, save, ola, read):
    note_id = uuid4()
    save(nurse, "Feil pasient", note_id=note_id)

    for _twice in range(2):
        with open_record(ola.record_id, by=nurse, to=Action.DISCARD_DRAFT) as record:
            services.discard_draft(record, note_id=note_id)

    assert read(nurse) == []


def test_nobody_discards_what_is_signed(nurse, sign, ola, read):
    note = sign(nurse)

    with open_record(ola.record_id, by=nurse, to=Action.DISCARD_DRAFT) as record:
        services.discard_draft(record, note_id=note.id)

    assert len(read(nurse)) == 1


def test_a_draft_is_kept_when_the_record_closes_for_its_author(
    nurse, save, stored, world
):
    note_id = uuid4()
    save(nurse, "Skriver ferdig senere", note_id=note_id)
    CareRelation.objects.filter(record_id=world.ola.record_id).update(
        valid_until=timezone.now()
    )

    with pytest.raises(RecordRefusedError):
        save(nurse, "Skriver ferdig nå", note_id=note_id, revision=2)

    assert stored("SELECT text FROM journal_note") == [("Skriver ferdig senere",)]


def test_a_record_opened_to_be_read_takes_no_draft(nurse, ola, stored):
    with (
        pytest.raises(ActionRefusedError),
        open_record(ola.record_id, by=nurse, to=Action.READ_RECORD) as record,
    ):
        services.save_draft(
            record,
            note_id=uuid4(),
            content=services.Content("Smug"),
            page=services.Page(),
        )

    assert stored("SELECT count(*) FROM journal_note") == [(0,)]
