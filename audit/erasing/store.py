"""The tables of what is erased from the log, in the municipality the connection stands in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

ENTRIES_IN_A_TILE = 256
PORTION = 5_000
# The seal's order is that of transactions, which is nearly that of time.
_OUT_OF_ORDER = timedelta(days=1)

# From the first leaf whose event was not erased, up to the first event that must be kept.
_PARTS = """
SELECT era.number, gone.leaves, coalesce(kept.index, sealed.size), sealed.size,
  era.number = max(era.number) OVER ()
FROM audit_logera era,
LATERAL (SELECT coalesce(max(leaves), 0) AS leaves FROM audit_logerased
  WHERE era = era.number) gone,
LATERAL (SELECT coalesce(max(size), 0) AS size FROM audit_logcheckpoint
  WHERE era = era.number) sealed
LEFT JOIN LATERAL (SELECT leaf.index FROM audit_logleaf leaf
  JOIN audit_accessevent e ON e.id = leaf.event_id
  WHERE leaf.era = era.number AND leaf.index >= gone.leaves
    AND log_is_kept(e.verb, e.stored_at)
  ORDER BY leaf.index LIMIT 1) kept ON true
ORDER BY era.number
"""
_STORED_AT = """
SELECT e.stored_at FROM audit_logleaf leaf JOIN audit_accessevent e ON e.id = leaf.event_id
WHERE leaf.era = %s AND leaf.index = %s
"""
# Portions are erased in order: what was begun and not finished has its last event still.
_DECIDED = """
SELECT erasure.id, erasure.era, erasure.leaves FROM audit_logerasure erasure
JOIN audit_logerasureconfirmation confirmation ON confirmation.erasure_id = erasure.id
JOIN audit_logleaf leaf ON leaf.era = erasure.era AND leaf.index = erasure.leaves - 1
JOIN audit_accessevent e ON e.id = leaf.event_id
ORDER BY confirmation.confirmed_at
"""


@dataclass(frozen=True, slots=True)
class Part:
    """The oldest part of a tree, as far as it may be erased now.

    Args:
        era: the tree.
        since: the first leaf that still has its event.
        leaves: the first leaf that is kept.
        oldest: when the first of the events was stored.
        newest: about when the last was.
    """

    era: int
    since: int
    leaves: int
    oldest: datetime
    newest: datetime

    @property
    def events(self) -> int:
        """How many events it is."""
        return self.leaves - self.since

    @property
    def before(self) -> datetime:
        """A moment before which all of them were stored."""
        return self.newest + _OUT_OF_ORDER


@dataclass(frozen=True, slots=True)
class Decided:
    """An erasure two persons have decided, and nobody has carried out."""

    id: UUID
    era: int
    leaves: int


def erasable() -> list[Part]:
    """List what may be erased now, tree by tree."""
    parts = []
    for era, since, end, size, is_newest in _all(_PARTS):
        # Whole tiles, so that an export can leave out whole files; of a tree that is
        # ended, all of it.
        is_whole = end == size and not is_newest
        leaves = end if is_whole else end - end % ENTRIES_IN_A_TILE
        if leaves > since:
            (oldest,), (newest,) = (
                _all(_STORED_AT, [era, index])[0] for index in (since, leaves - 1)
            )
            parts.append(Part(era, since, leaves, oldest, newest))
    return parts


def oldest_event() -> datetime | None:
    """Say when the oldest event that is there happened, which a demo's did long before."""
    asked = "SELECT min(recorded_at) FROM audit_accessevent"
    return _all(asked)[0][0]  # type: ignore[no-any-return]


def add_proposal(erasure_id: UUID, part: Part, *, by: UUID, event_id: UUID) -> None:
    """Store a proposal; the event that says so stands open."""
    _do(
        """INSERT INTO audit_logerasure
        (id, era, leaves, before, proposed_by, proposed_event)
        VALUES (%s, %s, %s, %s, %s, %s)""",
        [erasure_id, part.era, part.leaves, part.before, by, event_id],
    )


def add_confirmation(
    erasure_id: UUID, *, proposed_by: UUID, by: UUID, event_id: UUID
) -> None:
    """Store that somebody else confirms it; the event that says so stands open."""
    _do(
        """INSERT INTO audit_logerasureconfirmation
        (erasure_id, proposed_by, confirmed_by, confirmed_event) VALUES (%s, %s, %s, %s)""",
        [erasure_id, proposed_by, by, event_id],
    )


def decided() -> list[Decided]:
    """List what is decided and not carried out, or not to its end."""
    return [Decided(*row) for row in _all(_DECIDED)]


def begin(erasure_id: UUID) -> None:
    """Have the database see that it may be done, and let it be.

    Raises:
        django.db.DatabaseError: it may not.
    """
    _all("SELECT begin_erasing(%s)", [erasure_id])


def erase(erasure: Decided) -> Iterator[int]:
    """Erase it, portion by portion, each a transaction; say how many events each was."""
    for since in range(0, erasure.leaves, PORTION):
        until = min(erasure.leaves, since + PORTION)
        asked = "SELECT erase_leaves(%s, %s, %s)"
        yield int(_all(asked, [erasure.era, since, until])[0][0])


def _all(statement: str, values: Any = None) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[Any] = cursor.fetchall()
        return rows


def _do(statement: str, values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
