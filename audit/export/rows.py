"""What is handed out of the sealed log, read in portions: never all of it in memory."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from django.db import connection

from audit.seal.tiles import WIDTH

# Whole bundles in each question.
PORTION = 16 * WIDTH
_TILES_AT_A_TIME = 500


class Sealed(NamedTuple):
    """An era at its newest checkpoint: its number and name, how many leaves, and the note."""

    era: int
    origin: str
    size: int
    note: str


def newest_of_each_era() -> list[Sealed]:
    """Give each tree's newest checkpoint, the oldest tree first."""
    asked = """SELECT era.number, era.origin, newest.size, newest.note FROM audit_logera era
        JOIN LATERAL (SELECT size, note FROM audit_logcheckpoint
          WHERE era = era.number ORDER BY size DESC LIMIT 1) newest ON true
        ORDER BY era.number"""
    return [Sealed(*row) for row in _all(asked)]


def bodies(
    era: int, *, since: int, size: int
) -> Iterator[tuple[int, list[bytes | None]]]:
    """Give the events' bytes bundle by bundle: the bundle's number, and None where one is gone.

    Args:
        era: Which tree.
        since: From which leaf on; the first of a bundle.
        size: How many leaves there are.
    """
    asked = """SELECT event.body FROM audit_logleaf leaf
        LEFT JOIN audit_accessevent event ON event.id = leaf.event_id
        WHERE leaf.era = %s AND leaf.index >= %s AND leaf.index < %s ORDER BY leaf.index"""
    for start, end in pairwise([*range(since, size, PORTION), size]):
        rows = _all(asked, [era, start, end])
        found = [None if body is None else bytes(body) for (body,) in rows]
        for first in range(0, len(found), WIDTH):
            yield (start + first) // WIDTH, found[first : first + WIDTH]


def full_tiles(era: int, *, level: int, since: int) -> Iterator[tuple[int, bytes]]:
    """Give the full tiles of a level in their order, from a number on."""
    asked = """SELECT index, hashes FROM audit_logtile
        WHERE era = %s AND level = %s AND index >= %s ORDER BY index LIMIT %s"""
    while rows := _all(asked, [era, level, since, _TILES_AT_A_TIME]):
        yield from ((index, bytes(hashes)) for index, hashes in rows)
        since = rows[-1][0] + 1


def _all(statement: str, values: Any = None) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[Any] = cursor.fetchall()
        return rows
