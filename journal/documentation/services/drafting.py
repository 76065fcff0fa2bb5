"""Drafts: begun with the first words, saved while they are written, never lost.

A draft is its author's alone; the database shows it to nobody else. It lies under
one event an hour, and its changes leave no history until it is signed.
"""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from access.actions import Action
from journal.documentation.models import Note, NoteKind
from journal.documentation.selectors.standing import is_former, kinds_open_to
from journal.documentation.services.content import (
    Content,
    Page,
    author_of,
    check_size,
)
from journal.documentation.services.errors import DraftGoneError
from journal.record.errors import RuleError
from journal.record.models import ActionRefusedError, OpenRecord


def begin_note(
    record: OpenRecord,
    *,
    note_id: UUID,
    kind: NoteKind,
    happened_at: datetime,
    corrects_id: UUID | None = None,
) -> Note:
    """Begin a draft, or find it when it was begun before.

    Args:
        record: The record, open to draft.
        note_id: The id the note will have for good; the page made it.
        kind: What sort of note it is.
        happened_at: When what it tells about happened.
        corrects_id: The signed note it is to correct, if it is a correction.

    Raises:
        ActionRefusedError: the stay has ended, and only one's own is finished then.
        DraftGoneError: the note has been signed, or is somebody else's.
        RuleError: the person is correcting the same note in another draft.
    """
    record.require(Action.DRAFT_NOTE)
    draft = record.notes.drafts().filter(pk=note_id).first()
    if draft is not None:
        return draft
    if is_former(record) and corrects_id is None:
        raise ActionRefusedError("stay_ended")
    now = timezone.now()
    try:
        with transaction.atomic():
            return record.notes.create(
                id=note_id,
                kind=kind,
                happened_at=happened_at,
                corrects_id=corrects_id,
                written_at=now,
                updated_at=now,
                **author_of(record),
            )
    except IntegrityError as error:
        return _begun_meanwhile(record, note_id, error)
    except ProgrammingError as error:
        if corrects_id is None:
            raise
        # The patient has blocked what it corrects, since the page was opened.
        raise DraftGoneError from error


def save_draft(
    record: OpenRecord,
    *,
    note_id: UUID,
    content: Content,
    page: Page,
    corrects_id: UUID | None = None,
) -> Note:
    """Keep what has been written so far; begin the draft with the first words.

    Raises:
        ActionRefusedError: the stay has ended, and only one's own is finished then.
        DraftConflictError: another page saved another text meanwhile.
        DraftGoneError: the draft was signed or discarded from another page.
        RuleError: the text is larger than 1 MB.
    """
    record.require(Action.DRAFT_NOTE)
    check_size(content.text)
    draft = record.notes.drafts().select_for_update().filter(pk=note_id).first()
    if draft is None:
        if page.revision:
            raise DraftGoneError
        draft = begin_note(
            record,
            note_id=note_id,
            kind=content.kind or kinds_open_to(record)[0],
            happened_at=content.happened_at or timezone.now(),
            corrects_id=corrects_id,
        )
    page.check(draft, content)
    fill(draft, content)
    draft.revision += 1
    draft.window_id = page.window_id
    draft.updated_at = timezone.now()
    _store(record, draft)
    return draft


def discard_draft(record: OpenRecord, *, note_id: UUID) -> None:
    """Delete a draft of one's own; nothing happens when there is none."""
    record.require(Action.DISCARD_DRAFT)
    draft = record.notes.drafts().select_for_update().filter(pk=note_id).first()
    if draft is not None:
        draft.delete()


def fill(draft: Note, content: Content) -> None:
    """Put what was written into a draft, leaving what is not said as it was."""
    draft.text = content.text
    draft.kind = content.kind or draft.kind
    draft.happened_at = content.happened_at or draft.happened_at
    draft.correction_reason = content.reason
    if content.withhold_code is not None:
        draft.withhold_code = content.withhold_code


def _store(record: OpenRecord, draft: Note) -> None:
    """Write a draft's text without a row of history: it is not yet in the record."""
    record.notes.drafts().filter(pk=draft.pk).update(
        text=draft.text,
        kind=draft.kind,
        happened_at=draft.happened_at,
        correction_reason=draft.correction_reason,
        withhold_code=draft.withhold_code,
        revision=draft.revision,
        window_id=draft.window_id,
        updated_at=draft.updated_at,
    )


def _begun_meanwhile(record: OpenRecord, note_id: UUID, error: IntegrityError) -> Note:
    """Find the draft another request began at the same moment."""
    if "one_draft_of_a_correction_per_author" in str(error):
        message = _("Du har allerede en kladd der du retter dette notatet.")
        raise RuleError(message) from error
    draft = record.notes.drafts().filter(pk=note_id).first()
    if draft is None:
        raise DraftGoneError from error
    return draft
