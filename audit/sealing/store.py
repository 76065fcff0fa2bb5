"""The tables of the sealed log, in the municipality the connection stands in.

Only the sealer's login may write here, and nobody may change what is written. Everything
that belongs to one seal happens in one transaction, which the caller begins.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from audit.seal.growth import Edge, FullTile, widths
from audit.seal.tiles import WIDTH, Tile

_LOCK = 4_120_603
NO_EVENT = UUID(int=0)
LAST_EVENT = UUID(int=2**128 - 1)

_STANDING = """
SELECT (SELECT system_identifier::text FROM pg_control_system()),
  era.number, era.origin, era.system_identifier,
  coalesce(at.size, 0), at.root, coalesce(at.note, ''), coalesce(at.sealed_xid, 0),
  at.sealed_event
FROM (VALUES (1)) AS always
LEFT JOIN LATERAL (SELECT * FROM audit_logera ORDER BY number DESC LIMIT 1) era ON true
LEFT JOIN LATERAL (SELECT * FROM audit_logcheckpoint checkpoint
  WHERE checkpoint.era = era.number ORDER BY checkpoint.size DESC LIMIT 1) at ON true
"""
# An event is found when its transaction has ended, and so has every one with a lower number:
# none can come later that would belong before it. `pg_current_snapshot` is the statement's
# own. That an event has no leaf yet is asked again, not concluded from its number alone; in
# this form one by one, so that a long log is not sorted to find the first few.
_NEXT = """
SELECT id, xid, body FROM (
  SELECT e.id, e.xid, e.body FROM audit_accessevent e
  WHERE (e.xid, e.id) > (%(xid)s, %(event)s)
    AND e.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
  ORDER BY e.xid, e.id) AS ready
WHERE (SELECT leaf.index FROM audit_logleaf leaf WHERE leaf.event_id = ready.id) IS NULL
LIMIT %(limit)s
"""
# When an era begins, its first leaves are all that the one before it had left: whatever is
# there and has no leaf, also of numbers this server has not come to.
_LEFT_OVER = """
SELECT e.id, e.xid, e.body FROM audit_accessevent e
WHERE NOT EXISTS (SELECT 1 FROM audit_logleaf leaf WHERE leaf.event_id = e.id)
"""
_APPEND = """
INSERT INTO audit_logleaf (era, index, event_id, hash)
SELECT %(era)s, %(size)s - 1 + row_number() OVER (ORDER BY xid, id), id,
  sha256('\\x00'::bytea || body)
FROM ({events}) AS next
RETURNING index, event_id, hash
"""
_TILES = """
INSERT INTO audit_logtile (era, level, index, hashes, root)
SELECT %(era)s, * FROM unnest(%(levels)s::smallint[], %(indices)s::bigint[],
  %(hashes)s::bytea[], %(roots)s::bytea[])
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a municipality's log is sealed.

    Args:
        server: the server's own identifier.
        era: number of the era, 0 before the first.
        origin: the era's name.
        era_server: the server the era belongs to.
        size: number of leaves in it.
        root: over them; None when nothing was sealed.
        note: the checkpoint that says so, signed.
        xid: every transaction before this one is sealed,
        event: and of this one, the events up to this.
    """

    server: str
    era: int
    origin: str
    era_server: str
    size: int
    root: bytes | None
    note: str
    xid: int
    event: UUID


@dataclass(frozen=True, slots=True)
class Appended:
    """The leaves that were added: their hashes, and the last one's event."""

    hashes: list[bytes]
    xid: int
    event: UUID


def try_lock(schema: str) -> bool:
    """Keep other sealers of this municipality away until the transaction ends."""
    asked = "SELECT pg_try_advisory_xact_lock(%s, hashtext(%s))"
    return bool(_one(asked, [_LOCK, schema])[0])


def standing() -> Standing:
    """Say how far the log is sealed."""
    server, era, origin, era_server, size, root, note, xid, event = _one(_STANDING)
    return Standing(
        server,
        era or 0,
        origin or "",
        era_server or "",
        size,
        None if root is None else bytes(root),
        note,
        xid,
        event or NO_EVENT,
    )


