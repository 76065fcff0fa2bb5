"""Fixtures for sign-in, workplaces and administration."""

import json

import pytest
from django.test import Client

from access.accounts.models import User
from access.models import Unit
from access.roles import Role
from audit.models import AccessEvent
from tenants.context import in_municipality
from tests import world as worlds

HOST = "fjord.localhost"


def new_browser(host=HOST, **options):
    """A browser of its own, nobody signed in."""
    return Client(headers={"host": host}, **options)


@pytest.fixture
def browser():
    """A browser on fjord's host, nobody signed in."""
    return new_browser()


@pytest.fixture
def sign_in(browser):
    """Type a user name and a password on the sign-in page."""

    def do(username, password=worlds.PASSWORD, **more):
        return browser.post(
            "/konto/logg-inn/", {"login": username, "password": password, **more}
        )

    return do


@pytest.fixture
def root(world):
    """The municipality itself, over all other units."""
    return Unit.objects.get(parent=None)


@pytest.fixture
def administrator(root):
    """A local administrator of the whole municipality."""
    return worlds.person("arne.admin", (Role.LOCAL_ADMIN, root))


@pytest.fixture
def logged(fjord):
    """List what the log says, oldest first, with the body as facts."""

    def do(verb=None):
        with in_municipality(fjord):
            events = AccessEvent.objects.order_by("stored_at")
            if verb is not None:
                events = events.filter(verb=verb)
            return [json.loads(bytes(event.body)) for event in events]

    return do


@pytest.fixture
def user_of():
    """The account of a worker of the test's world."""

    def do(worker):
        return User.objects.get(pk=worker.user_id)

    return do
