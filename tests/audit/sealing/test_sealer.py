"""Events are sealed in the order of their transactions, each once, and for good."""

from audit.models import LogLeaf, LogTile
from audit.sealing import keys, sealer
from tenants import roles
from tests.attacks.by_hand import EVENT, event_row
from tests.attacks.doors import entry
from tests.audit.seal import reference
from tests.audit.sealing.looking import all_leaves, another_writer, holds, newest
from tests.database import as_login, as_superuser


def test_events_are_sealed_in_the_order_of_their_transactions(write, seal, fjord):
    assert seal() >= 0
    before = LogLeaf.objects.count()
    written = write(5)

    assert seal() == 5
    assert holds(fjord)[before:] == written
    assert seal() == 0
    assert newest().size == before + 5


def test_nothing_is_sealed_twice_and_all_of_a_long_log_is_sealed_in_portions(
    write, seal, fjord
):
    seal()
    before = LogLeaf.objects.count()
    written = write(12)

    assert [seal(batch=5) for _ in range(4)] == [5, 5, 2, 0]
    assert holds(fjord)[before:] == written


def test_event_committed_late_is_sealed_when_its_turn_comes(
    write, seal, world, fjord, database
):
    seal()
    late = event_row(entry(world.nurse))
    with another_writer(database) as server:
        server.execute(EVENT, late)
        after = write(3)

        assert seal() == 0  # they would come before it, if it is committed

    assert seal() == 4
    assert holds(fjord)[-4:] == [late["id"], *after]


def test_transaction_that_is_rolled_back_holds_nothing_up_afterwards(
    write, seal, world, fjord, database
):
    seal()
    with another_writer(database, rolls_back=True) as server:
        server.execute(EVENT, event_row(entry(world.nurse)))
        after = write(2)
        assert seal() == 0

    assert seal() == 2
    assert holds(fjord)[-2:] == after


def test_log_longer_than_a_tile_keeps_its_full_tiles(write_many, seal, fjord):
    write_many(700)
    while seal(batch=300):
        pass

    holds(fjord)
    size = newest().size
    tiles = LogTile.objects.filter(level=0).order_by("index")
    hashes = [each for _event, each in all_leaves()]
    assert [bytes(tile.hashes) for tile in tiles] == [
        b"".join(hashes[start : start + 256]) for start in range(0, size - 255, 256)
    ]
    assert all(
        bytes(tile.root) == reference.mth(hashes[tile.index * 256 :][:256])
        for tile in tiles
    )


def test_two_municipalities_have_a_log_and_a_key_each(write, seal, fjord, fjell):
    write()
    seal()
    with as_login(roles.SEALER):
        assert sealer.seal(fjell) == 0

    origin = newest().note.partition("\n")[0]
    assert origin == f"akson.localhost/log/{fjord.pk}/1"
    assert keys.verifier_keys(fjell.pk, origin) == []


def test_seal_that_stands_still_on_another_one_s_lock_does_nothing(
    write, seal, fjord, database
):
    write()
    with as_superuser(database) as server, server.transaction():
        server.execute("SELECT pg_advisory_xact_lock(4120603, hashtext('fjord'))")

        assert seal() == 0

    assert seal() > 0