def horizon() -> int:
    """Give the number below which every transaction has ended."""
    asked = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
    return int(_one(asked)[0])


def has_checkpoint(era: int, size: int, root: bytes) -> bool:
    """Whether this very checkpoint was stored."""
    asked = """SELECT EXISTS (SELECT 1 FROM audit_logcheckpoint
        WHERE era = %s AND size = %s AND root = %s)"""
    return bool(_one(asked, [era, size, root])[0])


def add_era(number: int, *, origin: str, server: str, reason: str) -> None:
    """Begin an era."""
    _do(
        """INSERT INTO audit_logera (number, origin, system_identifier, reason)
        VALUES (%s, %s, %s, %s)""",
        [number, origin, server, reason],
    )


def append_leaves(at: Standing, *, limit: int) -> Appended:
    """Add the leaves of the next events that are ready, at most so many."""
    values = {"limit": limit, "xid": at.xid, "event": at.event}
    return _append(at, _NEXT, values)


def append_left_over(at: Standing) -> Appended:
    """Add leaves of all events there are that have none."""
    return _append(at, _LEFT_OVER, {})


def read_edge(era: int, size: int) -> Edge:
    """Read the right edge of a tree: the last leaves, and the roots of the last tiles."""
    partial: list[list[bytes]] = []
    for level, width in enumerate(widths(size)):
        end = size >> (8 * level)
        if level:
            asked = """SELECT root FROM audit_logtile WHERE era = %s AND level = %s
                AND index >= %s ORDER BY index"""
            rows = _all(asked, [era, level - 1, end - width]) if width else []
        else:
            asked = """SELECT hash FROM audit_logleaf
                WHERE era = %s AND index >= %s AND index < %s ORDER BY index"""
            rows = _all(asked, [era, end - width, end]) if width else []
        partial.append([bytes(hash_) for (hash_,) in rows])
    return Edge(size, partial)


def read_tile(era: int, tile: Tile) -> bytes:
    """Read a tile, full or not: leaves' hashes, or the roots of the full tiles below."""
    start = tile.index * WIDTH
    end = start + tile.width
    if tile.level:
        asked = """SELECT root FROM audit_logtile WHERE era = %s AND level = %s
            AND index >= %s AND index < %s ORDER BY index"""
        rows = _all(asked, [era, tile.level - 1, start, end])
    else:
        asked = """SELECT hash FROM audit_logleaf
            WHERE era = %s AND index >= %s AND index < %s ORDER BY index"""
        rows = _all(asked, [era, start, end])
    return b"".join(bytes(hash_) for (hash_,) in rows)


def add_tiles(era: int, tiles: Sequence[FullTile]) -> None:
    """Add the tiles that became full."""
    if not tiles:
        return
    _do(
        _TILES,
        {
            "era": era,
            "levels": [tile.level for tile in tiles],
            "indices": [tile.index for tile in tiles],
            "hashes": [tile.hashes for tile in tiles],
            "roots": [tile.root for tile in tiles],
        },
    )


def add_checkpoint(at: Standing, *, note: str) -> None:
    """Add the checkpoint of a standing."""
    _do(
        """INSERT INTO audit_logcheckpoint (era, size, root, note, sealed_xid, sealed_event)
        VALUES (%s, %s, %s, %s, %s, %s)""",
        [at.era, at.size, at.root, note, at.xid, at.event],
    )


def _append(at: Standing, events: str, values: dict[str, Any]) -> Appended:
    statement = _APPEND.format(events=events)
    rows = sorted(_all(statement, {"era": at.era, "size": at.size, **values}))
    if not rows:
        return Appended([], at.xid, at.event)
    last = rows[-1][1]
    (xid,) = _one("SELECT xid FROM audit_accessevent WHERE id = %s", [last])
    return Appended([bytes(hash_) for *_, hash_ in rows], xid, last)


def _all(statement: str, values: Any = None) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[Any] = cursor.fetchall()
        return rows


def _one(statement: str, values: Any = None) -> Any:
    return _all(statement, values)[0]


def _do(statement: str, values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
