"""The ground of the benchmarks still fits the tables; how quick it is, is not asked here."""

import pytest

from access import policy
from access.accounts.models import User
from access.actions import Action
from access.workplace import in_all_posts
from audit.models import AccessEvent
from audit.sealing import sealer
from audit.verifying.runs import verified_log
from tenants import roles
from tenants.context import in_municipality
from tests.benchmarks import access, ground, log_ground, pages
from tests.benchmarks.signing import sign_once
from tests.database import as_login


def test_ground_has_patients_that_can_be_found_opened_and_written_about(database):
    ground.make(400)

    nurse = pages._signed_in(ground.USERNAME)
    records = pages._records(nurse)

    assert len(records) == 2
    assert nurse.get(f"/records/{records[0]}/").status_code == 200
    sign_once(nurse, records[0])


def test_ground_of_the_policy_has_workers_with_patients_of_every_sort(database):
    ground.make(400)

    with in_municipality(ground.municipality()):
        access.fill(400, 400)
        workers = map(
            in_all_posts, User.objects.filter(username__startswith="arbeider.")
        )
        found = [
            str(decision.basis)
            for worker in workers
            for decision in policy.records_open_to(worker, Action.READ_IDENTITY)
        ]

    assert {"episode", "roster", "team", "visit", "grant", "need"} <= set(found)


@pytest.fixture
def log_keys(settings, tmp_path):
    settings.AKSON_LOG_KEYS = str(tmp_path)


def test_ground_of_the_log_has_events_that_are_sealed_and_verify(database, log_keys):
    ground.make(4)
    log_ground.fill(400, portion=150)
    benk = ground.municipality()

    with as_login(roles.SEALER):
        sealed = sealer.seal(benk)

    report = verified_log(benk, None, [])
    with in_municipality(benk):
        assert sealed == AccessEvent.objects.count() >= 400
        assert set(AccessEvent.objects.values_list("verb", flat=True)) >= {
            "listed",
            "read",
            "signed_in",
        }
    assert report.findings == []
    assert report.events == sealed
