"""Writes a municipality's sealed log to a folder, as C2SP's tlog-tiles lays it out.

What is full never changes, so a folder is added to: only what is new since its checkpoint is
written. The checkpoint comes last; whoever is stopped before has a folder as it was.

Source:
    https://c2sp.org/tlog-tiles, https://c2sp.org/tlog-policy
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from audit.controller import controller_here
from audit.cosigning.store import checkpoint_with_cosignatures, newest_cosigned
from audit.cosigning.witnesses import policy_lines
from audit.entry import REVIEW, Actor, Client, Entry
from audit.export import rows
from audit.export.rows import Sealed
from audit.log import append
from audit.seal import notes
from audit.seal.checkpoints import CheckpointError, read_checkpoint
from audit.seal.keys import VerifierKey
from audit.seal.tiles import WIDTH, Tile, pack_entries
from audit.sealing import store
from audit.sealing.keys import verifier_keys
from audit.verbs import Verb
from audit.verifying.reading import one_view
from tenants.context import in_municipality
from tenants.models import Municipality

VERIFIER = Path(__file__).with_name("verify_akson_log.py")
_OWNER_ONLY = 0o700


class FolderError(ValueError):
    """The folder holds something else than an older state of this log."""


def export_log(municipality: Municipality, folder: Path) -> list[Sealed]:
    """Write all that is sealed, one folder for each tree; the log says so first.

    Args:
        municipality: Whose log.
        folder: Where to; made if it is not there, for its owner alone.

    Raises:
        FolderError: it holds another log, or one this does not begin with.
    """
    with in_municipality(municipality):
        append(
            Entry(
                verb=Verb.LOG_EXPORTED,
                actor=Actor(None, "Kommandoen export_log"),
                municipality=controller_here(),
                grounds=REVIEW,
                client=Client(channel="command"),
            )
        )
        with one_view():
            trees = rows.newest_of_each_era()
            for tree in trees:
                keys = verifier_keys(municipality.pk, tree.origin)
                is_last = tree is trees[-1]
                _write_tree(folder / str(tree.era), tree, keys, is_last=is_last)
    shutil.copyfile(VERIFIER, folder / VERIFIER.name)
    return trees


def policy_of(keys: Iterable[VerifierKey], *, is_witnessed: bool = True) -> str:
    """Write whom to trust: the log's own keys, and the witnesses that must have signed.

    Args:
        keys: The log's.
        is_witnessed: Not for a tree that ended before anybody witnessed it.
    """
    trusted = policy_lines() if is_witnessed else "quorum none\n"
    return "".join(f"log {key.vkey}\n" for key in keys) + trusted


def _write_tree(
    folder: Path, tree: Sealed, keys: list[VerifierKey], *, is_last: bool
) -> None:
    folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    since = _size_before(folder, tree)
    _write_bundles(folder, tree, since)
    _write_tiles(folder, tree, since)
    cosigned = newest_cosigned(tree.era)
    policy = policy_of(keys, is_witnessed=is_last or cosigned is not None)
    _place(folder / "policy", policy.encode())
    _place_checkpoint(folder / "cosigned", tree.era, cosigned)
    _place_checkpoint(folder / "checkpoint", tree.era, tree.size)
    _remove_outgrown(folder, tree.size)


def _size_before(folder: Path, tree: Sealed) -> int:
    """Say how much of the tree the folder has.

    Raises:
        FolderError: what it has is not of this tree.
    """
    file = folder / "checkpoint"
    if not file.exists():
        return 0
    try:
        kept = read_checkpoint(notes.parse(file.read_bytes()), origin=tree.origin)
    except (notes.NoteError, CheckpointError) as error:
        raise FolderError(f"{file} er ikke sjekkpunktet til denne loggen.") from error
    if not store.has_checkpoint(tree.era, kept.size, kept.root):
        raise FolderError(f"{file} er signert, men finnes ikke i databasen.")
    return kept.size


def _write_bundles(folder: Path, tree: Sealed, since: int) -> None:
    """Write the entries; a bundle that lacks one is left out, and its hashes are there."""
    start = since - since % WIDTH
    for index, bodies in rows.bodies(tree.era, since=start, size=tree.size):
        entries = [body for body in bodies if body is not None]
        if len(entries) == len(bodies):
            path = folder / Tile(None, index, len(bodies)).path
            _place(path, pack_entries(entries))


def _write_tiles(folder: Path, tree: Sealed, since: int) -> None:
    """Write the full tiles that are new, and the partial ones at the tree's right edge."""
    edge = store.read_edge(tree.era, tree.size)
    for level, hashes in enumerate(edge.partial):
        full_before = since >> (8 * (level + 1))
        for index, full in rows.full_tiles(tree.era, level=level, since=full_before):
            _place(folder / Tile(level, index).path, full)
        if hashes:
            index = tree.size >> (8 * (level + 1))
            tile = Tile(level, index, len(hashes))
            _place(folder / tile.path, b"".join(hashes))


def _remove_outgrown(folder: Path, size: int) -> None:
    """Remove partial tiles of sizes that are past."""
    for partial in list(folder.glob("tile/*/**/*.p")):
        level = partial.relative_to(folder / "tile").parts[0]
        width = size if level == "entries" else size >> (8 * int(level))
        for file in partial.iterdir():
            name = partial.relative_to(folder).as_posix().removesuffix(".p")
            index = width // WIDTH
            now = Tile(None if level == "entries" else int(level), index).path
            if name != now or file.name != str(width % WIDTH):
                file.unlink()
        if not any(partial.iterdir()):
            partial.rmdir()


def _place_checkpoint(path: Path, era: int, size: int | None) -> None:
    """Write a checkpoint with all its signatures, where there is one."""
    note = checkpoint_with_cosignatures(era, size) if size is not None else None
    if note is not None:
        _place(path, str(note).encode())


def _place(path: Path, data: bytes) -> None:
    """Write a file that nobody sees half."""
    path.parent.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.write_bytes(data)
    os.replace(unfinished, path)
