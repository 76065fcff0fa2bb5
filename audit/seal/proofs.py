"""One text file that proves that the log has an entry, without the log: C2SP's tlog-proof.

Source:
    https://c2sp.org/tlog-proof
"""

import base64
from collections.abc import Iterable
from dataclasses import dataclass

from audit.seal import notes
from audit.seal.checkpoints import (
    Checkpoint,
    CheckpointError,
    parse_number,
    read_checkpoint,
)
from audit.seal.keys import KeyFormatError, VerifierKey, decode_base64
from audit.seal.tree import HASH_BYTES, ProofError, leaf_hash, verify_inclusion

HEADER = "c2sp.org/tlog-proof@v1"
SUFFIX = ".tlog-proof"
HASHES_MAX = 63


@dataclass(frozen=True, slots=True)
class Proof:
    """That an entry stands at an index of a log, by a checkpoint of it.

    Args:
        index: of the entry.
        hashes: from the leaf's neighbour up.
        checkpoint: the signed note, as it was issued.
        extra: more for the reader, which nothing vouches for.
    """

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: notes.Note
    extra: bytes = b""

    def __str__(self) -> str:
        lines = [HEADER]
        if self.extra:
            lines.append(f"extra {base64.b64encode(self.extra).decode()}")
        lines.append(f"index {self.index}")
        lines += [base64.b64encode(each).decode() for each in self.hashes]
        return "\n".join([*lines, "", str(self.checkpoint)])

    def verify(
        self, entry: bytes, keys: Iterable[VerifierKey], *, origin: str
    ) -> Checkpoint:
        """Check that the log has an entry; give the checkpoint that says so.

        Args:
            entry: Its bytes.
            keys: The log's, of which one at least must have signed.
            origin: The log's name.

        Raises:
            ProofError: it is not shown.
        """
        try:
            self.checkpoint.verified_by(key for key in keys if key.name == origin)
            checkpoint = read_checkpoint(self.checkpoint, origin=origin)
        except (notes.NoteError, CheckpointError) as error:
            raise ProofError(str(error)) from error
        leaf = leaf_hash(entry)
        verify_inclusion(
            leaf, self.index, checkpoint.size, self.hashes, checkpoint.root
        )
        return checkpoint


def parse(written: str) -> Proof:
    """Read a proof as it must be written; `verify` says whether it holds.

    Raises:
        ProofError: it is not one.
    """
    head, empty, checkpoint = written.partition("\n\n")
    lines = head.split("\n")
    if not empty or lines.pop(0) != HEADER:
        raise ProofError("not a proof")
    try:
        extra = b""
        if lines and lines[0].startswith("extra "):
            extra = decode_base64(lines.pop(0).removeprefix("extra "))
        if not lines or not lines[0].startswith("index "):
            raise ProofError("the proof says no index")
        index = parse_number(lines.pop(0).removeprefix("index "))
        hashes = tuple(decode_base64(line) for line in lines)
        note = notes.parse(checkpoint)
    except (KeyFormatError, CheckpointError, notes.NoteError) as error:
        raise ProofError(str(error)) from error
    if len(hashes) > HASHES_MAX or any(len(each) != HASH_BYTES for each in hashes):
        raise ProofError("a hash has 32 bytes, and a proof at most 63 of them")
    return Proof(index, hashes, note, extra)
