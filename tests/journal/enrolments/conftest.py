"""A general practice with two GPs, a health station, and those who keep their lists."""

from uuid import uuid4

import pytest
from django.utils import timezone

from access.roles import Role
from tests import world as worlds


@pytest.fixture
def practice(world):
    """The practice, and the lists of its two GPs."""
    return worlds.practice(world, "Berit Dahl", "Anders Lie")


@pytest.fixture
def vigdis(practice):
    """The secretary of the practice, to whom everybody is a stranger."""
    return worlds.worker(worlds.person("vigdis.sekretær", (Role.CLERK, practice[0])))


@pytest.fixture
def berit(practice):
    """A GP, who works at her own list alone."""
    return worlds.worker(worlds.person("berit.dahl", (Role.PHYSICIAN, practice[1])))


@pytest.fixture
def station(world):
    return worlds.health_station(world)


@pytest.fixture
def hanne(station):
    """A health visitor."""
    who = worlds.person("hanne.helsesøster", (Role.HEALTH_VISITOR, station))
    return worlds.worker(who)


@pytest.fixture
def enrols(desk):
    """`enrols(worker, "gp", unit, ...)`: somebody is taken on a list; keywords say who."""

    def _enrol(by, which, unit, **typed):
        facts = {
            "form_id": str(uuid4()),
            "sex": "unknown",
            "unit": str(unit.pk),
            "starts_on": f"{timezone.localdate():%d.%m.%Y}",
            "programme": "helsestasjon",
        }
        return desk(by).post(f"enrolments:{which}_enrol", **facts | typed)

    return _enrol
