"""Ways to look at a sealed log, and to do what nobody may."""

from contextlib import contextmanager

from audit.models import AccessEvent, LogCheckpoint, LogLeaf
from audit.seal import notes
from audit.seal.checkpoints import read_checkpoint
from audit.seal.tree import leaf_hash
from audit.sealing import keys, sealer
from tests.audit.seal import reference
from tests.database import as_superuser

TABLES = (
    "audit_accessevent",
    "audit_accesssubject",
    "audit_logera",
    "audit_logleaf",
    "audit_logtile",
    "audit_logcheckpoint",
    "audit_logcosignature",
    "audit_logrefusal",
)


def newest():
    return LogCheckpoint.objects.order_by("-era", "-size").first()


def all_leaves(era=1):
    found = LogLeaf.objects.filter(era=era).order_by("index")
    return [(leaf.event_id, bytes(leaf.hash)) for leaf in found]


def holds(fjord, era=1):
    """Re-derive the tree from the events' bytes; everything sealed once, in order."""
    bodies = dict(AccessEvent.objects.values_list("id", "body"))
    leaves = all_leaves(era)
    hashes = [leaf_hash(bytes(bodies[event])) for event, _hash in leaves]
    assert [each for _event, each in leaves] == hashes
    for checkpoint in LogCheckpoint.objects.filter(era=era):
        note = notes.parse(checkpoint.note)
        origin = sealer.origin_of(fjord, era)
        found = read_checkpoint(note, origin=origin)
        assert note.verified_by(keys.verifier_keys(fjord.pk, origin))
        assert (found.size, found.root) == (checkpoint.size, bytes(checkpoint.root))
        assert found.root == reference.mth(hashes[: found.size])
    assert newest().size == len(leaves)
    return [event for event, _hash in leaves]


@contextmanager
def another_writer(database, *, rolls_back=False):
    """A transaction of the application's on a connection of its own, not yet ended."""
    with (
        as_superuser(database) as server,
        server.transaction(force_rollback=rolls_back),
    ):
        server.execute("SET LOCAL ROLE t_fjord")
        yield server


def past_the_triggers(database, *statements):
    """Do what nobody may, as the superuser."""
    with as_superuser(database) as server, server.transaction():
        for table in TABLES:
            server.execute(f"ALTER TABLE fjord.{table} DISABLE TRIGGER ALL")
        for statement in statements:
            server.execute(statement)
        for table in TABLES:
            server.execute(f"ALTER TABLE fjord.{table} ENABLE TRIGGER ALL")
            server.execute(
                f"ALTER TABLE fjord.{table} ENABLE ALWAYS TRIGGER append_only"
            )
