"""Reads AKSON_HELSEID_*: who vouches for people's identity, and who we are to it."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_PREFIX = "AKSON_HELSEID_"
_NAMES = ("ISSUER", "CLIENT_ID", "KEY_FILE", "ORIGIN")
_LOOPBACK = ("localhost", "127.0.0.1")


def helseid_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """Give what sign-in with HelseID needs to know; empty where it is not used.

    Args:
        environment: `AKSON_HELSEID_ISSUER`, `_CLIENT_ID`, `_KEY_FILE` (the client's private
            key) and `_ORIGIN` (scheme and host of the one sign-in address).

    Raises:
        ImproperlyConfigured: some are missing, or an address is not one of https.
    """
    found = {name: environment.get(_PREFIX + name, "").strip() for name in _NAMES}
    if not any(found.values()):
        return {}
    if missing := [_PREFIX + name for name, value in found.items() if not value]:
        raise ImproperlyConfigured(f"HelseID mangler {', '.join(missing)}.")
    for name in ("ISSUER", "ORIGIN"):
        _check_address(_PREFIX + name, found[name])
    if urlsplit(found["ORIGIN"]).path.strip("/"):
        raise ImproperlyConfigured(
            f"{_PREFIX}ORIGIN skal bare ha vertsnavn, ingen sti."
        )
    return {**found, "ORIGIN": found["ORIGIN"].rstrip("/").lower()}


def sign_in_host(helseid: Mapping[str, str]) -> str:
    """Give the host name of the one sign-in address; empty where there is none."""
    return urlsplit(helseid.get("ORIGIN", "")).hostname or ""


def _check_address(name: str, address: str) -> None:
    parts = urlsplit(address)
    host = parts.hostname or ""
    is_here = host in _LOOPBACK or host.endswith(".localhost")
    if not host or (
        parts.scheme != "https" and not (parts.scheme == "http" and is_here)
    ):
        raise ImproperlyConfigured(
            f"{name} må være en adresse som begynner med https://."
        )
