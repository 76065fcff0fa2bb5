"""What a log signs: its name, how many entries it has, and the root over them.

Source:
    https://c2sp.org/tlog-checkpoint
"""

import base64
import re
from dataclasses import dataclass

from audit.seal.keys import KeyFormatError, decode_base64
from audit.seal.notes import Note
from audit.seal.tree import HASH_BYTES

SIZE_MAX = (1 << 63) - 1
LINES = 3
_NUMBER = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)


class CheckpointError(ValueError):
    """A text is not a checkpoint's, or another log's."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A log at one size.

    Args:
        origin: the log's name; that of the key it signs with.
        size: number of entries.
        root: of RFC 6962's tree over them.
        extensions: more lines; ours has none, another's are kept as they are.
    """

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """It in writing: the text of a note."""
        root = base64.b64encode(self.root).decode()
        lines = (self.origin, str(self.size), root, *self.extensions)
        return "".join(f"{line}\n" for line in lines)


def read_checkpoint(note: Note, *, origin: str | None = None) -> Checkpoint:
    """Read what a note says; whether its signatures hold is another question.

    Args:
        note: The note.
        origin: The log it must be about, if that is known.

    Raises:
        CheckpointError: it is no checkpoint, or another log's.
    """
    lines = note.text.split("\n")[:-1]
    if len(lines) < LINES or "" in lines:
        raise CheckpointError("a checkpoint has three lines or more, and none is empty")
    name, size, root, *extensions = lines
    found = Checkpoint(name, parse_number(size), _root(root), tuple(extensions))
    if origin is not None and found.origin != origin:
        raise CheckpointError("the checkpoint of another log")
    return found


def parse_number(text: str) -> int:
    """Read a number as it must be written: without signs, spaces or zeroes in front.

    Raises:
        CheckpointError: it is not.
    """
    if not _NUMBER.fullmatch(text) or int(text) > SIZE_MAX:
        raise CheckpointError(f"not a number: {text!r}")
    return int(text)


def _root(text: str) -> bytes:
    try:
        root = decode_base64(text)
    except KeyFormatError as error:
        raise CheckpointError("the root is not base64") from error
    if len(root) != HASH_BYTES:
        raise CheckpointError("the root has not 32 bytes")
    return root
