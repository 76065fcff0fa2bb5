"""Staff of the consortium, signed in on its host."""

import pytest
from django.contrib.auth.models import Group

from access.accounts.models import User
from tenants.context import in_consortium
from tests.contracts import consortium_walk as walk


@pytest.fixture
def staff(fjord):
    """Make a person of the consortium with the roles named, and a browser for that person."""

    def make(username, *roles, **facts):
        browser = walk.signed_in(username, **facts)
        browser.person = User.objects.get(username=username)
        browser.person.groups.set(Group.objects.filter(name__in=roles))
        return browser

    with in_consortium():
        yield make
