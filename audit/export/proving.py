"""The proof that one event stands in the sealed log, for whoever has neither log nor database.

Source:
    https://c2sp.org/tlog-proof
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from audit.cosigning.store import checkpoint_with_cosignatures, newest_cosigned
from audit.export.rows import newest_of_each_era
from audit.seal import notes
from audit.seal.proofs import Proof
from audit.seal.tiles import hashes_in
from audit.seal.tree import HashOf, prove_inclusion
from audit.sealing.store import read_tile

_PLACES = """
SELECT leaf.era, leaf.index, event.id, event.body
FROM audit_logleaf leaf JOIN audit_accessevent event ON event.id = leaf.event_id
WHERE leaf.event_id = ANY (%s) ORDER BY leaf.era, leaf.index
"""
# Proofs of one tree share most of their upper hashes.
_KEPT = 4_096


class Proven(NamedTuple):
    """An event's own bytes, the proof of them, and whether enough witnesses have signed it."""

    event_id: UUID
    body: bytes
    proof: Proof
    is_witnessed: bool


def prove(event_id: UUID) -> Proven | None:
    """Prove an event by its tree's newest checkpoint; None while it is not sealed yet.

    By the newest one that enough witnesses have signed, as soon as one has the event in it.
    At most 27 hashes at 80 million events, some 2 kB of text.
    """
    return next(prove_all([event_id]), None)


def prove_all(event_ids: Sequence[UUID]) -> Iterator[Proven]:
    """Prove events in the log's order; those that are not sealed yet are left out."""
    places = _all(_PLACES, [list(event_ids)])
    # Read after the leaves: whatever is sealed meanwhile, they are among what it covers.
    newest = {tree.era: tree.size for tree in newest_of_each_era()} if places else {}
    cosigned = {era: newest_cosigned(era) or 0 for era in newest}
    signed = lru_cache(_signed)
    for era, index, event_id, body in places:
        is_witnessed = cosigned[era] > index
        size = cosigned[era] if is_witnessed else newest[era]
        note, hash_of = signed(era, size)
        proof = Proof(index, tuple(prove_inclusion(index, size, hash_of)), note)
        yield Proven(event_id, bytes(body), proof, is_witnessed)


def _signed(era: int, size: int) -> tuple[notes.Note, HashOf]:
    """Give a tree at one of its checkpoints: what is signed, and its hashes.

    Raises:
        LookupError: there is no such checkpoint; the log was tampered with.
    """
    note = checkpoint_with_cosignatures(era, size)
    if note is None:
        raise LookupError(f"no checkpoint of tree {era} at {size}")
    hash_of = hashes_in(lambda tile: read_tile(era, tile), size)
    return note, lru_cache(_KEPT)(hash_of)


def _all(statement: str, values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[Any] = cursor.fetchall()
        return rows
