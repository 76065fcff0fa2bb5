"""A sealer killed at any point leaves nothing half; two at once seal nothing twice."""

import pytest

from audit.models import LogCheckpoint, LogLeaf, LogTile
from tests.audit.sealing.killing import seal_in_a_process, start_two
from tests.audit.sealing.looking import holds, newest

# Lock, standing, what was signed last, the tree's edge at two levels, leaves, the last one's
# number, tiles, checkpoint; commit; what is remembered.
POINTS = range(11)


def counts():
    tables = (LogLeaf, LogTile, LogCheckpoint)
    return [table.objects.count() for table in tables]


@pytest.mark.parametrize("point", POINTS)
def test_killed_at_each_statement(write_many, seal, fjord, database, point):
    write_many(600)
    while seal():
        pass
    before = counts()
    write_many(300)

    killed = seal_in_a_process(fjord, database, kill_at=point) is None

    assert killed
    is_committed = point == POINTS[-1]
    assert (counts() != before) == is_committed
    assert seal() == (0 if is_committed else 300)
    holds(fjord)


def test_there_is_no_point_after_the_last(write_many, seal, fjord, database):
    write_many(600)
    while seal():
        pass
    write_many(300)

    assert seal_in_a_process(fjord, database, kill_at=len(POINTS)) == 300


def test_two_at_once_seal_each_event_once(write_many, fjord, seal):
    seal()
    size = newest().size
    write_many(400)
    sealed = 0

    while newest().size < size + 400:
        sealed += sum(start_two(fjord, batch=60))

    assert sealed == 400
    holds(fjord)
