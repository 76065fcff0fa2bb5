"""While the municipality's schema is upgraded, people read, and what they typed is kept."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.urls import get_resolver
from django.utils import timezone

from access.read_only import FREE
from audit.verbs import Verb
from tenants import directory, roles
from tenants.context import in_consortium
from tenants.schemas import SchemaUpgrade
from tests.database import as_login, as_superuser

OURS = {"origin": "http://fjord.localhost"}


@pytest.fixture
def upgrade(fjord):
    """Say that Fjord is being upgraded, as the migrator does."""

    def say(*, until=timedelta(minutes=1)):
        with as_login(roles.MIGRATOR), in_consortium():
            SchemaUpgrade.objects.filter(municipality=fjord).update(
                state=SchemaUpgrade.State.RUNNING,
                read_only_until=timezone.now() + until,
            )
            directory.invalidate()

    return say


@pytest.fixture
def siri(world, browser, sign_in):
    sign_in("siri.sykepleier")
    return browser


def test_what_was_typed_is_given_back_and_nothing_is_stored(world, siri, upgrade):
    upgrade()

    answer = siri.post(
        f"/records/{world.ola.record_id}/notes/new/",
        {"text": "Sov dårlig i natt."},
        headers=OURS,
    )

    page = answer.content.decode()
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "30"
    assert "Akson oppdateres for kommunen din akkurat nå." in page
    assert "Sov dårlig i natt." in page
    with as_superuser(connection.settings_dict["NAME"]) as server:
        notes = server.execute("SELECT count(*) FROM fjord.journal_note").fetchone()
    assert notes == (0,)


def test_people_go_on_reading_searching_and_signing_in(world, siri, upgrade, logged):
    upgrade()

    assert siri.get(f"/records/{world.ola.record_id}/").status_code == 200
    assert siri.post("/search/", {"q": "Ola"}, headers=OURS).status_code == 303
    assert siri.post("/konto/logg-ut/", headers=OURS).status_code == 302
    assert len(logged(Verb.READ)) > 0


def test_script_is_told_by_a_number(world, siri, upgrade):
    upgrade()

    answer = siri.post(
        f"/records/{world.ola.record_id}/notes/new/",
        headers={**OURS, "hx-request": "true"},
    )

    assert (answer.status_code, answer.content) == (503, b"")


def test_upgrade_that_was_killed_locks_nobody_out(world, siri, upgrade):
    upgrade(until=timedelta(seconds=-1))

    answer = siri.post(f"/records/{world.ola.record_id}/notes/new/", headers=OURS)

    assert answer.status_code != 503


def test_the_neighbour_writes_on(world, siri, upgrade, fjell):
    with as_login(roles.MIGRATOR), in_consortium():
        SchemaUpgrade.objects.filter(municipality=fjell).update(
            state=SchemaUpgrade.State.RUNNING,
            read_only_until=timezone.now() + timedelta(minutes=1),
        )
    directory.invalidate()

    answer = siri.post(f"/records/{world.ola.record_id}/notes/new/", headers=OURS)

    assert answer.status_code != 503


def test_page_that_meets_the_change_is_explained(world, siri, upgrade, monkeypatch):
    def meets_the_change(*_args, **_options):
        raise OperationalError

    monkeypatch.setattr("access.views.profile.render", meets_the_change)
    siri.raise_request_exception = False
    assert siri.get("/profil/").status_code == 500

    upgrade()

    answer = siri.get("/profil/")
    assert answer.status_code == 503
    assert "Vent litt, og prøv igjen." in answer.content.decode()


def test_what_is_free_is_an_address():
    resolver = get_resolver("akson_project.urls_municipality")
    names = {
        f"{namespace}:{name}"
        for namespace, (_, inner) in resolver.namespace_dict.items()
        for name in inner.reverse_dict
        if isinstance(name, str)
    }

    assert names >= FREE
