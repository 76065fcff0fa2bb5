"""Who handles applications, and a quick way to register one."""

from uuid import uuid4

import pytest
from django.utils import timezone

from access.roles import Role
from tests import world as worlds


@pytest.fixture
def office(world):
    """The office that handles applications; a sister to the units that give care."""
    return worlds.unit("Tildelingskontoret", parent=world.north.parent)


@pytest.fixture
def anne(office):
    """Handles applications."""
    return worlds.worker(worlds.person("anne.sakb", (Role.CASE_HANDLER, office)))


@pytest.fixture
def nora(office):
    """Is employed as a nurse at the same office."""
    return worlds.worker(worlds.person("nora.nabo", (Role.NURSE, office)))


@pytest.fixture
def applies(desk, anne, office):
    """`applies(known)`: Anne registers an application for health care at home."""

    def _register(known, **changed):
        return desk(anne).post(
            "casework:register",
            known.record_id,
            **{
                "form_id": str(uuid4()),
                "services": ["15", "6"],
                "applicant": "selv",
                "received_on": f"{timezone.localdate():%d.%m.%Y}",
                "unit": str(office.pk),
                **changed,
            },
        )

    return _register
