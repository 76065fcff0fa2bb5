"""Attempts to write in somebody else's name."""

import pytest
from django.db import DatabaseError

from audit import log
from tests.attacks.doors import entry, open_by_hand, protected_tables, row_for, subject

# What is written under an author's name; the rest says who wrote it in its history.
AUTHORED = ["journal_note", "journal_noteinerror"]


def write(world, row):
    event = log.append(entry(world.nurse, subject(world.ola)))[0]
    return open_by_hand(event, row)


@pytest.mark.parametrize("table", AUTHORED)
def test_nothing_is_signed_in_another_s_name(world, table):
    in_her_name = row_for(table, world.ola, by=world.leader)

    with pytest.raises(DatabaseError, match="row-level security"):
        write(world, in_her_name)


def test_history_does_not_say_that_somebody_else_did_it(world):
    tables = [name for name, _key in protected_tables() if "_historical" in name]

    for table in tables:
        assert write(world, row_for(table, world.ola, by=world.nurse)) == 1
        with pytest.raises(DatabaseError, match="row-level security"):
            write(world, row_for(table, world.ola, by=world.leader))
    assert len(tables) > 8


def test_draft_is_not_handed_over_to_another_to_sign(world):
    write(world, row_for("journal_note", world.ola, by=world.nurse, signed=False))

    for change in (
        "UPDATE journal_note SET author_id = %s",
        "UPDATE journal_note SET author_id = %s, signed_at = now()",
    ):
        event = log.append(entry(world.nurse, subject(world.ola)))[0]
        with pytest.raises(DatabaseError, match="row-level security"):
            open_by_hand(event, change, [world.leader.user_id])
