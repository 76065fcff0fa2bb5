"""Ways to tamper with a sealed log past all walls, and what a verification must call each.

A way is given the superuser's connection, the index of a leaf and that leaf's event.
"""

from uuid import uuid4

from audit.verifying.findings import Wrong
from tests.audit.sealing.looking import TABLES

EVENT = "fjord.audit_accessevent"
SUBJECT = "fjord.audit_accesssubject"
LEAF = "fjord.audit_logleaf"
TILE = "fjord.audit_logtile"
CHECKPOINT = "fjord.audit_logcheckpoint"

OTHER_BODY = (
    "convert_to(replace(convert_from(body, 'UTF8'), '\"v\":1', '\"v\":2'), 'UTF8')"
)
HASHED = f"sha256('\\x00'::bytea || {OTHER_BODY})"


def of_event(statement):
    """A way that changes something of the event itself."""

    def tamper(server, _index, event):
        server.execute(statement, {"event": event, "other": uuid4()})

    return tamper


def of_leaf(statement):
    """A way that changes something where the leaf stands."""

    def tamper(server, index, _event):
        server.execute(statement, {"index": index})

    return tamper


def body_and_leaf(server, index, event):
    """The body and its leaf, so that they agree."""
    server.execute(
        f"UPDATE {LEAF} SET hash = (SELECT {HASHED} FROM {EVENT} WHERE id = %s)"
        " WHERE index = %s",
        [event, index],
    )
    server.execute(f"UPDATE {EVENT} SET body = {OTHER_BODY} WHERE id = %s", [event])


def event_and_leaf(server, index, event):
    """The event with its leaf, and all that would show the hole."""
    server.execute(f"DELETE FROM {SUBJECT} WHERE event_id = %s", [event])
    server.execute(f"DELETE FROM {EVENT} WHERE id = %s", [event])
    server.execute(f"DELETE FROM {LEAF} WHERE index = %s", [index])
    server.execute(f"UPDATE {LEAF} SET index = -index WHERE index > %s", [index])
    server.execute(f"UPDATE {LEAF} SET index = -index - 1 WHERE index < 0")


def swap(server, index, _event):
    """A leaf and the next change places, with their events; the last one and that before."""
    size = server.execute(f"SELECT count(*) FROM {LEAF}").fetchone()[0]
    other = index + 1 if index + 1 < size else index - 1
    for before, after in ((index, -1), (other, index), (-1, other)):
        server.execute(
            f"UPDATE {LEAF} SET index = %s WHERE index = %s", [after, before]
        )


def older(server, index, _event):
    """All from a leaf on is taken away, as if it had never been."""
    server.execute(f"DELETE FROM {CHECKPOINT} WHERE size > %s", [index])
    size = server.execute(
        f"SELECT coalesce(max(size), 0) FROM {CHECKPOINT}"
    ).fetchone()[0]
    gone = f"SELECT event_id FROM {LEAF} WHERE index >= {size}"
    server.execute(f"DELETE FROM {SUBJECT} WHERE event_id IN ({gone})")
    server.execute(f"DELETE FROM {EVENT} WHERE id IN ({gone})")
    server.execute(f"DELETE FROM {LEAF} WHERE index >= %s", [size])
    server.execute(f"DELETE FROM {TILE} WHERE (index + 1) * 256 > %s", [size])


def slipped_in(server, _index, event):
    """An event that pretends to have been there before the sealing."""
    server.execute(
        f"INSERT INTO {EVENT} SELECT (jsonb_populate_record(e, jsonb_build_object("
        f"'id', gen_random_uuid(), 'xid', 1))).* FROM {EVENT} e WHERE id = %s",
        [event],
    )


def signed_by_another(server, index, _event):
    """A checkpoint gets a signature that is not the log's."""
    server.execute(
        f"UPDATE {CHECKPOINT} SET note = replace(note, E'\\n— ', E'\\n— x') WHERE size ="
        f" (SELECT min(size) FROM {CHECKPOINT} WHERE size > %s)",
        [index],
    )


def tile_of(statement):
    """A way that changes the first tile."""

    def tamper(server, _index, _event):
        server.execute(statement)

    return tamper


_COLUMN = f"UPDATE {EVENT} SET {{}} WHERE id = %(event)s"
_ROW = f"UPDATE {SUBJECT} SET {{}} WHERE event_id = %(event)s"

