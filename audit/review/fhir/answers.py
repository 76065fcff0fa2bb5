"""What the interface answers: bundles, errors, and what it can do."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied as DjangoPermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import exceptions, status
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.views import set_rollback

from audit.review.fhir.asking import WrongQuestionError
from audit.review.fhir.codes import BALP, TRUST_FRAMEWORK, Json

_PROFILES = ("Read", "Query", "Create", "Update", "Delete")


class FhirRenderer(JSONRenderer):
    """FHIR's JSON."""

    media_type = "application/fhir+json"
    format = "json"
    charset = None


class PlainRenderer(FhirRenderer):
    """The same, for those who ask for JSON only."""

    media_type = "application/json"


def bundle(resources: Iterable[Json], *, base: str, links: dict[str, str]) -> Json:
    """Give a page of a search."""
    return {
        "resourceType": "Bundle",
        "type": "searchset",
        "link": [{"relation": name, "url": url} for name, url in links.items()],
        "entry": [
            {
                "fullUrl": f"{base}AuditEvent/{resource['id']}",
                "resource": resource,
                "search": {"mode": "match"},
            }
            for resource in resources
        ],
    }


def outcome(message: str, code: str) -> Json:
    """Say what went wrong, to a program and to whoever reads its log."""
    issue = {"severity": "error", "code": code, "details": {"text": message}}
    return {"resourceType": "OperationOutcome", "issue": [issue]}


def answer_to(error: Exception, _context: dict[str, Any]) -> Response | None:
    """Answer an error with an OperationOutcome in Norwegian; unknown ones are raised."""
    set_rollback()
    if isinstance(error, WrongQuestionError):
        return Response(outcome(error.message, error.code), status=400)
    number = _status_of(error)
    if number is None:
        return None
    message, code = _said(number)
    return Response(outcome(message, code), status=number)


def _status_of(error: Exception) -> int | None:
    if isinstance(error, exceptions.NotAuthenticated):
        return status.HTTP_401_UNAUTHORIZED
    if isinstance(error, Http404):
        return status.HTTP_404_NOT_FOUND
    if isinstance(error, DjangoPermissionDenied):
        return status.HTTP_403_FORBIDDEN
    return error.status_code if isinstance(error, exceptions.APIException) else None


def _said(number: int) -> tuple[str, str]:
    """Say what a status means, with FHIR's code for it."""
    return {
        401: (_("Logg inn først."), "login"),
        403: (
            _("Tilgangsloggen er bare for revisor. Forsøket er logget."),
            "forbidden",
        ),
        404: (_("Denne hendelsen finnes ikke."), "not-found"),
        405: (_("Loggen kan bare leses."), "not-supported"),
        406: (_("Her finnes bare JSON."), "not-supported"),
        415: (
            _("Send søket som et skjema (application/x-www-form-urlencoded)."),
            "not-supported",
        ),
    }.get(number, (_("Forespørselen kunne ikke forstås."), "invalid"))


def capabilities(base: str) -> Json:
    """Tell what the interface can do."""
    given = [
        ("date", "date", _("Hele dager i Norge. Må være med.")),
        ("agent", "reference", _("Kontoen til den som gjorde det.")),
        ("patient", "reference", _("Bare med POST til _search.")),
        ("action", "token", ""),
        ("outcome", "token", ""),
    ]
    return {
        "resourceType": "CapabilityStatement",
        "status": "active",
        "date": "2026-11-26",
        "kind": "instance",
        "software": {"name": "Akson"},
        "implementation": {"description": _("Tilgangsloggen i Akson"), "url": base},
        "fhirVersion": "4.0.1",
        "format": ["application/fhir+json", "json"],
        "rest": [
            {
                "mode": "server",
                "resource": [
                    {
                        "type": "AuditEvent",
                        "supportedProfile": _profiles(),
                        "interaction": [{"code": "read"}, {"code": "search-type"}],
                        "searchParam": [
                            {"name": name, "type": kind}
                            | ({"documentation": said} if said else {})
                            for name, kind, said in given
                        ],
                    }
                ],
            }
        ],
    }


def _profiles() -> list[str]:
    names = [f"{whose}{name}" for name in _PROFILES for whose in ("", "Patient")]
    balp = [f"{BALP}/StructureDefinition/IHE.BasicAudit.{name}" for name in names]
    return [*balp, TRUST_FRAMEWORK]
