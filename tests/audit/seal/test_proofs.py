"""Proof files: one text that shows that a log has an entry, or shows nothing."""

import pytest

from audit.seal import notes, proofs
from audit.seal.checkpoints import Checkpoint
from audit.seal.tree import ProofError, leaf_hash, node_hash
from tests.audit.seal.signing import key

ENTRIES = [b'{"verb":"read"}', b'{"verb":"listed"}']
LEAVES = [leaf_hash(each) for each in ENTRIES]
ORIGIN = "akson.example/log"


@pytest.fixture
def proof():
    made = Checkpoint(ORIGIN, 2, node_hash(*LEAVES))
    return proofs.Proof(1, (LEAVES[0],), notes.signed(made.text, [key()]), b"why")


def test_proof_file_is_read_as_it_was_written_and_holds(proof):
    written = str(proof)

    assert written.startswith("c2sp.org/tlog-proof@v1\nextra d2h5\nindex 1\n")
    assert proofs.parse(written) == proof
    found = proof.verify(ENTRIES[1], [key().verifier], origin=ORIGIN)
    assert found.size == 2


def test_proof_of_another_entry_log_or_key_does_not_hold(proof):
    for entry, known, origin in (
        (ENTRIES[0], key(), ORIGIN),
        (ENTRIES[1], key(seed=2), ORIGIN),
        (ENTRIES[1], key(), "akson.example/another"),
        (ENTRIES[1], key("akson.example/another"), ORIGIN),
    ):
        with pytest.raises(ProofError):
            proof.verify(entry, [known.verifier], origin=origin)


def test_a_key_of_another_name_cannot_vouch_for_a_log():
    foreign = key("akson.example/another")
    made = Checkpoint(ORIGIN, 2, node_hash(*LEAVES))
    forged = proofs.Proof(1, (LEAVES[0],), notes.signed(made.text, [foreign]))

    with pytest.raises(ProofError):
        forged.verify(ENTRIES[1], [foreign.verifier], origin=ORIGIN)


def test_proof_file_spoiled_anywhere_is_refused(proof):
    """Each letter changed, each line lost or doubled: unreadable, or it does not hold."""
    written = str(proof)
    lines = written.splitlines(keepends=True)
    spoiled = [written[:i] + "A" + written[i + 1 :] for i in range(len(written))]
    spoiled += ["".join([*lines[:i], *lines[i + 1 :]]) for i in range(len(lines))]
    spoiled += ["".join([*lines[:i], lines[i], *lines[i:]]) for i in range(len(lines))]
    spoiled += [written[:i] for i in range(len(written))]
    let_through = []
    for each in spoiled:
        if each == written:
            continue
        try:
            proofs.parse(each).verify(ENTRIES[1], [key().verifier], origin=ORIGIN)
        except ProofError:
            continue
        let_through.append(each)
    # What nobody vouches for may change: the extra line, and a signature that is said twice.
    twice = "".join([*lines, lines[-1]])
    assert all(
        each == twice or proofs.parse(each).extra != b"why" for each in let_through
    )


@pytest.mark.parametrize("index", ["01", "-1", "", "1 ", "9223372036854775808"])
def test_index_is_written_in_one_way(proof, index):
    with pytest.raises(ProofError):
        proofs.parse(str(proof).replace("index 1", f"index {index}"))
