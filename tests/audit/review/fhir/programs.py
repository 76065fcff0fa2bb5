"""What a program does with the interface."""

from datetime import timedelta
from urllib.parse import urlencode

from django.utils import timezone
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.operationoutcome import OperationOutcome

EVENTS = "/fhir/AuditEvent"
SEARCH = f"{EVENTS}/_search"


def period():
    """Two days: an hour ago may be yesterday."""
    return {"date": f"ge{timezone.localdate() - timedelta(days=1)}"}


def ask(client, **given):
    return client.get(EVENTS, {**period(), **given})


def post(client, **given):
    form = "application/x-www-form-urlencoded"
    return client.post(SEARCH, urlencode(given), content_type=form)


def told(answer):
    """The AuditEvents of a bundle whose shape is right."""
    assert answer.status_code == 200, answer.content
    Bundle.model_validate_json(answer.content)
    return [one["resource"] for one in answer.json()["entry"]]


def link(answer, relation):
    found = {one["relation"]: one["url"] for one in answer.json()["link"]}
    return found.get(relation)


def issue(answer):
    OperationOutcome.model_validate_json(answer.content)
    (one,) = answer.json()["issue"]
    return one["code"], one["details"]["text"]
