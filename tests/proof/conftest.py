"""Fixtures for the worlds: a connection that may write all of one."""

import pytest

import tests.proof.amounts  # noqa: F401 - its profiles must be there when pytest asks
from tenants import roles
from tenants.context import in_municipality
from tests.database import as_login


@pytest.fixture
def standing_in_fjord(fjord):
    """Stand there as the owner of the tables, who may write all that is derived in them."""
    with as_login(roles.MIGRATOR), in_municipality(fjord):
        yield
