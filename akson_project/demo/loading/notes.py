"""Notes, signed and unsigned, with corrections and what was entered in error."""

from akson_project.demo.loading.keys import Keys, store_with_history
from akson_project.demo.loading.patients import record_id
from akson_project.demo.stories.model import ErrorStory, NoteStory, WorkerStory, World
from journal.documentation.models import Note, NoteInError


def load_notes(world: World, keys: Keys) -> None:
    """Store the entries of every record, in the order they were written."""
    notes: list[Note] = []
    errors: list[NoteInError] = []
    authors = {worker.key: worker for worker in world.workers}
    units = {unit.key: unit.name for unit in world.units}
    for patient in world.patients:
        for record in patient.records:
            stored: dict[str, Note] = {}
            for story in record.notes:
                worker = authors[story.author]
                note = _note(story, keys, stored)
                note.record_id = record_id(keys, patient, record)
                note.author_name = f"{worker.given} {worker.family}"
                note.author_profession = worker.title
                note.unit_name = units[story.unit]
                stored[story.key] = note
                if story.entered_in_error is not None:
                    errors.append(
                        _in_error(story.entered_in_error, note, keys, authors)
                    )
            notes += stored.values()
    store_with_history(Note, notes, keys, changed_at="written_at")
    store_with_history(NoteInError, errors, keys, changed_at="written_at")


def _note(story: NoteStory, keys: Keys, stored: dict[str, Note]) -> Note:
    corrected = stored[story.corrects] if story.corrects else None
    return Note(
        id=keys.of("note", story.key),
        entry_id=corrected.entry_id if corrected else keys.of("note", story.key),
        version=corrected.version + 1 if corrected else 1,
        corrects_id=corrected.pk if corrected else None,
        correction_reason=story.correction_reason,
        kind=story.kind,
        happened_at=story.happened_at,
        written_at=story.written_at,
        updated_at=story.written_at,
        signed_at=None if story.is_draft else story.written_at,
        text=story.text,
        author_id=keys.of("worker", story.author),
        unit_id=keys.of("unit", story.unit),
    )


def _in_error(
    mark: ErrorStory, note: Note, keys: Keys, authors: dict[str, WorkerStory]
) -> NoteInError:
    worker = authors[mark.worker]
    return NoteInError(
        id=keys.of("in-error", note.pk),
        record_id=note.record_id,
        note_id=note.pk,
        reason=mark.reason,
        kind=note.kind,
        written_at=mark.at,
        author_id=keys.of("worker", mark.worker),
        author_name=f"{worker.given} {worker.family}",
        author_profession=worker.title,
    )
