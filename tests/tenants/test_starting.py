"""The consortium starts a municipality: what it asks for, and what the page then shows."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.utils import timezone

from tenants import directory, roles, services
from tenants.context import in_consortium, in_municipality, this_connection
from tenants.jobs import provision_municipality
from tenants.models import Municipality
from tenants.provisioning import STEPS
from tenants.schemas import ProvisioningRun, SchemaTemplate
from tests.database import as_login

CALLED: list[object] = []


def invite(municipality, *, by):
    """What should follow: here, it works in the new schema."""
    with in_municipality(municipality):
        Group.objects.get_or_create(name="first user")
    CALLED.append((municipality.schema_name, by))


def refuse(municipality, *, by):
    raise InterruptedError


def look(municipality, *, by):
    """Note what others see of the run while it is not finished."""
    with as_login(roles.APP), in_consortium():
        run = ProvisioningRun.objects.get()
        CALLED.append((run.state, run.step, run.steps_total, run.step_label))


@pytest.fixture(autouse=True)
def what_follows(settings):
    CALLED.clear()
    settings.AKSON_AFTER_PROVISIONING = ["tests.tenants.test_starting.invite"]


def test_municipality_is_started_in_the_background(dal, consortium):
    services.add_domain(dal, host="dal.localhost")

    run = services.request_start(dal, by="kari@konsortium")

    run.refresh_from_db()
    dal.refresh_from_db()
    assert (run.state, run.error) == ("done", "")
    assert (run.step, run.steps_total) == (len(STEPS), len(STEPS))
    assert run.finished_at is not None
    assert run.requested_by == "kari@konsortium"
    assert dal.is_active
    assert directory.municipality_at("dal.localhost") == dal
    assert CALLED == [("dal", "kari@konsortium")]
    with in_municipality(dal):
        assert Group.objects.get().name == "first user"
    assert this_connection().login == roles.APP


def test_progress_is_seen_by_others_before_the_end(dal, consortium, settings):
    settings.AKSON_AFTER_PROVISIONING = ["tests.tenants.test_starting.look"]

    services.request_start(dal, by="kari")

    assert CALLED == [("running", 7, 7, "Gjør klart for den første brukeren")]


def test_municipality_in_operation_is_not_started_again(fjord, consortium):
    with pytest.raises(services.StartRefusedError, match="allerede i drift"):
        services.request_start(fjord, by="kari")


def test_municipality_being_started_is_not_started_again(dal, consortium):
    ProvisioningRun.objects.create(municipality=dal, requested_by="ola")

    with pytest.raises(services.StartRefusedError, match="under oppstart"):
        services.request_start(dal, by="kari")


def test_run_that_lost_its_worker_gives_way_to_a_new_one(dal, consortium):
    lost = ProvisioningRun.objects.create(municipality=dal, requested_by="ola")
    ProvisioningRun.objects.update(touched_at=timezone.now() - timedelta(minutes=11))

    run = services.request_start(dal, by="kari")

    lost.refresh_from_db()
    run.refresh_from_db()
    assert (lost.state, run.state) == ("failed", "done")
    assert "stanset" in lost.error


def test_failure_says_so_in_norwegian_and_can_be_tried_again(dal, consortium):
    with as_login(roles.MIGRATOR), in_consortium():
        SchemaTemplate.objects.update(seed_sql="SELECT 1 / 0")
    with pytest.raises(DatabaseError):
        services.request_start(dal, by="kari")

    dal.refresh_from_db()
    run = dal.runs.get()
    assert (dal.state, run.state) == ("failed", "failed")
    assert run.error.startswith("Kommunen ble ikke opprettet, og ingenting er lagret.")
    assert CALLED == []

    with as_login(roles.MIGRATOR), in_consortium():
        SchemaTemplate.objects.all().delete()
    services.request_start(dal, by="kari")
    dal.refresh_from_db()
    assert dal.is_active


def test_failure_in_what_follows_leaves_the_municipality_and_can_be_tried_again(
    dal, consortium, settings
):
    settings.AKSON_AFTER_PROVISIONING = ["tests.tenants.test_starting.refuse"]
    with pytest.raises(InterruptedError):
        services.request_start(dal, by="kari")

    dal.refresh_from_db()
    run = dal.runs.get()
    assert (dal.state, run.state) == ("active", "failed")
    assert run.error.startswith(
        "Kommunen er opprettet, men det som skulle gjøres etterpå"
    )

    settings.AKSON_AFTER_PROVISIONING = ["tests.tenants.test_starting.invite"]
    again = services.request_start(dal, by="kari")
    again.refresh_from_db()
    assert again.state == "done"
    assert CALLED == [("dal", "kari")]


def test_job_delivered_twice_does_its_work_once(dal, consortium):
    run = services.request_start(dal, by="kari")
    run.refresh_from_db()
    finished_at = run.finished_at

    provision_municipality.delay(str(run.pk))

    run.refresh_from_db()
    assert run.finished_at == finished_at
    assert len(CALLED) == 1


def test_host_name_is_cleaned_and_the_first_is_primary(dal, consortium):
    first = services.add_domain(dal, host=" Dal.Kommune.NO. ")
    second = services.add_domain(dal, host="dal.localhost", is_primary=True)

    first.refresh_from_db()
    assert (first.domain, first.is_primary, second.is_primary) == (
        "dal.kommune.no",
        False,
        True,
    )


@pytest.mark.parametrize(
    "host",
    [
        "",
        "dal",
        "dal_x.no",
        "http://dal.no",
        "dal.no:8000",
        "-dal.no",
        "dal..no",
        "dål.no",
    ],
)
def test_what_is_no_host_name_is_refused(dal, consortium, host):
    with pytest.raises(ValidationError) as refused:
        services.add_domain(dal, host=host)

    assert list(refused.value.message_dict) == ["domain"]


def test_taken_host_names_are_refused(dal, fjord, consortium, settings):
    for host in ("fjord.localhost", settings.AKSON_CONSORTIUM_HOSTS[0]):
        with pytest.raises(ValidationError):
            services.add_domain(dal, host=host)


def test_suggested_host_is_the_schema_before_the_suffix(settings):
    settings.AKSON_HOST_SUFFIX = ".akson.example"
    municipality = Municipality(schema_name="heroy_nordland")

    assert services.suggested_host(municipality) == "heroy-nordland.akson.example"
