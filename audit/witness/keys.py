"""The witness's own key: one file outside the database, apart from the keys of any log."""

import os
import stat
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings

from audit.seal.keys import Kind, SigningKey

_OPEN_TO_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class WitnessKeyError(RuntimeError):
    """There is no key to cosign with, or it is not kept as it must be."""


def witness_key() -> SigningKey:
    """Give the key the witness cosigns with.

    Raises:
        WitnessKeyError: nobody said which, or others can read it.
    """
    file, name = _file(), settings.AKSON_WITNESS_NAME
    if not name or not file.exists():
        raise WitnessKeyError("no key cosigns")
    if stat.S_IMODE(file.stat().st_mode) & _OPEN_TO_OTHERS:
        raise WitnessKeyError(f"{file} can be read by others; give it the mode 0600")
    key = load_pem_private_key(file.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise WitnessKeyError(f"{file} is no Ed25519 key")
    return SigningKey(name, Kind.COSIGNATURE, key)


def make_key() -> None:
    """Make the key, once; a lost one is never replaced in silence.

    Raises:
        WitnessKeyError: there is one, or nobody said where it is to lie.
    """
    file = _file()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    pem = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise WitnessKeyError(f"{file} is there already") from error
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(pem)


def _file() -> Path:
    if not settings.AKSON_WITNESS_KEY:
        raise WitnessKeyError("AKSON_WITNESS_KEY names no file")
    return Path(settings.AKSON_WITNESS_KEY)
