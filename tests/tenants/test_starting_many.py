"""The consortium starts several municipalities at once, and cancels those that wait."""

from uuid import uuid4

import pytest
from django.utils import timezone

from tenants import services
from tenants.jobs import provision_municipality
from tenants.models import Municipality
from tenants.schemas import ProvisioningRun
from tests.database import COUNTY

State = ProvisioningRun.State


@pytest.fixture
def valleys(consortium):
    return [
        Municipality.objects.create(
            schema_name=name.lower(), name=name, official_name=name, **COUNTY
        )
        for name in ("Dal", "Elvedal", "Fossdal")
    ]


@pytest.fixture(autouse=True)
def nothing_follows(settings):
    settings.AKSON_AFTER_PROVISIONING = []


def waiting(municipality, batch, **facts):
    Municipality.objects.filter(pk=municipality.pk).update(state="creating")
    return ProvisioningRun.objects.create(
        municipality=municipality, requested_by="kari", batch=batch, **facts
    )


def test_all_are_started_in_one_batch_with_host_names(valleys, consortium):
    batch, refused = services.request_starts(valleys, by="kari")

    runs = ProvisioningRun.objects.filter(batch=batch)
    assert {run.municipality.name: run.state for run in runs} == {
        "Dal": "done",
        "Elvedal": "done",
        "Fossdal": "done",
    }
    assert refused == []
    assert valleys[1].domains.get().domain == "elvedal.localhost"


def test_those_in_operation_are_named_and_the_others_started(
    valleys, fjord, consortium
):
    batch, refused = services.request_starts([fjord, valleys[0]], by="kari")

    assert refused == ["Fjord: Kommunen er allerede i drift."]
    assert ProvisioningRun.objects.get(batch=batch).municipality == valleys[0]
    assert services.request_starts([fjord], by="kari") == (None, refused)


def test_what_waits_is_cancelled_and_what_has_begun_goes_on(valleys, consortium):
    batch = uuid4()
    begun = waiting(valleys[0], batch, state=State.RUNNING)
    cancelled = waiting(valleys[1], batch)
    other = waiting(valleys[2], uuid4())

    assert services.cancel_waiting(batch) == 1

    for run in (begun, cancelled, other):
        run.refresh_from_db()
    assert (begun.state, cancelled.state, other.state) == (
        "running",
        "cancelled",
        "waiting",
    )
    valleys[1].refresh_from_db()
    assert valleys[1].state == Municipality.State.LISTED
    assert services.can_be_started(valleys[1])


def test_job_of_a_cancelled_start_makes_nothing(valleys, consortium):
    batch = uuid4()
    run = waiting(valleys[0], batch)
    services.cancel_waiting(batch)

    provision_municipality.delay(str(run.pk))

    run.refresh_from_db()
    valleys[0].refresh_from_db()
    assert (run.state, valleys[0].state) == ("cancelled", "listed")
    assert run.finished_at <= timezone.now()


def test_cancelled_one_can_be_started_again(valleys, consortium):
    batch = uuid4()
    waiting(valleys[0], batch)
    services.cancel_waiting(batch)

    again = services.request_start(valleys[0], by="kari")

    again.refresh_from_db()
    assert again.state == State.DONE
