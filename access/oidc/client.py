"""Akson as HelseID's client: pushes what it asks for, and exchanges the code for a token.

The profile is HelseID's: authorisation code with PKCE (RFC 7636), pushed authorisation
requests (RFC 9126), a signed client assertion instead of a secret (RFC 7523) and tokens
bound to a key by DPoP (RFC 9449). The access token is not used for anything.
"""

import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from joserfc import jwt
from joserfc.jwk import ECKey

from access.oidc.client_key import ALGORITHM, new_key, public_jwk, read_key
from access.oidc.configuration import configuration
from access.oidc.fetching import Answer, ask
from access.oidc.provider import Provider, provider_of
from access.oidc.refusals import Refusal, SignInRefusedError

SCOPES = (
    "openid helseid://scopes/identity/pid helseid://scopes/identity/security_level "
    "helseid://scopes/hpr/hpr_number"
)
_ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_ASSERTION_LIVES_S = 30


def _random() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to sign in: what only this browser and HelseID may know together.

    `municipality` and `binding` say where the person came from; empty at the one address.
    """

    municipality: str = ""
    binding: str = ""
    state: str = field(default_factory=_random)
    nonce: str = field(default_factory=_random)
    verifier: str = field(default_factory=_random)
    began: int = field(default_factory=lambda: int(time.time()))

    def facts(self) -> dict[str, Any]:
        """Give what is kept until the person comes back."""
        return asdict(self)


def push(attempt: Attempt) -> str:
    """Tell HelseID what is asked for.

    Returns:
        The address the browser is sent to.

    Raises:
        SignInRefusedError: HelseID does not answer, or not as it should.
    """
    us = configuration()
    provider = provider_of(us.issuer)
    answer = ask(provider.pushing, form=_asked(attempt) | _who_we_are(provider))
    request_uri = answer.facts.get("request_uri")
    if answer.status not in {200, 201} or not isinstance(request_uri, str):
        raise _refused(answer)
    query = urlencode({"client_id": us.client_id, "request_uri": request_uri})
    return f"{provider.authorization}?{query}"


def exchange(attempt: Attempt, code: str) -> str:
    """Exchange a code for the token that says who the person is.

    Raises:
        SignInRefusedError: HelseID does not give one.
    """
    us = configuration()
    provider, key = provider_of(us.issuer), new_key()
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": us.redirect_uri,
        "code_verifier": attempt.verifier,
    }
    answer = _ask_for_token(provider, form, key)
    nonce = answer.headers.get("DPoP-Nonce", "")
    if answer.facts.get("error") == "use_dpop_nonce" and nonce:
        answer = _ask_for_token(provider, form, key, nonce=nonce)
    token = answer.facts.get("id_token")
    if answer.status != 200 or not isinstance(token, str):
        raise _refused(answer)
    return token


def _asked(attempt: Attempt) -> dict[str, str]:
    """What is asked for: always a new sign-in, for the device may be shared."""
    challenge = sha256(attempt.verifier.encode()).digest()
    return {
        "response_type": "code",
        "redirect_uri": configuration().redirect_uri,
        "scope": SCOPES,
        "state": attempt.state,
        "nonce": attempt.nonce,
        "code_challenge": urlsafe_b64encode(challenge).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
        "prompt": "login",
    }


def _ask_for_token(
    provider: Provider, form: Mapping[str, str], key: ECKey, *, nonce: str = ""
) -> Answer:
    proof = _proof_of_possession(provider.token, key, nonce)
    return ask(
        provider.token, form={**form, **_who_we_are(provider)}, headers={"DPoP": proof}
    )


def _who_we_are(provider: Provider) -> dict[str, str]:
    """Sign that it is we who ask (private_key_jwt); each time anew."""
    us, now = configuration(), int(time.time())
    key = read_key(us.key_file)
    header = {
        "alg": ALGORITHM,
        "kid": key.thumbprint(),
        "typ": "client-authentication+jwt",
    }
    claims = {
        "iss": us.client_id,
        "sub": us.client_id,
        "aud": provider.issuer,
        "iat": now,
        "nbf": now,
        "exp": now + _ASSERTION_LIVES_S,
        "jti": _random(),
    }
    return {
        "client_id": us.client_id,
        "client_assertion_type": _ASSERTION_TYPE,
        "client_assertion": jwt.encode(header, claims, key, [ALGORITHM]),
    }


def _proof_of_possession(address: str, key: ECKey, nonce: str) -> str:
    """Prove that we hold the key the tokens are bound to (DPoP)."""
    told = public_jwk(key)
    header = {
        "alg": ALGORITHM,
        "typ": "dpop+jwt",
        "jwk": {name: told[name] for name in ("kty", "crv", "x", "y")},
    }
    claims = {"htm": "POST", "htu": address, "iat": int(time.time()), "jti": _random()}
    if nonce:
        claims["nonce"] = nonce
    return jwt.encode(header, claims, key, [ALGORITHM])


def _refused(answer: Answer) -> SignInRefusedError:
    """Say what the provider objected to, by its own code and in none of its words."""
    code = answer.facts.get("error")
    is_code = isinstance(code, str) and code.replace("_", "").isalpha()
    return SignInRefusedError(Refusal.UNTRUSTED, f"refused: {code if is_code else '?'}")
