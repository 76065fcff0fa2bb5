"""Passkeys (passnøkler; WebAuthn): made, and used to sign in or to confirm oneself.

Every passkey verifies its person (finger, face or the machine's own PIN) and is bound to
the municipality's host name. The ceremony's challenge is kept in the session, once.
"""

import json
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.core.exceptions import ValidationError

from access.accounts.models import User


def options_to_make(user: User) -> dict[str, Any]:
    """What the browser needs to make a passkey for a person."""
    options: dict[str, Any] = auth.begin_registration(user, passwordless=True)
    return options


def options_to_use(user: User | None) -> dict[str, Any]:
    """What the browser needs to use one: this person's, or any that it finds."""
    options: dict[str, Any] = auth.begin_authentication(user)
    return options


def made_by(answer: str) -> dict[str, Any] | None:
    """Read the passkey the browser has made; None when it does not hold."""
    credential = _read(answer)
    if credential is None:
        return None
    try:
        auth.parse_registration_response(credential)
        made = auth.complete_registration(credential)
    except (ValidationError, ValueError, TypeError, KeyError):
        return None
    return credential if made.is_user_verified() else None


def store(user: User, credential: dict[str, Any], *, name: str) -> None:
    """Let a passkey count from now on."""
    auth.WebAuthn.add(user, name, credential)


def key_that_holds(answer: str, *, of: User | None = None) -> Authenticator | None:
    """Find the passkey the browser has used; None when it does not hold.

    Args:
        answer: what the browser gave, as JSON.
        of: whose it must be; anybody's, by what the passkey itself says, when left out.
    """
    credential = _read(answer)
    if credential is None:
        return None
    try:
        auth.parse_authentication_response(credential)
        user = of or auth.extract_user_from_response(credential)
        key: Authenticator = auth.complete_authentication(user, credential)
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError):
        return None
    key.record_usage()
    return key


def _read(answer: str) -> dict[str, Any] | None:
    try:
        credential = json.loads(answer)
    except ValueError:
        return None
    return credential if isinstance(credential, dict) else None
