"""Reads of drafts: one's own, and that somebody else is writing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils.text import Truncator

from access import policy
from access.actions import Action
from access.policy import Decision
from access.worker import Worker
from audit.verbs import Reach, Verb
from journal.documentation.models import Note, NoteKind
from journal.documentation.selectors.standing import is_former
from journal.record.gate import open_people
from journal.record.models import OpenRecord

FIRST_WORDS = 12


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One of one's own drafts, in a list over several patients."""

    record_id: UUID
    note_id: UUID
    patient_name: str
    birth_date: date
    kind_label: str
    updated_at: datetime
    first_words: str
    is_correction: bool


@dataclass(frozen=True, slots=True)
class MyDrafts:
    """One's own drafts, and in how many records drafts lie that one may no longer open."""

    rows: list[DraftRow] = field(default_factory=list)
    closed_count: int = 0

    def __iter__(self) -> Iterator[DraftRow]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class OtherWriter:
    """Somebody else who has written in this record within three minutes."""

    author_name: str
    updated_at: datetime
    corrects_id: UUID | None


def my_drafts(worker: Worker) -> MyDrafts:
    """List a person's unsigned drafts, in the records still open to him.

    It opens the door itself, for drafts only, and logs whom the list shows.
    """
    places = _places_of_drafts(worker.user_id)
    if not places:
        return MyDrafts()
    decisions = policy.records_open_to(worker, Action.DRAFT_NOTE, among=places)
    return MyDrafts(
        rows=_draft_rows(worker, decisions) if decisions else [],
        closed_count=len(places) - len(decisions),
    )


def my_drafts_in(worker: Worker, record_id: UUID) -> list[DraftRow]:
    """List a person's drafts in one record, before it is opened for what sees no notes.

    Like `my_drafts`, it opens the door itself and logs it, when there are any.
    """
    decisions = _open_with_drafts(worker, record_id)
    return _draft_rows(worker, decisions) if decisions else []


def has_drafts_in(worker: Worker, record_id: UUID) -> bool:
    """Whether a person has drafts in a record that he may still write in."""
    return bool(_open_with_drafts(worker, record_id))


def drafts_in(record: OpenRecord) -> list[Note]:
    """List one's own drafts in a record, the latest first."""
    return list(record.notes.drafts().order_by("-updated_at"))


def draft_in(record: OpenRecord, note_id: UUID) -> Note | None:
    """Find one of one's own drafts in a record."""
    return record.notes.drafts().filter(pk=note_id).first()


def draft_correcting(record: OpenRecord, note_id: UUID) -> Note | None:
    """Find one's own draft of a correction of a signed note."""
    return record.notes.drafts().filter(corrects_id=note_id).first()


def others_writing(record: OpenRecord) -> list[OtherWriter]:
    """Tell who else has written in the record within three minutes; never what.

    A former unit is not told who has the patient now.
    """
    if is_former(record):
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT author_name, updated_at, corrects FROM journal_others_writing(%s, %s)"
            " ORDER BY updated_at DESC",
            [record.id, record.worker.user_id],
        )
        return [OtherWriter(*row) for row in cursor.fetchall()]


def _places_of_drafts(author_id: UUID) -> list[UUID]:
    """Name the records in which a person has drafts, open to him or not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT record_id FROM journal_drafts_of(%s)", [author_id])
        return [record_id for (record_id,) in cursor.fetchall()]


def _open_with_drafts(worker: Worker, record_id: UUID) -> list[Decision]:
    if record_id not in _places_of_drafts(worker.user_id):
        return []
    return policy.records_open_to(worker, Action.DRAFT_NOTE, among=[record_id])


def _draft_rows(worker: Worker, decisions: list[Decision]) -> list[DraftRow]:
    with open_people(
        decisions, by=worker, verb=Verb.LISTED, reach=Reach.RECORD, row_kinds=("draft",)
    ):
        records = [decision.record_id for decision in decisions]
        drafts = (
            Note.objects.drafts()
            .filter(author_id=worker.user_id, record_id__in=records)
            .select_related("record__patient")
            .order_by("-updated_at")
        )
        return [_row(draft) for draft in drafts]


def _row(draft: Note) -> DraftRow:
    patient = draft.record.patient
    return DraftRow(
        record_id=draft.record_id,
        note_id=draft.id,
        patient_name=patient.list_name,
        birth_date=patient.birth_date,
        kind_label=str(NoteKind(draft.kind).label),
        updated_at=draft.updated_at,
        first_words=Truncator(draft.text).words(FIRST_WORDS, truncate=" …"),
        is_correction=draft.corrects_id is not None,
    )
