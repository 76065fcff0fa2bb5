"""The Merkle tree of RFC 6962: hashes, roots, and proofs that anybody can verify.

A tree is known by the hashes of its complete subtrees: `Node(level, place)` stands over the
`2**level` entries from `place * 2**level` on. Where they come from, the caller says.

Source:
    RFC 6962, section 2.1 (definitions); RFC 9162, sections 2.1.3.2 and 2.1.4.2 (verifying).
"""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()

_LEAF = b"\x00"
_NODE = b"\x01"


class ProofError(ValueError):
    """A proof does not show what it is said to show."""


class Node(NamedTuple):
    """A complete subtree: `2**level` entries, the `place`-th of its size."""

    level: int
    place: int


HashOf = Callable[[Node], bytes]


def leaf_hash(entry: bytes) -> bytes:
    """Hash one entry."""
    return sha256(_LEAF + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two subtrees that stand side by side."""
    return sha256(_NODE + left + right).digest()


def complete_root(hashes: Sequence[bytes]) -> bytes:
    """Give the root over a number of hashes that is a power of two."""
    level = list(hashes)
    while len(level) > 1:
        level = [
            sha256(_NODE + level[i] + level[i + 1]).digest()
            for i in range(0, len(level), 2)
        ]
    return level[0]


def joined(hashes: Sequence[bytes]) -> bytes:
    """Join subtrees of falling size, from left to right, into one root."""
    root = hashes[-1]
    for left in reversed(hashes[:-1]):
        root = node_hash(left, root)
    return root


def root(size: int, hash_of: HashOf) -> bytes:
    """Give the root of the tree over the first `size` entries."""
    return _range_hash(0, size, hash_of) if size else EMPTY_ROOT


def prove_inclusion(index: int, size: int, hash_of: HashOf) -> list[bytes]:
    """Prove that an entry is in a tree: its neighbours' hashes, from the leaf up.

    Raises:
        ProofError: the tree has no such entry.
    """
    if not 0 <= index < size:
        raise ProofError(f"no entry {index} in a tree of {size}")
    proof: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            proof.append(_range_hash(middle, end, hash_of))
            end = middle
        else:
            proof.append(_range_hash(start, middle, hash_of))
            start = middle
    return proof[::-1]


def prove_consistency(old: int, new: int, hash_of: HashOf) -> list[bytes]:
    """Prove that a tree begins with all the entries of an older one, in their order.

    Raises:
        ProofError: the older tree is the larger.
    """
    if not 0 <= old <= new:
        raise ProofError(f"a tree of {new} cannot begin with one of {old}")
    if old in (0, new):
        return []
    proof: list[bytes] = []
    start, end = 0, new
    while end != old:
        middle = start + _split(end - start)
        if old <= middle:
            proof.append(_range_hash(middle, end, hash_of))
            end = middle
        else:
            proof.append(_range_hash(start, middle, hash_of))
            start = middle
    if start:  # else it is the old root, which the verifier has
        proof.append(_range_hash(start, end, hash_of))
    return proof[::-1]


def verify_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], expected: bytes
) -> None:
    """Check that the tree with a root has a leaf at an index.

    Raises:
        ProofError: it is not shown.
    """
    _check_lengths(leaf, expected, *proof)
    if not 0 <= index < size:
        raise ProofError("the index lies outside the tree")
    found = leaf
    for neighbour, stands_left in _steps(index, size - 1, proof):
        found = (
            node_hash(neighbour, found) if stands_left else node_hash(found, neighbour)
        )
    if found != expected:
        raise ProofError("the proof leads to another root")


def verify_consistency(
    old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> None:
    """Check that a tree begins with an older one.

    Raises:
        ProofError: it is not shown.
    """
    _check_lengths(old_root, new_root, *proof)
    if not 0 <= old <= new:
        raise ProofError("the older tree is the larger")
    if old in (0, new):
        _check_trivial(old, new, proof, old_root, new_root)
        return
    # A tree of a power of two is itself the first hash, which the proof leaves out.
    hashes = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not hashes:
        raise ProofError("the proof is too short")
    position, last = old - 1, new - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    found_old = found_new = hashes[0]
    for neighbour, stands_left in _steps(position, last, hashes[1:]):
        if stands_left:
            found_old = node_hash(neighbour, found_old)
            found_new = node_hash(neighbour, found_new)
        else:
            found_new = node_hash(found_new, neighbour)
    if found_old != old_root or found_new != new_root:
        raise ProofError("the proof leads to other roots")


def complete_subtrees(start: int, end: int) -> Iterator[Node]:
    """Divide a range of entries into complete subtrees, from left to right.

    The range is the right-hand side of some split of a tree, or all of it: its start is a
    multiple of the largest power of two below its length.
    """
    while start < end:
        level = (end - start).bit_length() - 1
        yield Node(level, start >> level)
        start += 1 << level


def _steps(
    position: int, last: int, proof: Sequence[bytes]
) -> Iterator[tuple[bytes, bool]]:
    """Go from a node up to the root: each neighbour, and whether it stands to the left.

    Raises:
        ProofError: the root is reached too early, or not at all.
    """
    for neighbour in proof:
        if last == 0:
            raise ProofError("the proof is too long")
        stands_left = bool(position & 1) or position == last
        yield neighbour, stands_left
        while stands_left and position and not position & 1:
            position, last = position >> 1, last >> 1
        position, last = position >> 1, last >> 1
    if last != 0:
        raise ProofError("the proof is too short")


def _range_hash(start: int, end: int, hash_of: HashOf) -> bytes:
    return joined([hash_of(node) for node in complete_subtrees(start, end)])


def _split(size: int) -> int:
    """Give the largest power of two that is smaller than a size above 1."""
    return 1 << ((size - 1).bit_length() - 1)


def _check_trivial(
    old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> None:
    """Check what needs no hashes: the tree itself, or that anything follows nothing."""
    if proof:
        raise ProofError("the proof is too long")
    if old == 0 and old_root != EMPTY_ROOT:
        raise ProofError("the older tree is not empty")
    if old == new and old_root != new_root:
        raise ProofError("the same size has two roots")


def _check_lengths(*hashes: bytes) -> None:
    if any(len(each) != HASH_BYTES for each in hashes):
        raise ProofError("a hash has 32 bytes")
