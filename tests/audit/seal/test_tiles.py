"""Tiles, bundles and their paths, as C2SP's tlog-tiles writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.seal.growth import full_tiles
from audit.seal.tiles import (
    Tile,
    TileError,
    bundles_of,
    cut,
    pack_entries,
    parse_path,
    tiles_of,
    unpack_entries,
)


def test_paths_are_written_as_the_specification_says():
    assert Tile(0, 0).path == "tile/0/000"
    assert Tile(0, 1_234_067).path == "tile/0/x001/x234/067"
    assert Tile(2, 1000, 17).path == "tile/2/x001/000.p/17"
    assert Tile(None, 273, 112).path == "tile/entries/273.p/112"


@pytest.mark.parametrize("size", [0, 1, 255, 256, 65_536, 70_000])
def test_full_tiles_are_counted_as_they_are_listed(size):
    assert full_tiles(size) == sum(tile.width == 256 for tile in tiles_of(size))


def test_tree_of_seventy_thousand_has_the_tiles_the_specification_counts():
    tiles = list(tiles_of(70_000))

    assert [tile.path for tile in tiles if tile.width < 256] == [
        "tile/0/273.p/112",
        "tile/1/001.p/17",
        "tile/2/000.p/1",
    ]
    assert sum(tile.level == 0 and tile.width == 256 for tile in tiles) == 273
    assert [tile.path for tile in tiles if tile.level == 1] == [
        "tile/1/000",
        "tile/1/001.p/17",
    ]
    assert [t.path for t in tiles_of(256)] == ["tile/0/000", "tile/1/000.p/1"]
    assert list(tiles_of(0)) == list(bundles_of(0)) == []
    assert list(bundles_of(256)) == [Tile(None, 0)]
    assert list(bundles_of(257)) == [Tile(None, 0), Tile(None, 1, 1)]


@given(
    st.builds(
        Tile,
        st.none() | st.integers(0, 63),
        st.integers(0, 10**12),
        st.integers(1, 256),
    )
)
def test_a_path_is_read_as_it_was_written(tile):
    assert parse_path(tile.path) == tile


@pytest.mark.parametrize(
    "path",
    [
        "",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/0/x000/000",
        "tile/0/x001",
        "tile/0/001/000",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/999",
        "tile/0/000.p",
        "tile/0/000.p/",
        "tile/data/000",
        "/tile/0/000",
        "tile/0/000/",
        "tile/0/000\n",
        "tile/0/\N{ARABIC-INDIC DIGIT ZERO}00",
    ],
)
def test_a_path_written_otherwise_is_none(path):
    with pytest.raises(TileError):
        parse_path(path)


@given(st.lists(st.binary(max_size=300), max_size=256))
def test_a_bundle_is_read_as_it_was_written(entries):
    packed = pack_entries(entries)

    assert unpack_entries(packed, len(entries)) == entries
    for width in (len(entries) - 1, len(entries) + 1):
        with pytest.raises(TileError):
            unpack_entries(packed, width)


@given(st.lists(st.binary(min_size=1, max_size=50), min_size=1, max_size=9), st.data())
def test_a_bundle_that_was_cut_off_is_refused(entries, data):
    packed = pack_entries(entries)
    end = data.draw(st.integers(0, len(packed) - 1))

    with pytest.raises(TileError):
        unpack_entries(packed[:end], len(entries))


def test_what_is_too_much_for_a_bundle_is_refused():
    assert unpack_entries(pack_entries([b"x" * 65_535]), 1) == [b"x" * 65_535]

    for entries in ([b"x" * 65_536], [b""] * 257):
        with pytest.raises(TileError):
            pack_entries(entries)


def test_a_tile_is_as_wide_as_it_says():
    assert cut(b"a" * 32 + b"b" * 32, 2) == [b"a" * 32, b"b" * 32]

    for data in (b"", b"a" * 63, b"a" * 65, b"a" * 96):
        with pytest.raises(TileError):
            cut(data, 2)
