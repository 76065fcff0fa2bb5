"""Keys that sign a log's checkpoints, or cosign them: Ed25519, named as C2SP names them.

Source:
    https://c2sp.org/signed-note (keys, type 0x01); https://c2sp.org/tlog-cosignature (0x04).
"""

import base64
import binascii
import time
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

PUBLIC_BYTES = 32
SIGNATURE_BYTES = 64
ID_BYTES = 4
TIME_BYTES = 8
TIME_MAX = (1 << 63) - 1


class KeyFormatError(ValueError):
    """A key is not written as it should be, or contradicts itself."""


class Kind(IntEnum):
    """What a key's signature says."""

    SIGNATURE = 0x01
    COSIGNATURE = 0x04


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A key that signatures are checked with.

    Args:
        name: whose it is; of a log, its origin.
        kind: what its signatures say.
        public: its 32 bytes.
    """

    name: str
    kind: Kind
    public: bytes

    def __post_init__(self) -> None:
        check_name(self.name)
        if len(self.public) != PUBLIC_BYTES:
            raise KeyFormatError("an Ed25519 key has 32 bytes")

    @property
    def id(self) -> bytes:
        """Four bytes that, with the name, tell it from other keys."""
        said = self.name.encode() + b"\n" + bytes([self.kind]) + self.public
        return sha256(said).digest()[:ID_BYTES]

    @property
    def vkey(self) -> str:
        """It in writing, to be trusted by others: `name+id+key`."""
        material = base64.b64encode(bytes([self.kind]) + self.public).decode()
        return f"{self.name}+{self.id.hex()}+{material}"

    def verifies(self, text: bytes, signature: bytes) -> bool:
        """Whether a signature is this key's, over this text."""
        message = text
        if self.kind is Kind.COSIGNATURE:
            moment = int.from_bytes(signature[:TIME_BYTES], "big")
            message = cosigned_message(text, moment)
            signature = signature[TIME_BYTES:]
            if moment > TIME_MAX:
                return False
        if len(signature) != SIGNATURE_BYTES:
            return False
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key that signs; it never leaves the process that read it."""

    name: str
    kind: Kind
    private: Ed25519PrivateKey

    @property
    def verifier(self) -> VerifierKey:
        """The half of it that others may have."""
        public = self.private.public_key().public_bytes_raw()
        return VerifierKey(self.name, self.kind, public)

    def sign(self, text: bytes, *, moment: int | None = None) -> bytes:
        """Sign a text; a cosignature says when, in seconds since 1970, now if not said."""
        if self.kind is Kind.SIGNATURE:
            return self.private.sign(text)
        at = int(time.time()) if moment is None else moment
        signed = self.private.sign(cosigned_message(text, at))
        return at.to_bytes(TIME_BYTES, "big") + signed


def parse_vkey(vkey: str) -> VerifierKey:
    """Read a key as it is written.

    Raises:
        KeyFormatError: it is not one, is of an unknown kind, or its id is another key's.
    """
    # Base64 may hold plus signs; a name and an id cannot.
    name, _, rest = vkey.partition("+")
    key_id, _, material = rest.partition("+")
    decoded = decode_base64(material)
    if decoded[:1] not in [bytes([kind]) for kind in Kind]:
        raise KeyFormatError("a key of an unknown kind")
    key = VerifierKey(name, Kind(decoded[0]), decoded[1:])
    if key.id.hex() != key_id:
        raise KeyFormatError("the key's id is another's")
    return key


def check_name(name: str) -> None:
    """Check that a text can be a key's name.

    Raises:
        KeyFormatError: it is empty, or has spaces, a plus sign or control characters.
    """
    if not name or "+" in name or any(each.isspace() or each < " " for each in name):
        raise KeyFormatError(f"not the name of a key: {name!r}")
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise KeyFormatError("the name is not Unicode") from error


def cosigned_message(text: bytes, moment: int) -> bytes:
    """Give what a cosigner signs: that he saw a checkpoint, and when."""
    return b"cosignature/v1\ntime %d\n" % moment + text


def decode_base64(text: str) -> bytes:
    """Read base64 that is written in the one right way.

    Raises:
        KeyFormatError: it is not.
    """
    try:
        decoded = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise KeyFormatError("not base64") from error
    if base64.b64encode(decoded).decode() != text:
        raise KeyFormatError("base64 with something over")
    return decoded
