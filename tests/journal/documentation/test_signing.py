"""Signing: who, what, when and where are fixed, and bad input stores nothing."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from access.actions import Action
from access.models import CareRelation
from access.roles import Role
from journal.documentation import services
from journal.documentation.models import NoteKind
from journal.record.errors import RuleError
from journal.record.gate import open_record
from journal.record.models import ActionRefusedError
from tests import world as worlds
from tests.journal.documentation.builders import content


def test_a_signed_note_says_who_wrote_it_as_what_and_where(nurse, sign, read):
    before = timezone.now()

    sign(nurse, "Pittingødem +2 bilat.")

    (note,) = read(nurse)
    assert (note.author_name, note.author_profession, note.unit_name) == (
        "Siri Sykepleier",
        "sykepleier",
        "Hjemmetjenesten nord",
    )
    assert note.is_signed
    assert before < note.written_at == note.signed_at
    assert not note.is_late


def test_a_note_written_three_hours_afterwards_is_late(nurse, sign):
    happened_at = timezone.now() - timedelta(hours=3)

    assert sign(nurse, happened_at=happened_at).is_late


def test_the_draft_becomes_the_note(nurse, save, sign, read):
    note_id = uuid4()
    save(nurse, "Sov", note_id=note_id)

    sign(nurse, "Sov godt.", note_id=note_id)

    assert [(note.id, note.text) for note in read(nurse)] == [(note_id, "Sov godt.")]


def test_the_history_carries_the_event_of_the_signing(nurse, sign, stored):
    sign(nurse)

    events = stored("SELECT id FROM audit_accessevent WHERE verb = 'signed'")
    history = stored(
        "SELECT event_id, history_user_id, history_type FROM journal_historicalnote"
    )
    assert history == [(events[0][0], nurse.user_id, "+")]


def test_signing_twice_gives_the_note_that_was_signed_first(nurse, sign, read):
    note_id = uuid4()
    happened_at = timezone.now() - timedelta(minutes=5)

    first = sign(nurse, "Rolig kveld.", note_id=note_id, happened_at=happened_at)
    second = sign(nurse, "Rolig kveld.", note_id=note_id, happened_at=happened_at)

    assert first.id == second.id
    assert len(read(nurse)) == 1


def test_signing_another_text_the_second_time_is_not_swallowed(nurse, sign):
    note_id = uuid4()
    sign(nurse, "Rolig kveld.", note_id=note_id)

    with pytest.raises(services.AlreadySignedError) as error:
        sign(nurse, "Urolig kveld.", note_id=note_id)

    assert "retting" in error.value.message


TOMORROW = timedelta(days=1)


@pytest.mark.parametrize(
    ("facts", "field", "words"),
    [
        ({"text": ""}, "text", "Skriv noe"),
        ({"text": " \n\t "}, "text", "Skriv noe"),
        ({"text": "á" * 524_289}, "text", "1 tegn for lang"),
        ({"text": "🙂" * 262_145}, "text", "1 tegn for lang"),
        ({"kind": None}, "kind", "hva slags"),
        ({"happened_at": None}, "happened_at", "når det skjedde"),
        ({"happened_in": TOMORROW}, "happened_at", "ikke vært ennå"),
        ({"happened_in": timedelta(minutes=2)}, "happened_at", "ikke vært ennå"),
        ({"born": True}, "happened_at", "før pasienten ble født"),
    ],
)
def test_what_cannot_be_true_is_refused_at_its_field_and_stores_nothing(
    nurse, sign, stored, facts, field, words
):
    if wait := facts.pop("happened_in", None):
        facts = {**facts, "happened_at": timezone.now() + wait}
    if facts.pop("born", None):
        facts = {"happened_at": timezone.make_aware(datetime(1942, 2, 13, 23, 59))}  # noqa: DTZ001

    with pytest.raises(RuleError) as error:
        sign(nurse, **facts)

    assert error.value.field == field
    assert words in error.value.message
    assert stored("SELECT count(*) FROM journal_note") == [(0,)]


def test_sami_letters_and_emoji_come_back_as_they_were_written(nurse, sign, read):
    text = "Čáppa beaivi, áhkku lea buorre. Žižžu, đákko, ŋuolla 🙂\n\n  To linjer."

    sign(nurse, text)

    assert read(nurse)[0].text == text


def test_a_megabyte_of_sami_is_signed(nurse, sign, read):
    sign(nurse, "á" * 524_288)

    assert len(read(nurse)[0].text) == 524_288


def test_nobody_changes_a_signed_note_by_the_back_door(nurse, sign, ola, stored):
    note = sign(nurse)

    with open_record(ola.record_id, by=nurse, to=Action.SIGN_NOTE) as record:
        with (
            pytest.raises(DatabaseError, match="kan ikke endres"),
            transaction.atomic(),
        ):
            record.notes.filter(pk=note.id).update(text="Noe annet")
        with (
            pytest.raises(DatabaseError, match="kan ikke endres"),
            transaction.atomic(),
        ):
            record.notes.filter(pk=note.id).delete()

    assert stored("SELECT text FROM journal_note") == [(note.text,)]


def test_a_conflicting_draft_is_not_signed_over(nurse, save, ola, read):
    note_id = uuid4()
    save(nurse, "Fra telefonen", note_id=note_id, window_id=uuid4())

    with (
        pytest.raises(services.DraftConflictError),
        open_record(ola.record_id, by=nurse, to=Action.SIGN_NOTE) as record,
    ):
        services.sign_note(
            record,
            note_id=note_id,
            content=content("Fra kontoret"),
            page=services.Page(window_id=uuid4(), revision=1),
        )

    assert [note.is_signed for note in read(nurse)] == [False]


@pytest.fixture
def discharged(world):
    """Ola's stay ends now; the nurse's unit has the fourteen days after it."""
    ended = timezone.now()
    CareRelation.objects.filter(record_id=world.ola.record_id).update(
        basis="former_episode",
        readable_until=ended,
        valid_until=ended + timedelta(days=14),
    )


def test_after_the_stay_one_finishes_a_draft_but_begins_nothing_new(
    nurse, save, sign, request
):
    note_id = uuid4()
    save(nurse, "Sov", note_id=note_id)
    request.getfixturevalue("discharged")

    save(nurse, "Sov godt", note_id=note_id, revision=2)
    assert sign(nurse, "Sov godt.", note_id=note_id).is_signed
    with pytest.raises(ActionRefusedError):
        sign(nurse, "Noe nytt")
    with pytest.raises(ActionRefusedError):
        save(nurse, "Noe nytt", note_id=uuid4())


def test_after_the_stay_one_corrects_only_ones_own(
    nurse, leader, sign, correct, request
):
    mine = sign(nurse, "Vekt 68,4")
    request.getfixturevalue("discharged")

    assert correct(nurse, mine, "Vekt 64,8").version == 2
    with pytest.raises(ActionRefusedError):
        correct(leader, mine, "Vekt 86,4", reason="Feil tall")


def test_a_case_handler_writes_only_what_he_may_read(world, sign, ola):
    handler = worlds.worker(
        worlds.person("sara.saksbehandler", (Role.CASE_HANDLER, world.north))
    )

    with pytest.raises(RuleError) as error:
        sign(handler, kind=NoteKind.VISIT)
    note = sign(handler, "Søker om mer hjelp.", kind=NoteKind.CASE)

    assert error.value.field == "kind"
    assert note.author_profession == "Saksbehandler"
