"""Fixtures for all tests: a database of one's own, and the municipalities in it."""

import pytest

from tenants.context import in_directory, in_municipality
from tenants.models import Municipality
from tests import database as databases


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker):
    """Make the database that tests copy, once for each process that runs tests."""
    with django_db_blocker.unblock():
        return databases.build()


@pytest.fixture(scope="session")
def inhabited(django_db_setup):
    """The database with the world in it, made when the first test asks for it."""
    return databases.Inhabited(django_db_setup)


@pytest.fixture
def database(request, django_db_setup, inhabited, django_db_blocker):
    """A copy of the database for this test alone; transactions are real.

    The connection is the web process's (`akson_app`) and stands nowhere: enter a place
    with `tenants.context`, or ask a host name with the test client.
    """
    with django_db_blocker.unblock():
        has_world = "world" in request.fixturenames
        original = inhabited.name if has_world else django_db_setup
        with databases.fresh_copy(original) as name:
            yield name


@pytest.fixture
def fjord(database):
    """The municipality most tests happen in; writes bokmål; fjord.localhost."""
    return _municipality("fjord")


@pytest.fixture
def fjell(database):
    """The neighbour, whose rows must stay out of reach; writes nynorsk; fjell.localhost."""
    return _municipality("fjell")


def _municipality(schema):
    with in_directory():
        return Municipality.objects.get(schema_name=schema)


@pytest.fixture
def world(fjord, inhabited):
    """Units, people at work and one patient in fjord; the connection stands there."""
    with in_municipality(fjord):
        yield inhabited.world()