# What each is called, and whether the very event can be named (else where it can be).
WAYS = {
    "body": (of_event(_COLUMN.format(f"body = {OTHER_BODY}")), Wrong.BODY),
    "verb": (of_event(_COLUMN.format("verb = 'lies'")), Wrong.COLUMNS),
    "actor": (of_event(_COLUMN.format("actor_id = %(other)s")), Wrong.COLUMNS),
    "nobody": (of_event(_COLUMN.format("actor_id = NULL")), Wrong.COLUMNS),
    "unit": (of_event(_COLUMN.format("unit_id = %(other)s")), Wrong.COLUMNS),
    "units": (
        of_event(_COLUMN.format("unit_ids = ARRAY[%(other)s]::uuid[]")),
        Wrong.COLUMNS,
    ),
    "time": (
        of_event(_COLUMN.format("recorded_at = recorded_at - interval '1 s'")),
        Wrong.COLUMNS,
    ),
    "stored": (
        of_event(_COLUMN.format("stored_at = stored_at + interval '1 day'")),
        Wrong.LATE,
    ),
    "outcome": (of_event(_COLUMN.format("outcome = 4")), Wrong.COLUMNS),
    "basis": (of_event(_COLUMN.format("basis = 'team'")), Wrong.COLUMNS),
    "demo": (of_event(_COLUMN.format("is_demo = true")), Wrong.COLUMNS),
    "patient": (of_event(_ROW.format("patient_id = %(other)s")), Wrong.SUBJECTS),
    "record": (of_event(_ROW.format("record_id = %(other)s")), Wrong.SUBJECTS),
    "reach": (of_event(_ROW.format("reach = 0")), Wrong.SUBJECTS),
    "kinds": (of_event(_ROW.format("kinds = ARRAY['draft']")), Wrong.SUBJECTS),
    "row gone": (
        of_event(f"DELETE FROM {SUBJECT} WHERE event_id = %(event)s"),
        Wrong.SUBJECTS,
    ),
    "event gone": (
        of_event(
            f"WITH rows AS (DELETE FROM {SUBJECT} WHERE event_id = %(event)s)"
            f" DELETE FROM {EVENT} WHERE id = %(event)s"
        ),
        Wrong.EVENT_GONE,
    ),
    "leaf": (
        of_leaf(f"UPDATE {LEAF} SET hash = sha256('x') WHERE index = %(index)s"),
        Wrong.BODY,
    ),
    "leaf gone": (
        of_leaf(f"DELETE FROM {LEAF} WHERE index = %(index)s"),
        Wrong.LEAF_GONE,
    ),
    "body and leaf": (body_and_leaf, Wrong.LEAF_MOVED),
    "event and leaf": (event_and_leaf, Wrong.LEAF_MOVED),
    "swap": (swap, Wrong.LEAF_MOVED),
    "older": (older, Wrong.CUT),
    "slipped in": (slipped_in, Wrong.ADDED),
    "root": (
        of_leaf(
            f"UPDATE {CHECKPOINT} SET root = sha256('x')"
            f" WHERE size = (SELECT min(size) FROM {CHECKPOINT} WHERE size > %(index)s)"
        ),
        Wrong.CHECKPOINT,
    ),
    "signature": (signed_by_another, Wrong.NOTE),
    "checkpoints gone": (tile_of(f"DELETE FROM {CHECKPOINT}"), Wrong.CHECKPOINT_GONE),
    "tile": (
        tile_of(
            f"UPDATE {TILE} SET hashes = overlay(hashes PLACING 'x' FROM 40) WHERE index = 0"
        ),
        Wrong.LEAF_MOVED,
    ),
    "tile's root": (
        tile_of(f"UPDATE {TILE} SET root = sha256('x') WHERE index = 0"),
        Wrong.TILE,
    ),
    "tile gone": (tile_of(f"DELETE FROM {TILE} WHERE index = 0"), Wrong.TILE_GONE),
    "tile over": (
        tile_of(
            f"INSERT INTO {TILE} SELECT era, level, index + 9, hashes, root FROM {TILE}"
        ),
        Wrong.TILES_OVER,
    ),
    "all seals gone": (
        tile_of(
            "TRUNCATE fjord.audit_logera, fjord.audit_logleaf, fjord.audit_logtile,"
            " fjord.audit_logcheckpoint"
        ),
        Wrong.NO_SEAL,
    ),
}
# Where no event can be named: it is not there any more, or all of the log is meant.
UNNAMED = {
    "older",
    "checkpoints gone",
    "tile",
    "tile's root",
    "tile gone",
    "tile over",
    "all seals gone",
    "slipped in",
}

# The last tile is partial: there a checkpoint tells which events it can be, not which one,
# and a last leaf that is gone makes the log too short.
ALSO = {
    Wrong.LEAF_MOVED: {Wrong.CHECKPOINT, Wrong.CUT},
    Wrong.LEAF_GONE: {Wrong.CUT},
}


def is_named(found, name, index, event):
    """Whether what was done is among what was found, and the first finding names where."""
    _way, expected = WAYS[name]
    accepted = {expected} | ALSO.get(expected, set())
    if not accepted & {each.wrong for each in found}:
        return False
    first = found[0]
    if name in UNNAMED or first.event_id == event:
        return True
    return first.event_id is None and first.index <= index <= (
        first.last or first.index
    )


def keep(server):
    """Keep a copy of all tables of the log, and let them be changed from now on."""
    server.execute("DROP SCHEMA IF EXISTS kept CASCADE")
    server.execute("CREATE SCHEMA kept")
    for table in TABLES:
        server.execute(f"CREATE TABLE kept.{table} AS TABLE fjord.{table}")
        server.execute(f"ALTER TABLE fjord.{table} DISABLE TRIGGER ALL")


def put_back(server):
    """Put back what was kept."""
    named = ", ".join(f"fjord.{table}" for table in TABLES)
    server.execute(f"TRUNCATE {named}, fjord.audit_opening")
    for table in TABLES:
        server.execute(f"INSERT INTO fjord.{table} SELECT * FROM kept.{table}")
