"""Which version of a row a form was made from, and what the row was then."""

from collections.abc import Iterable
from typing import Any


def version_of(row: Any) -> int:
    """Give the number of a row's latest version."""
    version: int = row.history.latest("history_id").history_id
    return version


def as_of(row: Any, version: int, names: Iterable[str]) -> dict[str, Any]:
    """What a row was in an earlier version; empty when it has no such one."""
    earlier = row.history.filter(history_id=version).first()
    return {name: getattr(earlier, name) for name in names} if earlier else {}
