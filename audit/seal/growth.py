"""How a tree grows: only its right edge is needed, at most 255 hashes for each 8 levels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from audit.seal.tiles import HEIGHT, WIDTH
from audit.seal.tree import EMPTY_ROOT, complete_root, complete_subtrees, joined


@dataclass(frozen=True, slots=True)
class FullTile:
    """A tile that has become full, and will never change.

    Args:
        root: over its 256 hashes; it stands in a tile of the level above.
    """

    level: int
    index: int
    hashes: bytes
    root: bytes


@dataclass(slots=True)
class Edge:
    """The right edge of a tree: its size, and the partial tile of each level.

    Args:
        partial: hashes of the last tile of each level, the leaves' first.
    """

    size: int = 0
    partial: list[list[bytes]] = field(default_factory=list)

    def __post_init__(self) -> None:
        if [len(hashes) for hashes in self.partial] != widths(self.size):
            raise ValueError(f"not the edge of a tree of {self.size}")

    def append(self, leaves: Iterable[bytes]) -> list[FullTile]:
        """Add leaves' hashes at the end; give the tiles that became full, in their order."""
        full: list[FullTile] = []
        for leaf in leaves:
            self.size += 1
            carried, level = leaf, 0
            while True:
                if level == len(self.partial):
                    self.partial.append([])
                hashes = self.partial[level]
                hashes.append(carried)
                if len(hashes) < WIDTH:
                    break
                carried = complete_root(hashes)
                index = (self.size >> (HEIGHT * (level + 1))) - 1
                full.append(FullTile(level, index, b"".join(hashes), carried))
                hashes.clear()
                level += 1
        return full

    def root(self) -> bytes:
        """Give the tree's root."""
        if not self.size:
            return EMPTY_ROOT
        subtrees: list[bytes] = []
        for hashes in reversed(self.partial):
            subtrees += _complete_roots(hashes)
        return joined(subtrees)


def widths(size: int) -> list[int]:
    """Say how wide the last, partial tile of each level of a tree is; 0 where none is."""
    found: list[int] = []
    while size:
        size, width = divmod(size, WIDTH)
        found.append(width)
    return found


def full_tiles(size: int) -> int:
    """Say how many full tiles a tree of a size has, of all levels."""
    number = 0
    while size := size // WIDTH:
        number += size
    return number


def _complete_roots(hashes: Sequence[bytes]) -> list[bytes]:
    """Join a partial tile's hashes into complete subtrees, the largest first."""
    return [
        complete_root(hashes[node.place << node.level : (node.place + 1) << node.level])
        for node in complete_subtrees(0, len(hashes))
    ]
