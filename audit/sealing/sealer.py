"""Seals one municipality's log: everything that is finished, in one transaction.

A seal that is killed at any point leaves nothing, and the next one begins where the last
committed one ended. Two at once: the second finds the door locked and does nothing.
"""

from dataclasses import replace

from django.conf import settings
from django.db import transaction

from audit.seal import notes
from audit.seal.checkpoints import Checkpoint, read_checkpoint
from audit.seal.growth import Edge
from audit.sealing import keys, memory, store
from audit.sealing.store import Appended, Standing
from tenants.context import in_municipality
from tenants.models import Municipality

BATCH = 5_000


class SealingStoppedError(RuntimeError):
    """The log cannot be sealed on, and somebody has to look at why."""


class AnotherServerError(SealingStoppedError):
    """The database lies on another server than its era; a new era must be begun."""


class TurnedBackError(SealingStoppedError):
    """The database lacks what was signed: it was put back to an older state."""


class TamperedError(SealingStoppedError):
    """What is sealed is not what was signed: somebody changed it past all walls."""


def seal(municipality: Municipality, *, batch: int = BATCH) -> int:
    """Seal the next events of a municipality; give how many they were.

    Args:
        municipality: Whose log.
        batch: How many at most.

    Raises:
        SealingStoppedError: it must not be sealed on.
        audit.sealing.keys.SealKeyError: there is no key to sign with.
    """
    with in_municipality(municipality):
        with transaction.atomic(durable=True):
            if not store.try_lock(municipality.schema_name):
                return 0
            at = _checked(municipality, store.standing())
            edge = _signed_edge(municipality, at)
            appended = store.append_leaves(at, limit=batch)
            if not appended.hashes:
                return 0
            tiles = edge.append(appended.hashes)
            store.add_tiles(at.era, tiles)
            note = _sign(municipality, _moved(at, appended, edge.root()))
        memory.remember(municipality.pk, note)
    return len(appended.hashes)


def begin_era(municipality: Municipality, *, reason: str) -> str:
    """Begin a new tree, under a new name, with all that is not sealed; give the name.

    For a database that was restored on another server, or to an older state. What was
    sealed before keeps its tree, its name and its proofs.

    Args:
        municipality: Whose log.
        reason: Why, for who reads the log later.

    Raises:
        SealingStoppedError: somebody else seals just now.
    """
    with in_municipality(municipality):
        with transaction.atomic(durable=True):
            if not store.try_lock(municipality.schema_name):
                raise SealingStoppedError("somebody else seals; try again")
            ended = store.standing()
            number = _free_number(municipality, ended)
            at = _add_era(municipality, number, server=ended.server, reason=reason)
            # Before the leaves: what commits in between is found again by its number.
            horizon = store.horizon()
            appended = store.append_left_over(at)
            edge = Edge()
            store.add_tiles(at.era, edge.append(appended.hashes))
            done = Appended(appended.hashes, horizon - 1, store.LAST_EVENT)
            note = _sign(municipality, _moved(at, done, edge.root()))
        memory.remember(municipality.pk, note)
    return at.origin


def origin_of(municipality: Municipality, era: int) -> str:
    """Name an era's tree: it is what its keys are called, and the same for ever.

    Raises:
        audit.sealing.keys.SealKeyError: nobody said what the logs are called.
    """
    if not settings.AKSON_LOG_ORIGIN:
        raise keys.SealKeyError("AKSON_LOG_ORIGIN names no log")
    return f"{settings.AKSON_LOG_ORIGIN}/{municipality.pk}/{era}"


def _checked(municipality: Municipality, at: Standing) -> Standing:
    """Begin the first era; of another, see that it may be sealed on.

    Raises:
        SealingStoppedError: it must not.
    """
    signed = memory.newest_signed(municipality.pk)
    if at.era == 0:
        if signed is not None:
            raise TurnedBackError(
                "something was signed, and nothing is in the database"
            )
        return _add_era(municipality, 1, server=at.server, reason="")
    if at.server != at.era_server:
        raise AnotherServerError(f"the era {at.origin} belongs to another server")
    if signed is not None and not _holds(at, signed):
        raise TurnedBackError(f"{signed.origin} was signed at {signed.size}")
    return at


def _signed_edge(municipality: Municipality, at: Standing) -> Edge:
    """Read the tree's right edge, and see that it is the one that was signed.

    So the next checkpoint can only be of a tree that begins with the one before it.

    Raises:
        TamperedError: it is another, or the checkpoint is not of the log's own hand.
    """
    try:
        edge = store.read_edge(at.era, at.size)
        if at.root is not None:
            note = notes.parse(at.note)
            note.verified_by(keys.verifier_keys(municipality.pk, at.origin))
            signed = read_checkpoint(note, origin=at.origin)
            if (signed.size, signed.root) != (at.size, edge.root()):
                raise TamperedError(f"{at.origin} is not what was signed at {at.size}")
    except ValueError as error:  # no edge of that size, no note, no checkpoint
        raise TamperedError(f"{at.origin} cannot be read at {at.size}") from error
    return edge


def _holds(at: Standing, signed: Checkpoint) -> bool:
    """Whether the database has what was signed last, or has begun a new era since."""
    if signed.origin == at.origin:
        return store.has_checkpoint(at.era, signed.size, signed.root)
    return _number_in(signed.origin) < at.era


def _free_number(municipality: Municipality, at: Standing) -> int:
    """Give the number after every one that was ever signed, also if that was lost."""
    signed = memory.newest_signed(municipality.pk)
    return max(at.era, _number_in(signed.origin) if signed else 0) + 1


def _number_in(origin: str) -> int:
    return int(origin.rpartition("/")[2])


def _add_era(
    municipality: Municipality, number: int, *, server: str, reason: str
) -> Standing:
    origin = origin_of(municipality, number)
    store.add_era(number, origin=origin, server=server, reason=reason)
    return Standing(server, number, origin, server, 0, None, "", 0, store.NO_EVENT)


def _moved(at: Standing, appended: Appended, root: bytes) -> Standing:
    size = at.size + len(appended.hashes)
    return replace(at, size=size, root=root, xid=appended.xid, event=appended.event)


def _sign(municipality: Municipality, at: Standing) -> notes.Note:
    """Sign and store a checkpoint."""
    checkpoint = Checkpoint(at.origin, at.size, at.root or b"")
    signing = keys.signing_keys(municipality.pk, at.origin)
    note = notes.signed(checkpoint.text, signing)
    store.add_checkpoint(at, note=str(note))
    return note
