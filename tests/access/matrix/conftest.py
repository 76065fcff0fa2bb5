"""Local administrators at their machines, and the consortium at its own."""

import pytest

from access.accounts.models import User
from access.roles import Role
from tenants.context import in_consortium
from tests import world as worlds
from tests.access.conftest import new_browser
from tests.access.staff.conftest import browser_of


@pytest.fixture
def arne(administrator):
    """A local administrator of the whole municipality, at his machine."""
    return browser_of("arne.admin")


@pytest.fixture
def nils(world):
    """A local administrator of the ward in the north alone."""
    worlds.person("nils.nord", (Role.LOCAL_ADMIN, world.north))
    return browser_of("nils.nord")


@pytest.fixture
def kari(fjord):
    """Somebody of the consortium, signed in to its administration."""
    with in_consortium():
        User.objects.create_superuser("kari.konsortium", password=worlds.PASSWORD)
    browser = new_browser("konsortium.localhost")
    browser.post(
        "/admin/login/?next=/admin/",
        {"username": "kari.konsortium", "password": worlds.PASSWORD},
    )
    return browser
