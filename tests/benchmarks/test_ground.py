"""The ground of the benchmarks still fits the tables; how quick it is, is not asked here."""

from access import policy
from access.accounts.models import User
from access.actions import Action
from access.workplace import in_all_posts
from tenants.context import in_municipality
from tests.benchmarks import access, ground, pages
from tests.benchmarks.signing import sign_once


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
