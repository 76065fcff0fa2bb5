"""What one patient has blocked, and a few notes that are kept from a patient or a parent."""

from collections.abc import Iterator

from access.models import Block
from akson_project.demo.loading.keys import Keys, store, store_with_history
from akson_project.demo.loading.patients import record_id
from akson_project.demo.stories.model import (
    Language,
    NoteStory,
    PatientStory,
    RecordStory,
    World,
)
from journal.blocking.models import About, BlockConversation, Spokesperson
from journal.documentation.models import WithholdCode, Withholding

_BLOCKED, _TO = "samtale_parorende", "helsefagarbeider"
_MARKED = {
    "samtale_parorende": WithholdCode.CLOSE_ONES,
    "helsestasjon": WithholdCode.PARENTS,
}
_TOLD: dict[Language, str] = {
    "nb": "Vil at bare sykepleier og lege leser om samtalene med familien. Vet at andre "
    "da kan mangle noe når de er der.",
    "nn": "Vil at berre sjukepleiar og lege les om samtalane med familien. Veit at andre "
    "då kan mangle noko når dei er der.",
}
_WHY: dict[Language, str] = {
    "nb": "Kan skade familien om det blir lest",
    "nn": "Kan skade familien om det blir lese",
}
_Written = tuple[PatientStory, RecordStory, NoteStory]


def load_limits(world: World, keys: Keys) -> None:
    """Store one block, as the first patient it fits asked for it, and one mark of each kind."""
    first: dict[str, _Written] = {}
    for written in _signed(world):
        first.setdefault(written[2].kind, written)
    authors = {worker.key: worker for worker in world.workers}
    names = {key: f"{one.given} {one.family}" for key, one in authors.items()}
    if _BLOCKED in first:
        _block(world, keys, first[_BLOCKED], names)
    marks = [
        Withholding(
            id=keys.of("withholding", note.key),
            record_id=record_id(keys, patient, record),
            entry_id=keys.of("note", note.key),
            kind=note.kind,
            code=code,
            reason=_WHY[world.language],
            written_at=note.written_at,
            author_id=keys.of("worker", note.author),
            author_name=names[note.author],
        )
        for kind, code in _MARKED.items()
        if kind in first
        for patient, record, note in [first[kind]]
    ]
    store_with_history(Withholding, marks, keys, changed_at="written_at")


def _signed(world: World) -> Iterator[_Written]:
    for patient in world.patients:
        for record in patient.records:
            for note in record.notes:
                if not (note.is_draft or note.corrects or patient.deceased_on):
                    yield patient, record, note


def _block(world: World, keys: Keys, written: _Written, names: dict[str, str]) -> None:
    patient, record, note = written
    block = Block(
        id=keys.of("block", patient.key),
        record_id=record_id(keys, patient, record),
        patient_id=keys.of("patient", patient.key),
        what="kind",
        kind=_BLOCKED,
        whom="role",
        role=_TO,
        valid_from=note.written_at,
    )
    store(Block, [block])
    said = BlockConversation(
        id=keys.of("block conversation", patient.key),
        record_id=block.record_id,
        block_id=block.pk,
        about=About.SET,
        spoken_with=Spokesperson.PATIENT,
        spoken_at=note.written_at,
        told=_TOLD[world.language],
        written_at=note.written_at,
        author_id=keys.of("worker", note.author),
        author_name=names[note.author],
    )
    store_with_history(BlockConversation, [said], keys, changed_at="written_at")
