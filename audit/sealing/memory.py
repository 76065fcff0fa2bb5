"""What the sealer signed last, remembered outside the database.

A database that was put back to an older state, or whose seals were taken away, must not be
signed on top of: two checkpoints of one log would contradict each other. The note here is
never ahead of the database: it is written when the seal is committed.
"""

from uuid import UUID

from audit.seal import notes
from audit.seal.checkpoints import Checkpoint, read_checkpoint
from audit.sealing.keys import folder_of, write_over

_FILE = "newest.checkpoint"


def newest_signed(municipality_id: UUID) -> Checkpoint | None:
    """Give the newest checkpoint signed from here, if there is one."""
    file = folder_of(municipality_id) / _FILE
    if not file.exists():
        return None
    return read_checkpoint(notes.parse(file.read_bytes()))


def remember(municipality_id: UUID, note: notes.Note) -> None:
    """Keep what was signed and committed."""
    write_over(folder_of(municipality_id) / _FILE, str(note).encode(), mode=0o644)
