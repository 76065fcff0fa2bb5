"""One person's browser without a browser."""

from django.test import Client

from access.accounts.models import User


class Desk:
    """Where somebody is signed in, with `get` and `post`."""

    def __init__(self, worker):
        self.client = Client(headers={"host": "fjord.localhost"})
        user = User.objects.get(pk=worker.user_id)
        self.client.force_login(user, backend="access.backends.AccountBackend")
        self.get, self.post = self.client.get, self.client.post
