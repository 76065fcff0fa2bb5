"""Every address of the consortium's host, with something that exists in each place of it."""

import re
from uuid import UUID, uuid4

from django.test import Client

from access.accounts.models import User
from akson_project.admin_site import consortium_site
from tenants.schemas import ProvisioningRun
from tests.contracts.routes import routes_of

URLCONF = "akson_project.urls_consortium"
HOST = "konsortium.localhost"
PLACE = re.compile(r"<(?:(\w+):)?(\w+)>")
# Ends the walk, or its session.
ENDS = {"admin/logout/"}


def routes():
    """List the addresses as they are written in the code."""
    return routes_of(URLCONF)


def filled(route, keys):
    """Fill an address in with each key that fits; a model's own come with its address."""
    route = route.replace("(?P<url>.*)$", "anything")
    route = route.replace("<path:content_type_id>", "0")
    places = PLACE.findall(route)
    if not places:
        return [f"/{route}"]
    if places == [("", "app_label")] or "^(?P<app_label>" in route:
        return [f"/admin/{app}/" for app in sorted({k.split("/")[2] for k in keys})]
    own = next(
        (key for prefix, key in keys.items() if f"/{route}".startswith(prefix)), None
    )
    fitting = (
        [own]
        if own and {"object_id", "id"} & {n for _, n in places}
        else list(keys.values())
    )
    wants_uuid = any(kind == "uuid" for kind, _name in places)
    chosen = [key for key in fitting if isinstance(key, UUID) or not wants_uuid]
    return ["/" + PLACE.sub(str(key), route) for key in chosen or [uuid4()]]


def keys():
    """Give one key of each model that is administered, by the beginning of its addresses."""
    found = {}
    for model in [*consortium_site._registry, ProvisioningRun]:
        row = model._default_manager.order_by("pk").first()
        prefix = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        found[prefix] = row.pk if row else uuid4()
    for run in ProvisioningRun.objects.exclude(batch=None)[:1]:
        found["/admin/batch/"] = run.batch
    return found


def signed_in(username, **facts):
    """Make an account of the consortium's staff, and open a browser as that person."""
    user = User.objects.create_user(username, is_staff=True, **facts)
    client = Client(headers={"host": HOST}, raise_request_exception=False)
    client.force_login(user, backend="access.backends.AccountBackend")
    return client
