"""A log that cannot go on is not signed on, and begins anew under another name."""

import pytest

from audit.models import LogCheckpoint, LogEra
from audit.seal import notes
from audit.seal.checkpoints import read_checkpoint
from audit.sealing import memory, sealer
from audit.sealing.sealer import AnotherServerError, TamperedError, TurnedBackError
from tenants import roles
from tests.attacks.by_hand import EVENT, event_row
from tests.attacks.doors import entry
from tests.audit.sealing.looking import (
    TABLES,
    another_writer,
    holds,
    newest,
    past_the_triggers,
)
from tests.database import as_login


def test_log_restored_on_another_server_is_sealed_in_a_new_era_only(
    write, seal, fjord, database
):
    write(3)
    seal()
    sealed = newest()
    left = write(1)
    # As a dump leaves it: rows of numbers that the server has not come to, some not sealed.
    past_the_triggers(
        database,
        "UPDATE fjord.audit_logera SET system_identifier = '1'",
        "UPDATE fjord.audit_accessevent SET xid = xid + 1000000",
        "UPDATE fjord.audit_accesssubject SET xid = xid + 1000000",
    )
    after = write(2)

    with pytest.raises(AnotherServerError):
        seal()
    with as_login(roles.SEALER):
        origin = sealer.begin_era(fjord, reason="restored")

    assert origin == sealer.origin_of(fjord, 2)
    assert (newest().era, newest().size) == (2, 3)
    assert set(holds(fjord, era=2)) == {*left, *after}
    later = write(2)
    assert seal() == 2
    assert holds(fjord, era=2)[-2:] == later
    assert LogCheckpoint.objects.get(era=1, size=sealed.size).note == sealed.note
    assert LogEra.objects.get(number=2).reason == "restored"


def test_event_that_commits_while_an_era_begins_is_sealed_in_it(
    write, seal, world, fjord, database
):
    seal()
    late = event_row(entry(world.nurse))
    with another_writer(database) as server:
        server.execute(EVENT, late)
        before = write()
        with as_login(roles.SEALER):
            sealer.begin_era(fjord, reason="moved")
        after = write()

    assert seal() == 2
    assert set(holds(fjord, era=2)) == {late["id"], *before, *after}


def test_log_put_back_to_an_older_state_is_not_signed_on(write, seal, fjord, database):
    write(2)
    seal()
    older = newest().size
    write(2)
    seal()
    past_the_triggers(
        database,
        f"DELETE FROM fjord.audit_logcheckpoint WHERE size > {older}",
        f"DELETE FROM fjord.audit_logleaf WHERE index >= {older}",
    )

    with pytest.raises(TurnedBackError):
        seal()

    with as_login(roles.SEALER):
        sealer.begin_era(fjord, reason="restored from yesterday's backup")
    assert (newest().era, newest().size) == (2, 2)
    assert seal() == 0


def test_log_whose_seals_were_taken_away_is_not_begun_again(
    write, seal, database, fjord
):
    write(2)
    seal()
    past_the_triggers(
        database, *(f"DELETE FROM fjord.{each}" for each in TABLES if "_log" in each)
    )

    with pytest.raises(TurnedBackError):
        seal()

    # Nor by one who says so: the name of what was signed is not used again.
    with as_login(roles.SEALER):
        assert sealer.begin_era(fjord, reason="lost") == sealer.origin_of(fjord, 2)


FORGED = """
INSERT INTO fjord.audit_logcheckpoint (era, size, root, note, sealed_xid, sealed_event)
SELECT era, size + 1, sha256('x'), note, sealed_xid, sealed_event
FROM fjord.audit_logcheckpoint
"""


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE fjord.audit_logleaf SET hash = sha256('x') WHERE index = 1",
        "DELETE FROM fjord.audit_logleaf WHERE index = 1",
        "UPDATE fjord.audit_logcheckpoint SET note = replace(note, '— ', '— x')",
        FORGED,
        FORGED.replace(
            "SELECT era, size + 1, sha256('x')", "SELECT era, size + 1, root"
        ),
    ],
)
def test_what_was_changed_is_not_signed_on(write, seal, database, change):
    write(3)
    seal()
    past_the_triggers(database, change)
    write()

    with pytest.raises(TamperedError):
        seal()


def test_root_of_a_full_tile_that_was_changed_is_not_signed_on(
    write_many, seal, database
):
    write_many(600)
    seal()
    past_the_triggers(database, "UPDATE fjord.audit_logtile SET root = sha256('x')")
    write_many(1)

    with pytest.raises(TamperedError):
        seal()


def test_memory_is_behind_at_most(write, seal, fjord):
    """Killed after the commit, before it is remembered: the next seal goes on."""
    write(2)
    seal()
    remembered = newest()
    write(2)
    seal()
    memory.remember(fjord.pk, notes.parse(remembered.note))
    write()

    assert seal() == 1
    assert memory.newest_signed(fjord.pk) == read_checkpoint(notes.parse(newest().note))
