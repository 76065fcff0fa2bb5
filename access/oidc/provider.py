"""HelseID as it describes itself: its addresses and its keys, kept in the process a while."""

import threading
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey, import_key

from access.oidc.fetching import ask
from access.oidc.refusals import Refusal, SignInRefusedError

MAX_AGE_S = 3600.0
_WELL_KNOWN = "/.well-known/openid-configuration"


@dataclass(slots=True)
class Provider:
    """An issuer's addresses, and the keys it signs with."""

    issuer: str
    authorization: str
    pushing: str
    token: str
    jwks: str
    names_itself: bool
    read_at: float = field(default_factory=time.monotonic)
    _keys: dict[str | None, dict[str, Any]] = field(default_factory=dict)

    @property
    def is_fresh(self) -> bool:
        """Whether it was read within the hour."""
        return time.monotonic() - self.read_at < MAX_AGE_S

    def key(self, kid: str | None) -> ECKey | RSAKey:
        """Give the key with an id, and ask for the keys again when it is a new one.

        Raises:
            SignInRefusedError: the provider has no such key.
        """
        if kid not in self._keys:
            self._keys = self._read_keys()
        try:
            key = import_key(self._keys[kid])
        except (KeyError, JoseError, ValueError) as error:
            raise SignInRefusedError(Refusal.UNTRUSTED, "unknown key") from error
        if not isinstance(key, ECKey | RSAKey):
            raise SignInRefusedError(Refusal.UNTRUSTED, "another kind of key")
        return key

    def _read_keys(self) -> dict[str | None, dict[str, Any]]:
        keys = ask(self.jwks).facts.get("keys")
        found = keys if isinstance(keys, list) else []
        keys_to_sign = [
            key
            for key in found
            if isinstance(key, dict) and key.get("use", "sig") == "sig"
        ]
        return {key.get("kid"): key for key in keys_to_sign}


_known: dict[str, Provider] = {}
_reading = threading.Lock()


def provider_of(issuer: str) -> Provider:
    """Give an issuer's description, at most an hour old.

    Raises:
        SignInRefusedError: it does not answer, or describes somebody else.
    """
    with _reading:
        found = _known.get(issuer)
        if found is None or not found.is_fresh:
            found = _known[issuer] = _described(issuer)
        return found


def _described(issuer: str) -> Provider:
    facts = ask(issuer.rstrip("/") + _WELL_KNOWN).facts
    if facts.get("issuer") != issuer:
        raise SignInRefusedError(Refusal.UNTRUSTED, "another issuer")
    return Provider(
        issuer=issuer,
        authorization=_address(facts, "authorization_endpoint"),
        pushing=_address(facts, "pushed_authorization_request_endpoint"),
        token=_address(facts, "token_endpoint"),
        jwks=_address(facts, "jwks_uri"),
        names_itself=facts.get("authorization_response_iss_parameter_supported")
        is True,
    )


def _address(facts: dict[str, Any], name: str) -> str:
    """Read an address, which must be as safe as the issuer's own."""
    found = str(facts.get(name) or "")
    if urlsplit(found).scheme not in {"https", urlsplit(str(facts["issuer"])).scheme}:
        raise SignInRefusedError(Refusal.UNTRUSTED, f"no {name}")
    return found
