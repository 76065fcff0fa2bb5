"""The keys that sign a municipality's log: files outside the database, for the sealer alone.

`<folder>/<municipality>/1.pem` is a private key that signs now, `1.pub` its public half,
which stays when the key is retired: what it signed can be verified for ever.
"""

import base64
import os
import stat
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings

from audit.seal.keys import Kind, SigningKey, VerifierKey, decode_base64

_PRIVATE, _PUBLIC = ".pem", ".pub"
_OPEN_TO_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_OWNER_ONLY = 0o600


class SealKeyError(RuntimeError):
    """There is no key to sign with, or it is not kept as it must be."""


def folder_of(municipality_id: UUID) -> Path:
    """Where a municipality's keys lie.

    Raises:
        SealKeyError: nobody said where keys are kept.
    """
    if not settings.AKSON_LOG_KEYS:
        raise SealKeyError("AKSON_LOG_KEYS names no folder")
    return Path(settings.AKSON_LOG_KEYS) / str(municipality_id)


def make_key(municipality_id: UUID) -> int:
    """Make another key, which signs from now on beside those there are; give its number."""
    folder = folder_of(municipality_id)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    numbers = [int(file.stem) for file in folder.glob(f"*{_PUBLIC}")]
    number = max(numbers, default=0) + 1
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = base64.b64encode(key.public_key().public_bytes_raw()) + b"\n"
    # The private half comes last: a key that signs can always be verified.
    write_new(folder / f"{number}{_PUBLIC}", public, mode=0o644)
    write_new(folder / f"{number}{_PRIVATE}", pem, mode=_OWNER_ONLY)
    return number


def retire_key(municipality_id: UUID, number: int) -> None:
    """Take a key out of use for good; another one must be signing.

    Raises:
        SealKeyError: it does not sign, or no other does.
    """
    signing = _numbered(municipality_id, _PRIVATE)
    if number not in signing:
        raise SealKeyError(f"no key {number} signs")
    if len(signing) == 1:
        raise SealKeyError("no other key signs")
    signing[number].unlink()


def signing_keys(municipality_id: UUID, origin: str) -> list[SigningKey]:
    """Give the keys a log is signed with now; in development the first one is made.

    Raises:
        SealKeyError: there is none, or others than the sealer can read it.
    """
    if settings.AKSON_LOG_KEYS_ARE_MADE and not _numbered(municipality_id, _PUBLIC):
        make_key(municipality_id)
    files = _numbered(municipality_id, _PRIVATE)
    if not files:
        raise SealKeyError(f"no key signs for {municipality_id}")
    return [SigningKey(origin, Kind.SIGNATURE, _read(file)) for file in files.values()]


def verifier_keys(municipality_id: UUID, origin: str) -> list[VerifierKey]:
    """Give all keys a log has ever been signed with, retired ones too."""
    files = _numbered(municipality_id, _PUBLIC)
    return [
        VerifierKey(origin, Kind.SIGNATURE, decode_base64(file.read_text().strip()))
        for file in files.values()
    ]


def write_new(path: Path, data: bytes, *, mode: int) -> None:
    """Write a file that nobody sees half, and that must not be there."""
    _write(path, data, mode=mode, place=os.link)


def write_over(path: Path, data: bytes, *, mode: int) -> None:
    """Write a file that nobody sees half, in the place of an old one."""
    _write(path, data, mode=mode, place=os.replace)


def _write(
    path: Path, data: bytes, *, mode: int, place: Callable[[Path, Path], None]
) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    try:
        place(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def _numbered(municipality_id: UUID, suffix: str) -> dict[int, Path]:
    files = folder_of(municipality_id).glob(f"[1-9]*{suffix}")
    return dict(sorted((int(file.stem), file) for file in files))


def _read(file: Path) -> Ed25519PrivateKey:
    if stat.S_IMODE(file.stat().st_mode) & _OPEN_TO_OTHERS:
        raise SealKeyError(f"{file} can be read by others; give it the mode 0600")
    key = load_pem_private_key(file.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise SealKeyError(f"{file} is no Ed25519 key")
    return key
