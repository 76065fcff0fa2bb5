"""Asks HelseID over the network, within bounds: time, size, and no other place."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from ssl import SSLContext
from typing import Any

import httpx

from access.oidc.refusals import Refusal, SignInRefusedError

_TIMEOUT = httpx.Timeout(5.0, connect=3.0)
_WHOLE_S = 10.0
_ANSWER_MAX = 256 * 1024
# Unpacked is as received, so that the bound on its size holds.
_HEADERS = {"Accept": "application/json", "Accept-Encoding": "identity"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: a JSON object, and what stood around it."""

    status: int
    headers: Mapping[str, str]
    facts: dict[str, Any]


def ask(
    address: str,
    *,
    form: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Get an address, or post a form to it, and read the JSON object it answers.

    Raises:
        SignInRefusedError: no answer in time, or not one that can be read.
    """
    try:
        with (
            httpx.Client(
                verify=_certificates(), timeout=_TIMEOUT, follow_redirects=False
            ) as client,
            client.stream(
                "GET" if form is None else "POST",
                address,
                data=form,
                headers={**_HEADERS, **(headers or {})},
            ) as response,
        ):
            body = _read(response)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise SignInRefusedError(Refusal.UNAVAILABLE, type(error).__name__) from error
    if response.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
        raise SignInRefusedError(Refusal.UNAVAILABLE, f"HTTP {response.status_code}")
    return Answer(response.status_code, response.headers, _object(body))


@cache
def _certificates() -> SSLContext:
    """Whom to trust; read once, for it takes longer than the asking."""
    return httpx.create_ssl_context()


def _read(response: httpx.Response) -> bytes:
    began, body = time.monotonic(), bytearray()
    for piece in response.iter_raw():
        body += piece
        if len(body) > _ANSWER_MAX or time.monotonic() - began > _WHOLE_S:
            raise SignInRefusedError(Refusal.UNAVAILABLE, "too long an answer")
    return bytes(body)


def _object(body: bytes) -> dict[str, Any]:
    try:
        facts = json.loads(body)
    except ValueError as error:
        raise SignInRefusedError(Refusal.UNTRUSTED, "not JSON") from error
    if not isinstance(facts, dict):
        raise SignInRefusedError(Refusal.UNTRUSTED, "not a JSON object")
    return facts
