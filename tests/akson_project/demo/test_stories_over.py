"""What is over in the synthetic worlds: it stays, with since when and why."""

from datetime import timedelta

from journal.record.rules.parental import ParentalPeriod, ParentalState
from tests.akson_project.demo.telling import TODAY, world_of


def test_critical_information_that_ended_says_when_and_why(world):
    items = [item for patient in world.patients for item in patient.critical]

    assert {item.status for item in items} > {"active"}
    for item in items:
        has_ended = item.status != "active"
        assert has_ended == bool(item.ended_on) == bool(item.ended_why)
        assert not item.ended_on or item.registered_on <= item.ended_on < TODAY


def test_a_father_had_parental_responsibility_and_has_it_no_longer():
    ended = [
        (child, relative)
        for child in world_of("karasjok").patients
        for relative in child.relatives
        if relative.until
    ]

    assert len(ended) == 1
    (child, father) = ended[0]
    assert (father.kind, father.has_parental_responsibility) == ("FA", True)
    period = ParentalPeriod(child.born, father.since, father.until)
    assert period.ends == father.until
    day_before = period.ends - timedelta(days=1)
    assert period.state_on(day_before) is ParentalState.NOW
    assert period.state_on(TODAY) is ParentalState.ENDED
