"""Facts as the exact bytes that are kept: JSON after RFC 8785's rules.

Sorted ASCII keys, no spaces, no floats: another program reads and makes the same bytes
without knowing ours. What is absent is left out; nothing is ever null.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID


def canonical(facts: Mapping[str, Any]) -> bytes:
    """Write facts as RFC 8785 JSON; keys are ASCII and numbers whole.

    Raises:
        TypeError: a key is not ASCII, or a number is not whole.
    """
    return json.dumps(
        _plain(facts), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()


def is_canonical(body: bytes) -> bool:
    """Whether bytes are what `canonical` makes of what they say.

    Bytes that are not may say two things at once: one to a reader that takes the first
    of two equal keys, another to one that takes the last.
    """
    try:
        facts = json.loads(body)
        return isinstance(facts, dict) and canonical(facts) == body
    except (ValueError, TypeError):
        return False


def _plain(value: Any) -> Any:
    """Turn a fact into what JSON knows, leaving out what is empty.

    Each page makes some sixty facts, nearly all of them texts or nothing: those come first.
    """
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else _readable(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Mapping):
        return _map(value)
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return _moment(value)


def _map(facts: Mapping[str, Any]) -> dict[str, Any]:
    if not all(map(str.isascii, facts)):
        raise TypeError("the log's keys are ASCII")
    pairs = [(key, _plain(inner)) for key, inner in facts.items()]
    return {key: inner for key, inner in pairs if not _is_empty(inner)}


def _moment(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if isinstance(value, float):
        raise TypeError("the log's body holds no floats")
    return value


def _readable(text: str) -> str:
    """Replace what PostgreSQL or UTF-8 cannot hold: NUL, and half a character."""
    return text.replace("\0", "?").encode("utf-8", "replace").decode()


def _is_empty(value: Any) -> bool:
    return value is None or value is False or value in ("", {})
