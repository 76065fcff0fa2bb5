"""Background work runs in a named place, or not at all."""

import time
from uuid import uuid4

import pytest
from celery import Celery, shared_task  # noqa: TID251 - it must be of no use
from celery.contrib.testing.worker import start_worker
from django.contrib.auth.models import Group
from django.db import DatabaseError

from akson_project.celery import app
from tenants import roles
from tenants.context import (
    UnknownMunicipalityError,
    current_municipality,
    in_municipality,
    is_somewhere,
)
from tenants.models import Municipality
from tenants.request_id import request_id
from tenants.tasks import TaskWithoutPlaceError, consortium_task, tenant_task
from tests.database import as_login

SEEN: list[object] = []


@tenant_task
def name_groups(prefix: str) -> list[str]:
    """Say where we are, and what is there."""
    names = [group.name for group in Group.objects.filter(name__startswith=prefix)]
    SEEN.append((str(current_municipality()), names, request_id.get()))
    return names


@tenant_task
def fail() -> None:
    raise ZeroDivisionError


@consortium_task
def count_municipalities() -> int:
    SEEN.append(request_id.get())
    return len(Municipality.objects.all())


@shared_task
def homeless() -> None:
    SEEN.append("homeless")


@pytest.fixture(autouse=True)
def seen():
    SEEN.clear()
    return SEEN


def test_task_works_in_the_municipality_it_was_given(two_municipalities):
    for municipality in two_municipalities:
        result = name_groups.delay(str(municipality.pk), "secret")

        assert result.get() == [f"secret of {municipality.name}"]
        assert not is_somewhere()


def test_task_started_inside_another_municipality_works_in_its_own(two_municipalities):
    fjord, fjell = two_municipalities
    with in_municipality(fjord):
        assert name_groups.delay(str(fjell.pk), "s").get() == ["secret of Fjell"]
        assert current_municipality() == fjord


def test_place_is_left_when_a_task_fails(fjord):
    with pytest.raises(ZeroDivisionError):
        fail.delay(str(fjord.pk))

    assert not is_somewhere()


def test_task_without_its_municipality_is_an_error(fjord):
    # mypy must see it too: its strict mode fails on a comment that ignores nothing.
    with pytest.raises(TypeError):
        name_groups.delay()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        name_groups.delay(str(fjord.pk))  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="UUID"):
        name_groups.delay("secret", "secret")
    with pytest.raises(UnknownMunicipalityError):
        name_groups.delay(str(uuid4()), "secret")


def test_consortium_task_reads_the_register_and_no_municipality(database):
    assert count_municipalities.delay().get() == 2
    assert not is_somewhere()


def test_task_made_in_another_way_does_not_run(fjord, seen):
    with pytest.raises(TaskWithoutPlaceError):
        homeless.delay()
    with pytest.raises(TaskWithoutPlaceError), in_municipality(fjord):
        homeless()
    assert seen == []


@pytest.fixture
def real_worker(settings):
    """Run tasks as in production: by message, in another thread."""
    settings.ROOT_URLCONF = "tests.tenants.urls"  # the worker checks it
    other = Celery(
        "tests", task_cls=app.task_cls, broker="memory://", set_as_current=False
    )
    other.set_current()
    try:
        with start_worker(other, perform_ping_check=False, loglevel="CRITICAL"):
            yield
    finally:
        app.set_current()
        app.set_default()  # the worker took that place too: new threads would ask it


def test_worker_of_its_own_gets_place_and_request_id_from_the_message(
    two_municipalities, real_worker, seen
):
    fjord, _ = two_municipalities
    token = request_id.set("the request")

    homeless.delay()
    name_groups.delay(str(fjord.pk), "secret")
    count_municipalities.delay()
    request_id.reset(token)

    deadline = time.monotonic() + 10
    while len(seen) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert seen == [("Fjord", ["secret of Fjord"], "the request"), "the request"]


def test_worker_login_has_a_role_of_its_own(two_municipalities):
    fjord, _ = two_municipalities
    with as_login(roles.WORKER):
        assert name_groups.delay(str(fjord.pk), "s").get() == ["secret of Fjord"]
        with pytest.raises(DatabaseError):
            list(Group.objects.all())
