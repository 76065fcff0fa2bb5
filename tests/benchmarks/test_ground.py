"""The ground of the benchmarks still fits the tables; how quick it is, is not asked here."""

from tests.benchmarks import ground, pages
from tests.benchmarks.signing import sign_once


def test_ground_has_patients_that_can_be_found_opened_and_written_about(database):
    ground.make(400)

    nurse = pages._signed_in(ground.USERNAME)
    records = pages._records(nurse)

    assert len(records) == 2
    assert nurse.get(f"/records/{records[0]}/").status_code == 200
    sign_once(nurse, records[0])
