"""What an event's bytes say its columns and subject rows must be, as texts to compare.

The database writes the same texts from its rows (`audit.verifying.reading`). A text that
differs is looked at closer, to say which column it is.
"""

import json
from collections.abc import Mapping
from typing import Any

NULL = "-"
# In the order in which they stand in the text.
COLUMNS = (
    "id",
    "recorded_at",
    "verb",
    "outcome",
    "actor_id",
    "unit_id",
    "unit_ids",
    "basis",
    "purpose",
    "decision_ref",
    "is_demo",
)
SUBJECTS = "subjects"
_SEPARATOR = "|"

Facts = Mapping[str, Any]
_READ = json.JSONDecoder().decode


class UnreadableBodyError(ValueError):
    """Bytes that are no event."""


def claims(body: bytes) -> tuple[str, str]:
    """Give what the columns, and what the subject rows, of an event must say.

    Raises:
        UnreadableBodyError: the bytes are no event.
    """
    try:
        said: Facts = _READ(body.decode())
        return _columns(said), _subjects(said)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnreadableBodyError from error


def differing(said: str, stored: str) -> list[str]:
    """Name the columns in which two texts of columns differ."""
    pairs = zip(COLUMNS, said.split(_SEPARATOR), stored.split(_SEPARATOR), strict=False)
    return [name for name, one, other in pairs if one != other]


def _columns(said: Facts) -> str:
    grounds = said.get("grounds", {})
    return _SEPARATOR.join(
        (
            said["id"],
            said["recorded"],
            said["verb"],
            str(said["outcome"]),
            said["actor"].get("id", NULL),
            said.get("place", {}).get("unit", NULL),
            _units(said.get("posts")),
            grounds.get("basis", ""),
            grounds.get("purpose", ""),
            grounds.get("decision_ref", NULL),
            "t" if said.get("demo") else "f",
        )
    )


def _units(posts: list[Facts] | None) -> str:
    return ",".join(sorted({post["unit"] for post in posts})) if posts else NULL


def _subjects(said: Facts) -> str:
    recorded = said["recorded"]
    return "\n".join(sorted(_subject(one, recorded) for one in said["subjects"]))


def _subject(one: Facts, recorded: str) -> str:
    return _SEPARATOR.join(
        (
            recorded,
            one["patient"],
            one.get("record", NULL),
            str(one["reach"]),
            _list(one.get("kinds")),
            one.get("until", NULL),
            _list(one.get("hidden")),
        )
    )


def _list(values: list[str] | None) -> str:
    return NULL if values is None else f"[{','.join(values)}]"
