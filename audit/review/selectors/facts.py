"""What the bytes of an event say, read with care: they may be anything."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID


class Facts:
    """One object of an event's body; what is missing or of another type is empty."""

    def __init__(self, raw: Any) -> None:
        self._raw: Mapping[str, Any] = raw if isinstance(raw, Mapping) else {}

    def __bool__(self) -> bool:
        return bool(self._raw)

    def part(self, name: str) -> "Facts":
        """Give the object inside this one."""
        return Facts(self._raw.get(name))

    def parts(self, name: str) -> list["Facts"]:
        """Give the objects of a list."""
        found = self._raw.get(name)
        return [Facts(raw) for raw in found] if isinstance(found, list) else []

    def text(self, name: str) -> str:
        """Give a text."""
        found = self._raw.get(name)
        return found if isinstance(found, str) else ""

    def texts(self, name: str) -> list[str] | None:
        """Give a list of texts; None when there is no list."""
        found = self._raw.get(name)
        return [str(text) for text in found] if isinstance(found, list) else None

    def number(self, name: str) -> int | None:
        """Give a whole number."""
        found = self._raw.get(name)
        return found if type(found) is int else None

    def is_true(self, name: str) -> bool:
        """Whether it says so."""
        return self._raw.get(name) is True

    def id(self, name: str) -> UUID | None:
        """Give an id."""
        try:
            return UUID(self.text(name))
        except ValueError:
            return None

    def moment(self, name: str) -> datetime | None:
        """Give a moment."""
        try:
            found = datetime.fromisoformat(self.text(name))
        except ValueError:
            return None
        return found if found.tzinfo else found.replace(tzinfo=UTC)

    def items(self) -> list[tuple[str, str]]:
        """Give all that is said, as texts."""
        return [(key, str(value)) for key, value in self._raw.items()]


def read_body(body: bytes) -> Facts:
    """Read an event's bytes; bytes that are no event say nothing."""
    try:
        return Facts(json.loads(body))
    except ValueError:
        return Facts(None)
