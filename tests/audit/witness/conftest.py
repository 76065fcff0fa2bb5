"""A witness with a key of its own, and a log of somebody else's that asks it."""

import pytest
from django.test import Client

from audit.seal.checkpoints import Checkpoint
from audit.seal.keys import Kind
from audit.seal.notes import signed
from audit.seal.tree import leaf_hash, prove_consistency
from audit.witness import asking, keys
from audit.witness.witness import know
from tenants.context import in_consortium
from tests.audit.seal import reference
from tests.audit.seal.signing import key

ORIGIN = "log.example/elsewhere"
WITNESS = "witness.example"


class ForeignLog:
    """A log that no Akson keeps, in memory."""

    def __init__(self, *, key_seed=1, fork_at=None, origin=ORIGIN):
        self.key = key(origin, Kind.SIGNATURE, key_seed)
        self.fork_at = fork_at

    def leaves(self, size):
        fork = self.fork_at if self.fork_at is not None else size
        texts = [b"%d" % i if i < fork else b"forked %d" % i for i in range(size)]
        return [leaf_hash(text) for text in texts]

    def note(self, size):
        root = reference.mth(self.leaves(size))
        return signed(Checkpoint(self.key.name, size, root).text, [self.key])

    def proof(self, old, new):
        leaves = self.leaves(new)

        def hash_of(node):
            start, end = (place << node.level for place in (node.place, node.place + 1))
            return reference.mth(leaves[start:end])

        return prove_consistency(old, new, hash_of)

    def asks(self, old, new):
        return asking.write(old, self.proof(old, new), self.note(new))


@pytest.fixture
def witness(database, settings, tmp_path):
    """The witness of this installation, which knows the log elsewhere."""
    settings.AKSON_WITNESS_NAME = WITNESS
    settings.AKSON_WITNESS_KEY = str(tmp_path / "witness" / "key.pem")
    keys.make_key()
    with in_consortium():
        know(ForeignLog().key.verifier.vkey)
    return keys.witness_key()


@pytest.fixture
def ask(witness):
    """Ask it over HTTP, as a machine does: no cookie, no session."""

    def ask(written, host="konsortium.localhost"):
        machine = Client(headers={"host": host}, enforce_csrf_checks=True)
        return machine.post(
            "/witness/add-checkpoint", written, content_type="text/plain"
        )

    return ask
