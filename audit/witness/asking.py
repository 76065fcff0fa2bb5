"""What a log asks of a witness: to see a checkpoint, and that it follows from an older one.

Source:
    https://c2sp.org/tlog-witness (add-checkpoint)
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass

from audit.seal import notes
from audit.seal.checkpoints import (
    Checkpoint,
    CheckpointError,
    parse_number,
    read_checkpoint,
)
from audit.seal.keys import KeyFormatError, decode_base64
from audit.seal.tree import HASH_BYTES

HASHES_MAX = 63


class AskingError(ValueError):
    """What is asked is not written as it must be."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question.

    Args:
        old: the size the log believes the witness saw last.
        proof: that the new tree begins with the old one.
        note: the new checkpoint, signed.
        checkpoint: what it says.
    """

    old: int
    proof: tuple[bytes, ...]
    note: notes.Note
    checkpoint: Checkpoint


def write(old: int, proof: Sequence[bytes], note: notes.Note) -> bytes:
    """Write a question."""
    lines = [f"old {old}", *(base64.b64encode(each).decode() for each in proof)]
    return ("\n".join(lines) + f"\n\n{note}").encode()


def read(written: bytes) -> Asked:
    """Read a question; whether anything in it holds is not said.

    Raises:
        AskingError: it is not one.
    """
    head, empty, note = written.partition(b"\n\n")
    try:
        first, *lines = head.decode("ascii").split("\n")
        if not empty or not first.startswith("old "):
            raise AskingError("no line says the old size")
        old = parse_number(first.removeprefix("old "))
        proof = tuple(decode_base64(line) for line in lines)
        signed = notes.parse(note)
        checkpoint = read_checkpoint(signed)
    except (UnicodeDecodeError, KeyFormatError, CheckpointError) as error:
        raise AskingError(str(error)) from error
    except notes.NoteError as error:
        raise AskingError(str(error)) from error
    if len(proof) > HASHES_MAX or any(len(each) != HASH_BYTES for each in proof):
        raise AskingError("a hash has 32 bytes, and a proof at most 63 of them")
    if old > checkpoint.size:
        raise AskingError("the old tree is the larger")
    return Asked(old, proof, signed, checkpoint)
