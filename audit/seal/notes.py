"""A text that is signed by one or more keys: C2SP's signed-note.

Source:
    https://c2sp.org/signed-note
"""

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.seal.keys import (
    ID_BYTES,
    TIME_BYTES,
    KeyFormatError,
    SigningKey,
    VerifierKey,
    check_name,
    decode_base64,
)

SIGNATURES_MAX = 100
NOTE_MAX_BYTES = 1_000_000
_DASH = "\N{EM DASH} "


class NoteError(ValueError):
    """A note is not written as it should be, or is not signed by whom it should."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature, which only its key can tell anything of.

    Args:
        name: whose key it says.
        key_id: four bytes of that key.
        blob: the rest.
    """

    name: str
    key_id: bytes
    blob: bytes

    @property
    def moment(self) -> int:
        """When a cosignature says it was made, in seconds since 1970."""
        return int.from_bytes(self.blob[:TIME_BYTES], "big")

    @property
    def line(self) -> str:
        """It in writing."""
        return (
            f"{_DASH}{self.name} {base64.b64encode(self.key_id + self.blob).decode()}\n"
        )


@dataclass(frozen=True, slots=True)
class Note:
    """A text, which ends with a newline, and signatures that nobody has checked yet."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return self.text + "\n" + "".join(each.line for each in self.signatures)

    def verified_by(self, known: Iterable[VerifierKey]) -> list[VerifierKey]:
        """Name the known keys that signed the text; signatures of others count for nothing.

        Raises:
            NoteError: none of them did, or a signature that says it is one's is not.
        """
        keys = {(key.name, key.id): key for key in known}
        found: list[VerifierKey] = []
        for signature in self.signatures:
            key = keys.get((signature.name, signature.key_id))
            if key is None:
                continue
            if not key.verifies(self.text.encode(), signature.blob):
                raise NoteError(f"the signature of {key.name} does not hold")
            if key not in found:
                found.append(key)
        if not found:
            raise NoteError("no key that is known has signed")
        return found


def signed(text: str, keys: Sequence[SigningKey]) -> Note:
    """Sign a text with one or more keys.

    Raises:
        NoteError: the text cannot be a note's.
    """
    return with_signatures(Note(text, ()), keys)


def with_signatures(note: Note, keys: Sequence[SigningKey]) -> Note:
    """Give the note with more signatures on it.

    Raises:
        NoteError: it cannot be a note, or nobody signs.
    """
    more = (
        Signature(key.name, key.verifier.id, key.sign(note.text.encode()))
        for key in keys
    )
    return parse(str(Note(note.text, (*note.signatures, *more))))


def parse(written: str | bytes) -> Note:
    """Read a note as it must be written; nothing in it is to be believed yet.

    Raises:
        NoteError: it is not one.
    """
    whole = _as_text(written)
    end = whole.rfind("\n\n")
    if end < 0:
        raise NoteError("no empty line stands before the signatures")
    text, below = whole[: end + 1], whole[end + 2 :]
    lines = below.split("\n")
    if lines.pop() != "" or not lines:
        raise NoteError("no line of a signature ends the note")
    if len(lines) > SIGNATURES_MAX:
        raise NoteError("too many signatures")
    return Note(text, tuple(_signature(line) for line in lines))


def _as_text(written: str | bytes) -> str:
    raw = written if isinstance(written, bytes) else _encoded(written)
    if len(raw) > NOTE_MAX_BYTES:
        raise NoteError("too long")
    try:
        whole = raw.decode()
    except UnicodeDecodeError as error:
        raise NoteError("not UTF-8") from error
    if any(each < " " and each != "\n" for each in whole):
        raise NoteError("control characters")
    return whole


def _encoded(written: str) -> bytes:
    try:
        return written.encode()
    except UnicodeEncodeError as error:
        raise NoteError("not UTF-8") from error


def _signature(line: str) -> Signature:
    if not line.startswith(_DASH):
        raise NoteError("a line under the text is no signature")
    name, space, blob = line.removeprefix(_DASH).partition(" ")
    try:
        check_name(name)
        decoded = decode_base64(blob)
    except KeyFormatError as error:
        raise NoteError(f"a signature is not written as one: {error}") from error
    if not space or len(decoded) <= ID_BYTES:
        raise NoteError("a signature is too short")
    return Signature(name, decoded[:ID_BYTES], decoded[ID_BYTES:])
