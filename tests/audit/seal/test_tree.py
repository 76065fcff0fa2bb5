"""The tree against RFC 6962's own recursive definition, and against spoiled proofs."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.seal.growth import Edge, widths
from audit.seal.tiles import TileError, hashes_in, tile_with, tiles_of
from audit.seal.tree import (
    EMPTY_ROOT,
    Node,
    ProofError,
    complete_root,
    leaf_hash,
    node_hash,
    prove_consistency,
    prove_inclusion,
    root,
    verify_consistency,
    verify_inclusion,
)
from tests.audit.seal import reference

SIZE = 270  # crosses the border of a tile
LEAVES = [reference.leaf(str(i).encode()) for i in range(SIZE)]


@cache
def hash_of(node):
    """A complete subtree of the first leaves."""
    return complete_root(
        LEAVES[node.place << node.level : (node.place + 1) << node.level]
    )


@cache
def expected_root(size):
    return reference.mth(LEAVES[:size])


@pytest.mark.parametrize("size", range(SIZE + 1))
def test_root_and_every_inclusion_is_as_defined(size):
    assert root(size, hash_of) == expected_root(size)

    for index in range(size):
        proof = prove_inclusion(index, size, hash_of)

        assert proof == reference.path(index, LEAVES[:size])
        verify_inclusion(LEAVES[index], index, size, proof, expected_root(size))


@pytest.mark.parametrize("new", range(131))
def test_every_consistency_is_as_defined(new):
    for old in range(new + 1):
        proof = prove_consistency(old, new, hash_of)

        if old:
            assert proof == reference.proof(old, LEAVES[:new])
        verify_consistency(old, new, proof, expected_root(old), expected_root(new))


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_consistency_of_any_two_sizes_is_as_defined(data):
    new = data.draw(st.integers(1, SIZE))
    old = data.draw(st.integers(1, new))

    proof = prove_consistency(old, new, hash_of)

    assert proof == reference.proof(old, LEAVES[:new])
    verify_consistency(old, new, proof, expected_root(old), expected_root(new))


@given(st.integers(1, 200_000), st.data())
@settings(max_examples=60, deadline=None)
def test_a_tree_that_grew_in_steps_proves_itself_from_its_tiles(size, data):
    leaves = [i.to_bytes(32, "big") for i in range(size)]
    cuts = data.draw(st.lists(st.integers(0, size), max_size=6).map(sorted))
    edge, kept = Edge(), {}
    for start, end in zip([0, *cuts], [*cuts, size], strict=True):
        for tile in edge.append(leaves[start:end]):
            kept[tile.level, tile.index] = tile.hashes

    def read(tile):
        found = kept.get((tile.level, tile.index))
        return found or b"".join(edge.partial[tile.level])

    assert [len(each) for each in edge.partial] == widths(size)
    assert {(t.level, t.index) for t in tiles_of(size) if t.width == 256} == set(kept)
    of = hashes_in(read, size)
    assert root(size, of) == edge.root()
    index = data.draw(st.integers(0, size - 1))
    verify_inclusion(
        leaves[index], index, size, prove_inclusion(index, size, of), edge.root()
    )
    old = data.draw(st.sampled_from([*cuts, size]))
    before = Edge()
    before.append(leaves[:old])
    verify_consistency(
        old, size, prove_consistency(old, size, of), before.root(), edge.root()
    )


@pytest.mark.parametrize("size", [*range(SIZE + 1), 1000, 65_537])
def test_edge_has_the_root_that_is_defined(size):
    leaves = [reference.leaf(str(i).encode()) for i in range(size)]
    edge = Edge()

    edge.append(leaves)

    assert edge.root() == reference.mth(leaves)
    assert Edge(size, edge.partial).root() == edge.root()


def test_edge_of_another_size_is_refused():
    with pytest.raises(ValueError, match="edge"):
        Edge(2, [[LEAVES[0]]])


# The tree of eight entries that Certificate Transparency's implementations test with
# (google/certificate-transparency, transparency-dev/merkle testonly/constants.go).
CT_ENTRIES = [
    bytes.fromhex(each)
    for each in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
CT_ROOT = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
CT_SIX_TO_EIGHT = [
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
]
CT_FIFTH_OF_EIGHT = [
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    *CT_SIX_TO_EIGHT[1:],
]


def test_known_tree_of_certificate_transparency():
    leaves = [leaf_hash(each) for each in CT_ENTRIES]

    def of(node):
        return complete_root(
            leaves[node.place << node.level : (node.place + 1) << node.level]
        )

    assert root(8, of).hex() == CT_ROOT
    assert [each.hex() for each in prove_consistency(6, 8, of)] == CT_SIX_TO_EIGHT
    assert [each.hex() for each in prove_inclusion(5, 8, of)] == CT_FIFTH_OF_EIGHT
    assert EMPTY_ROOT.hex().startswith("e3b0c44298fc1c149afbf4c8996fb924")


def spoiled_inclusions(index, size):
    """Every mechanical change of a proof that an entry is in a tree."""
    proof, top = prove_inclusion(index, size, hash_of), expected_root(size)
    leaf = LEAVES[index]
    for hashes in spoiled_hashes_of(proof, leaf, top):
        yield leaf, index, size, hashes, top
    for other in reference.spoiled_numbers(index):
        yield leaf, other, size, proof, top
    for other in reference.spoiled_numbers(size):
        # With another size the same hashes may be the right ones, and still show it.
        if not 0 <= index < other or reference_shape(index, other) != (
            reference_shape(index, size)
        ):
            yield leaf, index, other, proof, top
    for wrong in (LEAVES[index - 1] if size > 1 else top[::-1], b"", leaf[:-1]):
        yield wrong, index, size, proof, top
        yield leaf, index, size, proof, wrong


def reference_shape(index, size):
    """On which side each neighbour stands: what a proof looks like, but for its hashes."""
    sides = []
    while size > 1:
        k = reference.split(size)
        sides.append(index < k)
        index, size = (index, k) if index < k else (index - k, size - k)
    return sides


def spoiled_hashes_of(proof, *known):
    return [h for h in reference.spoiled_hashes(proof, *known) if h != proof]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 8, 13, 64, 65, 255, 256, 257, 270])
def test_every_spoiled_inclusion_is_refused(size):
    indices = {0, size // 2, size - 1, size // 3, size // 5, size - size // 7 - 1}
    tried = 0

    for index in indices:
        for spoiled in spoiled_inclusions(index, size):
            tried += 1
            with pytest.raises(ProofError):
                verify_inclusion(*spoiled)

    assert tried > 10 * len(indices)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *[
            (1, 1),
            (1, 2),
            (1, 8),
            (2, 5),
            (3, 7),
            (6, 8),
            (4, 8),
            (64, 130),
            (129, 256),
        ],
        *[(255, 256), (256, 257), (256, 270), (257, 270), (269, 270)],
    ],
)
def test_every_spoiled_consistency_is_refused(old, new):
    proof = prove_consistency(old, new, hash_of)
    roots = expected_root(old), expected_root(new)
    spoiled = [(old, new, h, *roots) for h in spoiled_hashes_of(proof, *roots)]
    spoiled += [(old, new, proof, LEAVES[0][::-1], roots[1])]
    spoiled += [(old, new, proof, roots[0], LEAVES[0][::-1])]
    spoiled += [(old, new, proof, b"", roots[1]), (old, new, proof, roots[0], b"")]
    if old != new:
        spoiled += [(old, new, proof, *roots[::-1]), (new, old, proof, *roots[::-1])]
    spoiled += [(other, new, proof, *roots) for other in {old - 1, old + 1, old * 2}]
    for wrong in spoiled:
        with pytest.raises(ProofError):
            verify_consistency(*wrong)


def test_anything_follows_an_empty_tree_and_only_that():
    verify_consistency(0, 5, [], EMPTY_ROOT, expected_root(5))
    verify_consistency(0, 0, [], EMPTY_ROOT, EMPTY_ROOT)

    for old, new, hashes, old_root, new_root in (
        (0, 5, [EMPTY_ROOT], EMPTY_ROOT, expected_root(5)),
        (0, 5, [], expected_root(5), expected_root(5)),
        (0, 0, [], EMPTY_ROOT, expected_root(1)),
        (-1, 5, [], EMPTY_ROOT, expected_root(5)),
        (5, 0, [], expected_root(5), EMPTY_ROOT),
    ):
        with pytest.raises(ProofError):
            verify_consistency(old, new, hashes, old_root, new_root)


def test_nothing_is_proved_of_what_is_not_there():
    for index, size in ((0, 0), (-1, 3), (3, 3)):
        with pytest.raises(ProofError):
            prove_inclusion(index, size, hash_of)
    with pytest.raises(ProofError):
        prove_consistency(4, 3, hash_of)
    with pytest.raises(TileError):
        tile_with(Node(1, 1), 3)


def test_leaf_is_never_taken_for_a_node():
    left, right = LEAVES[:2]

    assert leaf_hash(left + right) != node_hash(left, right)
