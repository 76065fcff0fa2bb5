"""What the demo prints: addresses, the password, whom to begin as, how old the data are."""

from datetime import timedelta

import pytest

from access.roles import Role
from akson_project.demo.stories.places.everywhere import PLACES
from akson_project.demo.tour import PASSWORD, today, welcome, whom_to_begin_as
from tests.akson_project.demo.telling import NAMES, TODAY, world_of


@pytest.mark.parametrize("name", NAMES)
def test_those_to_begin_as_have_accounts_and_work_as_it_says(name):
    workers = {w.username: w for w in world_of(name).workers if w.username}
    beginners = whom_to_begin_as(PLACES[name])

    assert len(beginners) == 7
    for beginner in beginners:
        (role,) = {job.role for job in workers[beginner.username].employments}
        assert str(Role(role).label) == beginner.role
        assert all(
            job.valid_from <= TODAY and job.valid_until is None
            for job in workers[beginner.username].employments
        )


def test_every_municipality_has_its_address_and_its_accounts():
    text = welcome(port=8123, made_on=today())

    assert PASSWORD in text
    for name, place in PLACES.items():
        part = text.partition(f"http://{name}.localhost:8123/")[2]
        for beginner in whom_to_begin_as(place):
            assert beginner.username in part
            assert beginner.role in part
    assert "http://konsortium.localhost:8123/admin/" in text


def test_old_data_say_so_and_new_ones_do_not():
    day = today() - timedelta(days=3)

    assert f"Dataene er fra {day:%d.%m.}; --fresh lager nye." in welcome(
        port=8000, made_on=day
    )
    assert "--fresh" not in welcome(port=8000, made_on=today())
