"""A closed door says why, what one may lawfully do, and nothing of the patient."""

from uuid import uuid4

from access.models import Unit
from access.roles import Role
from tests import world as worlds


def refused(desk, worker, world, name="record:person"):
    page = desk(worker).get(name, world.ola.record_id)
    assert page.status_code == 403
    return page.content.decode()


def test_stranger_is_told_whom_to_ask_and_not_where_the_patient_is(world, desk):
    Unit.objects.filter(pk=world.south.pk).update(phone="55 11 22 33")
    worlds.person("berit.leder", (Role.LEADER, world.south))

    page = refused(desk, world.stranger, world)

    assert "har ikke pasienten" in page
    assert "Berit Leder" in page
    assert "55 11 22 33" in page
    for secret in ("Hjemmetjenesten nord", "Ola", "Fjellheim", "Lise Leder"):
        assert secret not in page


def test_leader_elsewhere_may_take_in(world, desk):
    berit = worlds.worker(worlds.person("berit.leder", (Role.LEADER, world.south)))

    assert f"/records/{world.ola.record_id}/admit/" in refused(desk, berit, world)


def test_clerk_who_asks_for_more_than_the_person_is_shown_the_way_to_that(world, desk):
    page = refused(desk, world.clerk, world, "record:critical_add")

    assert "rollen din" in page
    assert f"/records/{world.ola.record_id}/person/" in page


def test_other_municipality_is_not_told_that_the_record_exists(world, desk):
    assert desk(world.nurse).get("record:person", uuid4()).status_code == 404
