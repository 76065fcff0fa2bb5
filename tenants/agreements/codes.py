"""The code that lets a municipality answer a letter without an account.

It is 192 random bits with our signature on it. The signature lets us turn away what we never
made without asking the database; the database keeps only a hash, so that whoever reads it
can answer for nobody. The code belongs to one letter, and so to one municipality.
"""

import secrets
from hashlib import sha256

from django.core.signing import BadSignature, Signer

_BYTES = 24
_LONGEST = 200


class UnknownCodeError(Exception):
    """Nobody here has made the code, or it answers for nothing any more."""


def new_code() -> str:
    """Make a code; it is shown or sent once, and stored nowhere."""
    return _signer().sign(secrets.token_urlsafe(_BYTES))


def hash_of(code: str) -> str:
    """Give what a code is found by.

    Raises:
        UnknownCodeError: it does not carry our signature.
    """
    code = "".join(code.split())
    try:
        secret = _signer().unsign(code[:_LONGEST])
    except BadSignature:
        raise UnknownCodeError from None
    return sha256(secret.encode()).hexdigest()


def _signer() -> Signer:
    return Signer(salt="tenants.agreements.letter", sep=".")
