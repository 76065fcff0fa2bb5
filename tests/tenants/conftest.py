"""Fixtures for the tests of tenancy: two municipalities, each with a secret of its own."""

import pytest
from django.contrib.auth.models import Group

from tenants import roles
from tenants.context import in_consortium, in_municipality
from tenants.models import Municipality
from tests.database import as_login


@pytest.fixture
def two_municipalities(fjord, fjell):
    for municipality in (fjord, fjell):
        with in_municipality(municipality):
            Group.objects.create(name=f"secret of {municipality.name}")
    return fjord, fjell


@pytest.fixture
def fjord_session(two_municipalities):
    """The connection at work in Fjord, while Fjell has rows worth stealing."""
    fjord, _ = two_municipalities
    with in_municipality(fjord):
        yield fjord


@pytest.fixture
def migrator(database):
    """The connection logged in as the one who makes schemas, in the shared tables."""
    with as_login(roles.MIGRATOR) as connection, in_consortium():
        yield connection


@pytest.fixture
def consortium(database):
    """The connection of the web process, at work for the consortium."""
    with in_consortium():
        yield


@pytest.fixture
def dal(consortium):
    """A municipality that is listed and not yet started."""
    return Municipality.objects.create(
        name="Dal",
        official_name="Dal",
        schema_name="dal",
        orgnr="999999976",
        county_number="99",
        county_name="Fylket",
    )
