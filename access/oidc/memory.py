"""What is remembered between two requests of one browser: for a short time, and once.

Kept in the cache, which every web process reaches, under a hash of a secret that only the
browser has. It is signed, so that whoever can write in the cache makes nobody signed in.
"""

import secrets
from enum import Enum
from hashlib import sha256
from typing import Any

from django.core import signing
from django.core.cache import cache
from redis.exceptions import RedisError

from access.oidc.refusals import Refusal, SignInRefusedError
from tenants.context import in_directory


class Kind(Enum):
    """What is remembered, and for how many seconds.

    `ATTEMPT` waits for the person at HelseID, `PERSON` for his choice of municipality, and
    `CODE` hands him over to it.
    """

    ATTEMPT = 600
    PERSON = 300
    CODE = 60

    @property
    def seconds(self) -> int:
        """How long it is good for."""
        return int(self.value)


def keep(kind: Kind, facts: dict[str, Any]) -> str:
    """Remember something, and give the secret it is found by.

    Raises:
        SignInRefusedError: there is no cache to keep it in.
    """
    secret = secrets.token_urlsafe(32)
    sealed = signing.dumps(facts, salt=_name(kind, secret))
    try:
        with in_directory():
            cache.set(_name(kind, secret), sealed, timeout=kind.seconds)
    except (RedisError, OSError) as error:
        raise SignInRefusedError(Refusal.UNAVAILABLE, "no cache") from error
    return secret


def take(kind: Kind, secret: str) -> dict[str, Any] | None:
    """Give what a secret stands for, to the first who asks."""
    return _find(kind, secret, once=True)


def look(kind: Kind, secret: str) -> dict[str, Any] | None:
    """Give what a secret stands for, and leave it there."""
    return _find(kind, secret, once=False)


def _find(kind: Kind, secret: str, *, once: bool) -> dict[str, Any] | None:
    name = _name(kind, secret)
    try:
        with in_directory():
            sealed = cache.get(name)
            # Of two who ask at once, the cache tells one that it was there to delete.
            if sealed is None or (once and not cache.delete(name)):
                return None
    except (RedisError, OSError) as error:
        raise SignInRefusedError(Refusal.UNAVAILABLE, "no cache") from error
    try:
        facts: dict[str, Any] = signing.loads(sealed, salt=name, max_age=kind.seconds)
    except signing.BadSignature:
        return None
    return facts


def _name(kind: Kind, secret: str) -> str:
    return f"oidc.{kind.name.lower()}.{sha256(secret.encode()).hexdigest()}"
