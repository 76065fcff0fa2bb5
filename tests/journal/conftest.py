"""People at their screens: a test client for each, signed in at his unit."""

import pytest
from django.test import Client
from django.urls import reverse

from access.accounts.models import User

HOST = "fjord.localhost"


class Desk:
    """One person's browser without a browser: sends requests, and knows the addresses."""

    def __init__(self, worker):
        self.client = Client(
            headers={"host": HOST},
        )
        self.client.force_login(
            User.objects.get(pk=worker.user_id),
            backend="access.backends.AccountBackend",
        )

    def get(self, name, /, *args, **options):
        return self.client.get(reverse(name, args=args), **options)

    def post(self, name, /, *args, **data):
        return self.client.post(reverse(name, args=args), data)

    def follow(self, response):
        return self.client.get(response.headers["Location"])


@pytest.fixture
def desk(world, fjord):
    """`desk(world.nurse)` is the nurse, signed in."""
    return Desk
