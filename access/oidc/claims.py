"""Reads what HelseID says of a person, and believes it only when everything agrees.

Source: OpenID Connect Core 1.0, 3.1.3.7; the names of HelseID's claims.
"""

import time
from dataclasses import dataclass
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jws import JWSRegistry

from access.oidc.client import Attempt
from access.oidc.configuration import configuration
from access.oidc.provider import Provider, provider_of
from access.oidc.refusals import Refusal, SignInRefusedError
from access.person_number import InvalidNumberError, NumberKind, read_number

LEVEL_NEEDED = "4"
_ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384")
_SKEW_S = 60
_NUMBER = "helseid://claims/identity/pid"
_LEVEL = "helseid://claims/identity/security_level"
_HPR = "helseid://claims/hpr/hpr_number"


@dataclass(frozen=True, slots=True)
class Identity:
    """A person as HelseID knows him.

    Args:
        number: national identity number or D-number.
        hpr_number: number in the register of health personnel; empty without one.
        auth_time: when he showed who he is, in seconds.
        sid: HelseID's name of the session.
    """

    number: str
    hpr_number: str
    auth_time: int
    sid: str


def identity_in(token: str, attempt: Attempt) -> Identity:
    """Check a token from the provider, and say who it is about.

    Raises:
        SignInRefusedError: it is not for us, not now, not this attempt's, or the person
            did not show well enough who he is.
    """
    us = configuration()
    claims = _signed_claims(token, provider_of(us.issuer))
    _check(claims, us.issuer, us.client_id, attempt)
    if str(claims.get(_LEVEL, "")) != LEVEL_NEEDED:
        raise SignInRefusedError(Refusal.LEVEL)
    return Identity(
        number=_number(claims),
        hpr_number=str(claims.get(_HPR) or ""),
        auth_time=int(claims["auth_time"]),
        sid=str(claims.get("sid") or "")[:200],
    )


def _signed_claims(token: str, provider: Provider) -> dict[str, Any]:
    def key_of(signed: Any) -> Any:
        return provider.key(signed.headers().get("kid"))

    registry = JWSRegistry(algorithms=_ALGORITHMS, strict_check_header=False)
    try:
        return jwt.decode(token, key_of, _ALGORITHMS, registry).claims
    except (JoseError, ValueError) as error:
        raise SignInRefusedError(Refusal.UNTRUSTED, type(error).__name__) from error


def _check(
    claims: dict[str, Any], issuer: str, client_id: str, attempt: Attempt
) -> None:
    one_of = jwt.JWTClaimsRegistry(
        leeway=_SKEW_S,
        iss={"essential": True, "value": issuer},
        aud={"essential": True, "value": client_id},
        azp={"value": client_id},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": attempt.nonce},
        auth_time={"essential": True},
    )
    try:
        one_of.validate(claims)
    except JoseError as error:
        raise SignInRefusedError(Refusal.UNTRUSTED, str(error)[:80]) from error
    if isinstance(claims["aud"], list) and claims["aud"] != [client_id]:
        raise SignInRefusedError(Refusal.UNTRUSTED, "another client's too")
    # Whoever signed in on this machine before must not be taken for who sits there now.
    shown = claims["auth_time"]
    is_new = isinstance(shown, int) and shown >= attempt.began - _SKEW_S
    if not is_new or shown > time.time() + _SKEW_S:
        raise SignInRefusedError(Refusal.UNTRUSTED, "an old sign-in")


def _number(claims: dict[str, Any]) -> str:
    try:
        number = read_number(str(claims.get(_NUMBER, "")))
    except InvalidNumberError as error:
        raise SignInRefusedError(Refusal.UNTRUSTED, "no number") from error
    if number.kind not in {NumberKind.FNR, NumberKind.DNR}:
        raise SignInRefusedError(Refusal.UNTRUSTED, "another kind of number")
    return number.value
