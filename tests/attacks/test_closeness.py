"""Attempts to learn who lives where, or is whose kin, from what the control of the log may ask."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection

from audit.detection.rules.weights import USUAL_CLOSE
from audit.verbs import Verb
from tenants import roles
from tenants.context import in_municipality
from tests import world as worlds
from tests.access.oversight.desk import Desk
from tests.access.oversight.kin import make_siblings
from tests.attacks.doors import query
from tests.database import as_login

ASK = "SELECT * FROM journal_closeness('-infinity')"
KIN = {"", "spouse", "partner", "former_spouse", "parent", "child", "sibling"} | {
    "grandparent",
    "grandchild",
}


@pytest.fixture
def looked(world):
    """Siri has opened her brother's record; both have a neighbour whom nobody opened."""
    make_siblings(world)
    Desk(world.nurse).get(f"/records/{world.ola.record_id}/")
    return worlds.patient(world.clerk, given="Nils", family="Nabo", at=world.north)


@pytest.mark.parametrize("login", [roles.APP, roles.SEALER])
def test_only_background_work_may_ask(looked, fjord, login):
    with (
        as_login(login),
        in_municipality(fjord),
        pytest.raises(DatabaseError, match=r"permission denied|does not exist"),
    ):
        query(ASK)


def test_nothing_comes_out_but_ids_codes_shares_and_moments_of_the_log(
    world, looked, fjord
):
    with (
        as_login(roles.WORKER),
        in_municipality(fjord),
        connection.cursor() as cursor,
    ):
        cursor.execute(ASK)
        columns = [column.name for column in cursor.description]
        rows = cursor.fetchall()

    assert columns == [
        *("worker_id", "patient_id", "codes", "kin", "surname_share", "dead_from")
    ]
    assert (world.nurse.user_id, world.ola.patient_id) in {row[:2] for row in rows}
    for _worker, _patient, codes, kin, share, dead_from in rows:
        assert set(codes) <= set(USUAL_CLOSE)
        assert kin in KIN
        assert share is None or 0 < share <= 1
        assert dead_from is None


def test_two_who_have_not_met_in_the_log_cannot_be_asked_about(world, looked, fjord):
    with as_login(roles.WORKER), in_municipality(fjord):
        rows = query(ASK)

        assert (world.nurse.user_id, looked.patient_id) not in {row[:2] for row in rows}
        with pytest.raises(DatabaseError, match="does not exist"):
            query("SELECT * FROM journal_closeness(%s, %s)", [uuid4(), uuid4()])


def test_neighbour_of_who_has_a_protected_address_is_not_told_that_he_is(
    world, looked, fjord, database
):
    with as_login(roles.MIGRATOR), in_municipality(fjord):
        query(
            "UPDATE journal_address SET line = 'Storgata 3', protection = 'fortrolig'"
            " WHERE patient_id = %s",
            [world.ola.patient_id],
        )
    with as_login(roles.WORKER), in_municipality(fjord):
        (codes,) = [
            row[2]
            for row in query(ASK)
            if row[:2] == (world.nurse.user_id, world.ola.patient_id)
        ]

    assert "protected" in codes
    assert not {"street", "next_door"} & set(codes)


def test_who_only_saw_somebody_in_a_list_learns_nothing_of_him(world, looked, fjord):
    Desk(world.leader).get("/")
    with as_login(roles.WORKER), in_municipality(fjord):
        listed = query(
            "SELECT count(*) FROM audit_accessevent WHERE verb = %s",
            [Verb.LISTED.value],
        )
        workers = {row[0] for row in query(ASK)}

    assert listed[0][0]
    assert world.leader.user_id not in workers
