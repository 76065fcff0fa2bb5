"""Signing: what is signed is part of the record, and only a new version changes it."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from access.actions import Action
from journal.documentation.models import Note, NoteInError
from journal.documentation.selectors.standing import is_former, standing_to
from journal.documentation.services.content import (
    Content,
    Page,
    author_of,
    check_signable,
)
from journal.documentation.services.drafting import fill
from journal.documentation.services.entries import locked_entry
from journal.documentation.services.errors import (
    AlreadySignedError,
    DraftGoneError,
    StaleCorrectionError,
    spoken,
)
from journal.documentation.services.withholding import (
    follow_kind,
    withhold_as_chosen,
)
from journal.record.errors import RuleError
from journal.record.models import ActionRefusedError, OpenRecord


def sign_note(
    record: OpenRecord, *, note_id: UUID, content: Content, page: Page | None = None
) -> Note:
    """Sign a draft, or a text that was never saved as one; now it is in the record.

    Author, profession and unit are written as they are at this moment. Signing the
    same text twice gives the note that was signed first.

    Args:
        record: The record, open to sign in.
        note_id: The note's id, whether a draft of it was stored or not.
        content: What is signed.
        page: The open page it comes from; None when there is none to conflict with.

    Raises:
        ActionRefusedError: the stay has ended, and only one's own is finished then.
        AlreadySignedError: it was signed before, with another text.
        DraftConflictError: another page saved another text meanwhile.
        RuleError: something is missing or cannot be true.
    """
    record.require(Action.SIGN_NOTE)
    draft = _locked(record, note_id)
    if draft is not None and draft.is_signed:
        return _as_signed(draft, content)
    if draft is None and is_former(record):
        raise ActionRefusedError("stay_ended")
    if draft is not None and draft.corrects_id is not None:
        raise ActionRefusedError("is_correction")
    check_signable(record, content)
    if page is not None and draft is not None:
        page.check(draft, content)
    note = _sign(record, draft or Note(id=note_id), content)
    withhold_as_chosen(record, note)
    return note


def sign_correction(
    record: OpenRecord,
    *,
    note_id: UUID,
    corrects_id: UUID,
    content: Content,
    page: Page | None = None,
) -> Note:
    """Sign a correction: the next version of an entry, whose earlier ones stay readable.

    The author of one of its versions corrects an entry. So does the leader of a unit
    that has the patient, who must say why; the former unit's leader does not.

    Args:
        record: The record, open to correct in.
        note_id: The correction's own id.
        corrects_id: The signed note whose text the person had before him.
        content: The whole text as it shall be, and why, when it is another's.
        page: The open page it comes from; None when there is none to conflict with.

    Raises:
        ActionRefusedError: the entry is not this person's to correct.
        AlreadySignedError: the correction was signed before, with another text.
        DraftConflictError: another page saved another text meanwhile.
        NoSuchNoteError: there is no such signed note here.
        StaleCorrectionError: somebody else corrected the note meanwhile.
        RuleError: something is missing or cannot be true.
    """
    record.require(Action.CORRECT_NOTE)
    versions = locked_entry(record, corrects_id)
    draft = _locked(record, note_id)
    if draft is not None and draft.is_signed:
        return _as_signed(draft, content)
    latest = versions[-1]
    standing = standing_to(record, {version.author_id for version in versions})
    if not standing.may_correct:
        raise ActionRefusedError("not_author")
    if hasattr(latest, "in_error"):
        raise RuleError(_("Notatet er merket som feilført og kan ikke rettes."))
    if page is not None and draft is not None:
        page.check(draft, content)
    if latest.id != corrects_id:
        raise StaleCorrectionError(latest)
    if standing.must_say_why and not content.reason.strip():
        message = _("Skriv hvorfor du retter et notat som en annen har skrevet.")
        raise RuleError(message, field="reason")
    check_signable(record, content)
    if content.is_in(latest):
        raise RuleError(_("Du har ikke endret noe i notatet."), field="text")
    note = draft or Note(id=note_id)
    note.entry_id, note.version = latest.entry_id, latest.version + 1
    note.corrects_id = latest.id
    note = _sign(record, note, content)
    follow_kind(record, note)
    return note


def mark_in_error(record: OpenRecord, *, note_id: UUID, reason: str) -> NoteInError:
    """Mark an entry as one that should not be there (feilført); it stays readable.

    Its author does it, or the leader of a unit that has the patient.

    Raises:
        ActionRefusedError: the entry is not this person's to mark.
        NoSuchNoteError: there is no such signed note here.
        RuleError: no reason, or it was corrected or marked by somebody else meanwhile.
    """
    record.require(Action.MARK_NOTE_IN_ERROR)
    versions = locked_entry(record, note_id)
    latest = versions[-1]
    authors = {version.author_id for version in versions}
    if not standing_to(record, authors).may_correct:
        raise ActionRefusedError("not_author")
    if hasattr(latest, "in_error"):
        return _as_marked(record, latest.in_error)
    if latest.id != note_id:
        raise StaleCorrectionError(latest)
    if not reason.strip():
        raise RuleError(_("Skriv hva som er feil."), field="reason")
    author = author_of(record)
    return NoteInError.objects.create(
        record=record,
        note=latest,
        reason=reason.strip(),
        kind=latest.kind,
        written_at=timezone.now(),
        author_id=author["author_id"],
        author_name=author["author_name"],
        author_profession=author["author_profession"],
    )


def _locked(record: OpenRecord, note_id: UUID) -> Note | None:
    """Find a note and keep others from it until the record closes."""
    return record.notes.select_for_update().filter(pk=note_id).first()


def _sign(record: OpenRecord, note: Note, content: Content) -> Note:
    """Store a note as signed now, by the person who has the record open."""
    now = timezone.now()
    fill(note, content)
    note.record = record
    note.written_at = note.updated_at = note.signed_at = now
    note.window_id = None
    for field, value in author_of(record).items():
        setattr(note, field, value)
    try:
        with transaction.atomic():
            note.save(force_insert=note._state.adding)
    except IntegrityError as error:
        return _signed_meanwhile(record, note, content, error)
    return note


def _signed_meanwhile(
    record: OpenRecord, note: Note, content: Content, error: IntegrityError
) -> Note:
    """Find out what another request did at the same moment."""
    if "an_entry_has_one_note_per_version" in str(error):
        # The other version is not open to this person: his unit's stay has ended.
        raise StaleCorrectionError(None) from error
    signed = record.notes.signed().filter(pk=note.id).first()
    if signed is None:
        raise DraftGoneError from error
    return _as_signed(signed, content)


def _as_signed(note: Note, content: Content) -> Note:
    """Give what was signed before, if it says the same."""
    if not content.is_in(note):
        raise AlreadySignedError(note)
    return note


def _as_marked(record: OpenRecord, marked: NoteInError) -> NoteInError:
    """Give the marking that was made before, if the same person made it."""
    if marked.author_id != record.worker.user_id:
        message = _("Notatet ble merket som feilført av %(name)s %(when)s.") % {
            "name": marked.author_name,
            "when": spoken(marked.written_at),
        }
        raise RuleError(message)
    return marked
