"""Fixtures for all tests: a database of one's own, and the municipalities in it."""

import pytest

from tenants.context import in_directory, in_municipality
from tenants.models import Municipality
from tests import database as databases
from tests import world as worlds


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker):
    """Make the database that tests copy, once for each process that runs tests."""
    with django_db_blocker.unblock():
        return databases.build()


@pytest.fixture
def database(django_db_setup, django_db_blocker):
    """A copy of the database for this test alone; transactions are real.

    The connection is the web process's (`akson_app`) and stands nowhere: enter a place
    with `tenants.context`, or ask a host name with the test client.
    """
    with (
        django_db_blocker.unblock(),
        databases.fresh_copy(django_db_setup) as name,
    ):
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
def world(fjord):
    """Units, people at work and one patient in fjord; the connection stands there."""
    with in_municipality(fjord):
        yield worlds.build()
