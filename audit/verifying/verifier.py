"""Verifies one municipality's log: leaves from bytes, tiles and roots from leaves, signatures.

Nothing that is stored beside the events is believed: it is made again and compared.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import UUID

from audit.seal import notes
from audit.seal.checkpoints import Checkpoint, CheckpointError, read_checkpoint
from audit.seal.growth import Edge, FullTile, full_tiles
from audit.seal.keys import VerifierKey
from audit.seal.tree import HASH_BYTES
from audit.sealing.store import read_edge
from audit.verifying import reading
from audit.verifying.claims import UnreadableBodyError, claims, differing
from audit.verifying.erasures import erased_leaves
from audit.verifying.findings import Finding, Reached, Report, Wrong
from audit.verifying.reading import Era, Leaf, Stored

SLICE = 256


def verify(
    keys: Sequence[VerifierKey],
    known: Sequence[Checkpoint],
    *,
    after: Reached | None = None,
) -> Report:
    """Verify the log of the municipality the connection stands in.

    Args:
        keys: The log's public keys, with the names of the eras they sign, and those of
            the witnesses whose signatures are to hold.
        known: Checkpoints kept elsewhere, which the log must still begin with.
        after: How far it was verified before; all of it is when that is not there any more.
    """
    report = Report()
    with reading.one_view():
        eras = reading.eras()
        erased = erased_leaves(reading.decisions())
        for era in eras:
            if after is not None and era.number < after.era:
                continue
            mine = [each for each in known if each.origin == era.origin]
            walk = _Walk(era, keys, mine, report, is_last=era is eras[-1])
            walk.erased = erased.get(era.number, 0)
            if after is not None and era.number == after.era:
                walk.go_on_after(after)
            walk.verify()
        origins = {era.origin for era in eras}
        for each in known:
            if each.origin not in origins:
                report.add(Finding(Wrong.NO_SEAL, 0, detail=each.origin))
    return report


@dataclass(slots=True)
class _Walk:
    """The way through one era, from its first leaf to its last checkpoint."""

    era: Era
    keys: Sequence[VerifierKey]
    known: Sequence[Checkpoint]
    report: Report
    is_last: bool
    erased: int = 0
    edge: Edge = field(default_factory=Edge)
    tiles: int = 0
    told: set[Wrong] = field(default_factory=set)
    since: Stored | None = None

    def go_on_after(self, reached: Reached) -> None:
        """Leave out what was verified before, if it is there as it was."""
        since = reading.checkpoint_at(self.era.number, reached.size)
        try:
            edge = read_edge(self.era.number, reached.size)
        except ValueError:
            return
        if since is not None and edge.root() == since.root == reached.root:
            self.since, self.edge = since, edge
            self.tiles = full_tiles(edge.size)

    def verify(self) -> None:
        """Go all the way."""
        last, before = self.since, self.edge.size
        leaves = reading.leaves(self.era.number, since=before)
        for at in self._marks():
            while self.edge.size < at.size and self._grow(leaves, at.size):
                pass
            self._check_mark(at, before)
            if isinstance(at, Stored):
                before, last = at.size, at
        self._check_end(leaves, last)
        if last is not None:
            self.report.reached = Reached(self.era.number, last.size, last.root)

    def _marks(self) -> Iterator[Stored | Checkpoint]:
        """Give all checkpoints, stored ones and those kept elsewhere, the smallest first."""
        since = self.edge.size if self.since else -1
        waiting = [each for each in self.known if each.size > since]
        waiting.sort(key=lambda each: each.size)
        for stored in reading.checkpoints(self.era.number, since=since):
            while waiting and waiting[0].size < stored.size:
                yield waiting.pop(0)
            yield stored
        yield from waiting

    def _grow(self, leaves: Iterator[Leaf], size: int) -> bool:
        """Take the next leaves, up to a size; say whether there were any."""
        hashes: list[bytes] = []
        start = self.edge.size
        for number in range(start, min(size, start + SLICE)):
            leaf = next(leaves, None)
            if leaf is None:
                break
            if leaf.place != number:
                self._add_once(Wrong.LEAF_GONE, number)
            hashes.append(self._check_leaf(leaf))
        for tile in self.edge.append(hashes):
            self._check_tile(tile)
        self.report.events += len(hashes)
        return bool(hashes)

    def _check_leaf(self, leaf: Leaf) -> bytes:
        """Compare an event with its leaf and its rows; give the hash of its bytes."""
        index, event_id, stored = leaf.place, leaf.event_id, bytes(leaf.hash)
        if leaf.body is None:
            self._check_gone(leaf)
            return stored
        body = bytes(leaf.body)
        made = sha256(b"\x00" + body).digest()
        if made != stored:
            self._add(Wrong.BODY, index, event_id=event_id)
            return stored  # whether the leaf is right the tree says
        try:
            columns, subjects = claims(body)
        except UnreadableBodyError:
            self._add(Wrong.COLUMNS, index, event_id=event_id)
            return made
        if columns != leaf.columns:
            detail = ", ".join(differing(columns, leaf.columns))
            self._add(Wrong.COLUMNS, index, event_id=event_id, detail=detail)
        if subjects != leaf.subjects:
            self._add(Wrong.SUBJECTS, index, event_id=event_id)
        if not leaf.is_stored_in_time:
            self._add(Wrong.LATE, index, event_id=event_id)
        return made

    def _check_gone(self, leaf: Leaf) -> None:
        """See that an event that is gone was erased by decision, with all its rows."""
        if leaf.place >= self.erased:
            self._add(Wrong.EVENT_GONE, leaf.place, event_id=leaf.event_id)
        elif leaf.subjects:
            self._add(Wrong.SUBJECTS, leaf.place, event_id=leaf.event_id)
        else:
            self.report.erased += 1

    def _check_tile(self, made: FullTile) -> None:
        """Compare a tile that the leaves make with the one that is stored."""
        self.tiles += 1
        stored = reading.tile(self.era.number, made.level, made.index)
        first = made.index << (8 * (made.level + 1))
        if stored is None:
            self._add(Wrong.TILE_GONE, first)
        elif stored != (made.hashes, made.root):
            place = _first_difference(made.hashes, stored[0])
            wrong = Wrong.TILE if made.level or place is None else Wrong.LEAF_MOVED
            index = first + ((place or 0) << (8 * made.level))
            self._add(wrong, index)

    def _check_mark(self, at: Stored | Checkpoint, before: int) -> None:
        """Compare a checkpoint with the tree, and see who signed it."""
        if self.edge.size < at.size:
            # Which of the leaves since the last checkpoint is gone, their number cannot tell.
            signed = f"{at.size} er signert"
            self._add_once(Wrong.CUT, before, last=at.size - 1, detail=signed)
            return
        if self.edge.root() != at.root:
            self._add_once(Wrong.CHECKPOINT, before, last=at.size - 1)
        if isinstance(at, Checkpoint):
            # Nothing that was signed is given out before it is stored.
            if at.size != before:
                self._add_once(Wrong.CHECKPOINT_GONE, before, last=at.size - 1)
            return
        self.report.checkpoints += 1
        if not self._is_signed(at):
            self._add(Wrong.NOTE, before, last=at.size - 1)
        elif not self._is_cosigned(at):
            self._add(Wrong.COSIGNATURE, before, last=at.size - 1)

    def _is_signed(self, at: Stored) -> bool:
        try:
            note = notes.parse(at.note)
            note.verified_by(key for key in self.keys if key.name == self.era.origin)
            said = read_checkpoint(note, origin=self.era.origin)
        except (notes.NoteError, CheckpointError):
            return False
        return (said.size, said.root, said.extensions) == (at.size, at.root, ())

    def _is_cosigned(self, at: Stored) -> bool:
        """Whether what witnesses signed is this; one that is not known says nothing."""
        known = {(key.name, key.id): key for key in self.keys}
        text = notes.parse(at.note).text
        try:
            signed = [notes.parse(text + "\n" + line) for line in at.cosignatures]
        except notes.NoteError:
            return False
        return all(
            key.verifies(text.encode(), one.blob)
            for note in signed
            for one in note.signatures
            if (key := known.get((one.name, one.key_id))) is not None
        )

    def _check_end(self, leaves: Iterator[Leaf], last: Stored | None) -> None:
        """See that nothing stands beyond the last checkpoint, or was slipped in before it."""
        over = next(leaves, None)
        if over is not None:
            self._add(Wrong.OVER, over.place, event_id=over.event_id)
        if reading.count_tiles(self.era.number) > self.tiles:
            self._add(Wrong.TILES_OVER)
        gone = reading.cosigned_and_gone(self.era.number)
        if gone is not None:
            self._add_once(
                Wrong.CHECKPOINT_GONE, gone, detail="et vitne har signert det"
            )
        # The numbers of another server's era say nothing of what came after it.
        if last is not None and self.is_last:
            added = reading.event_past_the_seal(last, since=self.since)
            if added is not None:
                self._add(Wrong.ADDED, event_id=str(added))

    def _add_once(self, wrong: Wrong, index: int, **more: Any) -> None:
        """Add a fault after which all that follows looks wrong as well."""
        if wrong not in self.told:
            self.told.add(wrong)
            self._add(wrong, index, **more)

    def _add(
        self,
        wrong: Wrong,
        index: int | None = None,
        *,
        event_id: str | None = None,
        **more: Any,
    ) -> None:
        event = UUID(event_id) if event_id else None
        self.report.add(Finding(wrong, self.era.number, index, event_id=event, **more))


def _first_difference(one: bytes, other: bytes) -> int | None:
    """Say which hash of two tiles differs first."""
    for place in range(0, len(one), HASH_BYTES):
        if one[place : place + HASH_BYTES] != other[place : place + HASH_BYTES]:
            return place // HASH_BYTES
    return None
