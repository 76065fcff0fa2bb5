"""Background work of the log."""

from django.db import connection

from access.actions import Action
from audit.jobs import sweep_openings
from journal.record.gate import open_record
from tests.database import as_login, as_superuser


def _openings(database):
    with as_superuser(database) as server:
        return server.execute("SELECT count(*) FROM fjord.audit_opening").fetchone()[0]


def test_old_openings_are_swept_and_new_ones_stay(world, fjord, database):
    with open_record(world.ola.record_id, by=world.nurse, to=Action.READ_RECORD):
        pass
    before = _openings(database)
    with as_superuser(database) as server:
        server.execute(
            "UPDATE fjord.audit_opening SET began_at = began_at - interval '2 hours'"
            " WHERE id = (SELECT min(id) FROM fjord.audit_opening)"
        )
    connection.close()

    with as_login("akson_worker"):
        sweep_openings(str(fjord.pk))

    assert _openings(database) == before - 1
