"""Those who staff a ward, and those who come to help."""

import pytest
from django.test import Client

from access.accounts.models import User
from access.roles import Role
from tests import world as worlds


def browser_of(username):
    """A browser in which somebody is signed in."""
    browser = Client(headers={"host": "fjord.localhost"})
    user = User.objects.get(username=username)
    browser.force_login(user, backend="access.backends.AccountBackend")
    return browser


@pytest.fixture
def lise(world):
    """The leader of the ward in the north, at her machine."""
    return browser_of("lise.leder")


@pytest.fixture
def siri(world):
    """A nurse of the ward in the north, at hers."""
    return browser_of("siri.sykepleier")


@pytest.fixture
def frank(world):
    """The account of a nurse of the ward in the south."""
    return User.objects.get(username="frank.fremmed")


@pytest.fixture
def vera(world):
    """A nurse in the north, whom the leader appoints to lead shifts."""
    return worlds.person("vera.vakt", (Role.NURSE, world.north))


@pytest.fixture
def administrator(world):
    """A local administrator of the whole municipality."""
    return worlds.person("arne.admin", (Role.LOCAL_ADMIN, world.north.parent))


@pytest.fixture
def arne(administrator):
    """He at his machine."""
    return browser_of("arne.admin")
