"""The key Akson shows HelseID who it is by: made once, kept in a file nobody else reads."""

import os
from functools import cache
from pathlib import Path
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from access.oidc.refusals import Refusal, SignInRefusedError

ALGORITHM = "ES256"
_CURVE = "P-256"


def make_key(path: Path) -> ECKey:
    """Make a key and keep it in a new file that its owner alone may read.

    Raises:
        FileExistsError: there is a file already; a key is never written over.
    """
    key = new_key()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(key.as_pem(private=True))
    return key


def new_key() -> ECKey:
    """Make a key that is kept nowhere."""
    return ECKey.generate_key(_CURVE, private=True)


@cache
def read_key(path: Path) -> ECKey:
    """Read the key from its file, once in the life of the process.

    Raises:
        SignInRefusedError: there is no usable key in the file.
    """
    try:
        key = ECKey.import_key(path.read_bytes())
    except (OSError, ValueError, JoseError) as error:
        raise SignInRefusedError(Refusal.UNAVAILABLE, "no client key") from error
    if not key.is_private or key.curve_name != _CURVE:
        raise SignInRefusedError(Refusal.UNAVAILABLE, "another kind of client key")
    return key


def public_jwk(key: ECKey) -> dict[str, Any]:
    """Give the half of a key that HelseID is told, with its id."""
    facts = {
        name: key.as_dict(private=False)[name] for name in ("kty", "crv", "x", "y")
    }
    return {**facts, "kid": key.thumbprint(), "use": "sig", "alg": ALGORITHM}
