"""What a request is, in a municipality, to a view."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from access.accounts.models import User
from access.worker import Worker
from tenants.models import Municipality


class AksonRequest(HttpRequest):
    """A request of a signed-in person at work."""

    user: User
    worker: Worker
    tenant: Municipality
    htmx: HtmxDetails
