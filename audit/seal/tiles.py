"""How a tree's hashes and entries are kept and handed out: C2SP's tlog-tiles.

A tile holds up to 256 hashes that stand side by side, 8 levels of the tree at a time. Only
a full tile ever stands under another; the last of each level may be partial.

Source:
    https://c2sp.org/tlog-tiles
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from audit.seal.tree import HASH_BYTES, HashOf, Node, complete_root

HEIGHT = 8
WIDTH = 1 << HEIGHT
LEVEL_MAX = 63
ENTRY_MAX_BYTES = 0xFFFF

_PATH = re.compile(
    r"tile/(?P<level>entries|0|[1-9][0-9]?)/(?P<index>(?:x[0-9]{3}/)*[0-9]{3})"
    r"(?:\.p/(?P<width>[1-9][0-9]{0,2}))?",
    re.ASCII,
)
_THOUSAND = 1000


class TileError(ValueError):
    """A tile, a bundle or the path of one is not what it should be."""


@dataclass(frozen=True, slots=True)
class Tile:
    """Where some hashes stand, or with no level, some entries.

    Args:
        level: in tiles of 8 levels; None is a bundle of entries.
        index: which of its level.
        width: how many; 256 is a full one.
    """

    level: int | None
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """Where it lies under the log's address."""
        groups = [f"{self.index % _THOUSAND:03}"]
        rest = self.index // _THOUSAND
        while rest:
            groups.insert(0, f"x{rest % _THOUSAND:03}")
            rest //= _THOUSAND
        level = "entries" if self.level is None else str(self.level)
        partial = f".p/{self.width}" if self.width < WIDTH else ""
        return f"tile/{level}/{'/'.join(groups)}{partial}"


def parse_path(path: str) -> Tile:
    """Read a path as it must be written, and in no other way.

    Raises:
        TileError: it is not one.
    """
    found = _PATH.fullmatch(path)
    if not found:
        raise TileError(f"not the path of a tile: {path!r}")
    level = None if found["level"] == "entries" else int(found["level"])
    index = int(found["index"].replace("x", "").replace("/", ""))
    tile = Tile(level, index, int(found["width"] or WIDTH))
    # Written again it must be the same: no full tile said to be partial, no zeroes in front.
    if tile.path != path or (level or 0) > LEVEL_MAX:
        raise TileError(f"not the path of a tile: {path!r}")
    return tile


def tiles_of(size: int) -> Iterator[Tile]:
    """List the tiles of hashes that a tree of a size consists of, the partial ones last."""
    level = 0
    while size:
        full, rest = divmod(size, WIDTH)
        yield from (Tile(level, index) for index in range(full))
        if rest:
            yield Tile(level, full, rest)
        size, level = full, level + 1


def bundles_of(size: int) -> Iterator[Tile]:
    """List the bundles of entries of a tree of a size."""
    full, rest = divmod(size, WIDTH)
    yield from (Tile(None, index) for index in range(full))
    if rest:
        yield Tile(None, full, rest)


def tile_with(node: Node, size: int) -> tuple[Tile, range]:
    """Say which tile of a tree holds a complete subtree, and between which of its hashes.

    Raises:
        TileError: the tree has no such subtree.
    """
    level, above = divmod(node.level, HEIGHT)
    first, number = node.place << above, 1 << above
    index, start = divmod(first, WIDTH)
    width = min(WIDTH, (size >> (level * HEIGHT)) - index * WIDTH)
    if start + number > width:
        raise TileError(f"no {node} in a tree of {size}")
    return Tile(level, index, width), range(start, start + number)


def hashes_in(read: Callable[[Tile], bytes], size: int) -> HashOf:
    """Read a tree's hashes out of its tiles, each of which is fetched once.

    Args:
        read: Gives a tile's bytes.
        size: The tree's.
    """
    fetch = lru_cache(maxsize=64)(read)

    def hash_of(node: Node) -> bytes:
        tile, places = tile_with(node, size)
        hashes = cut(fetch(tile), tile.width)
        return complete_root(hashes[places.start : places.stop])

    return hash_of


def cut(data: bytes, width: int) -> list[bytes]:
    """Cut a tile's bytes into its hashes.

    Raises:
        TileError: it is not as wide as it should be.
    """
    if len(data) != width * HASH_BYTES:
        raise TileError(f"a tile of {width} hashes has not {len(data)} bytes")
    return [data[i : i + HASH_BYTES] for i in range(0, len(data), HASH_BYTES)]


def pack_entries(entries: Sequence[bytes]) -> bytes:
    """Write a bundle: each entry after its length in two bytes.

    Raises:
        TileError: an entry is longer than two bytes can say, or there are too many.
    """
    if len(entries) > WIDTH or any(len(each) > ENTRY_MAX_BYTES for each in entries):
        raise TileError("too much for a bundle")
    return b"".join(len(each).to_bytes(2, "big") + each for each in entries)


def unpack_entries(data: bytes, width: int) -> list[bytes]:
    """Read a bundle of a number of entries, to its last byte.

    Raises:
        TileError: it ends too early, or too late.
    """
    entries: list[bytes] = []
    at = 0
    while at < len(data):
        length = int.from_bytes(data[at : at + 2], "big")
        entry = data[at + 2 : at + 2 + length]
        if at + 2 > len(data) or len(entry) != length:
            raise TileError("the bundle ends inside an entry")
        entries.append(entry)
        at += 2 + length
    if len(entries) != width:
        raise TileError(f"a bundle of {width} entries has {len(entries)}")
    return entries
