"""The proof that one event stands in the sealed log, for whoever has neither log nor database.

Source:
    https://c2sp.org/tlog-proof
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from audit.export.rows import newest_of_each_era
from audit.seal import notes
from audit.seal.proofs import Proof
from audit.seal.tiles import WIDTH, Tile, hashes_in
from audit.seal.tree import HashOf, prove_inclusion

_PLACES = """
SELECT leaf.era, leaf.index, event.id, event.body
FROM audit_logleaf leaf JOIN audit_accessevent event ON event.id = leaf.event_id
WHERE leaf.event_id = ANY (%s) ORDER BY leaf.era, leaf.index
"""
_LEAVES = """
SELECT hash FROM audit_logleaf WHERE era = %s AND index >= %s AND index < %s ORDER BY index
"""
_ROOTS = """
SELECT root FROM audit_logtile
WHERE era = %s AND level = %s AND index >= %s AND index < %s ORDER BY index
"""
# Proofs of one tree share most of their upper hashes.
_KEPT = 4_096


class Proven(NamedTuple):
    """An event's own bytes, and the proof of them."""

    event_id: UUID
    body: bytes
    proof: Proof


def prove(event_id: UUID) -> Proven | None:
    """Prove an event by its tree's newest checkpoint; None while it is not sealed yet.

    At most 27 hashes at 80 million events, some 2 kB of text.
    """
    return next(prove_all([event_id]), None)


def prove_all(event_ids: Sequence[UUID]) -> Iterator[Proven]:
    """Prove events in the log's order; those that are not sealed yet are left out."""
    places = _all(_PLACES, [list(event_ids)])
    # Read after the leaves: whatever is sealed meanwhile, they are among what it covers.
    trees = {tree.era: tree for tree in newest_of_each_era()} if places else {}
    hashes = {era: _hashes_in(era, tree.size) for era, tree in trees.items()}
    for era, index, event_id, body in places:
        path = tuple(prove_inclusion(index, trees[era].size, hashes[era]))
        proof = Proof(index, path, notes.parse(trees[era].note))
        yield Proven(event_id, bytes(body), proof)


def _hashes_in(era: int, size: int) -> HashOf:
    return lru_cache(_KEPT)(hashes_in(lambda tile: _tile(era, tile), size))


def _tile(era: int, tile: Tile) -> bytes:
    """Read a tile, full or not: leaves, or the roots of the full tiles below."""
    start = tile.index * WIDTH
    end = start + tile.width
    if tile.level:
        rows = _all(_ROOTS, [era, tile.level - 1, start, end])
    else:
        rows = _all(_LEAVES, [era, start, end])
    return b"".join(bytes(hash_) for (hash_,) in rows)


def _all(statement: str, values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[Any] = cursor.fetchall()
        return rows
