"""What a person sees when a sign-in comes to nothing, and what the log then says."""

import logging
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from access import events, selectors
from access.oidc.handover import way_to
from access.oidc.refusals import STATUS, WHAT_NOW, SignInRefusedError
from access.workplace import client_of
from audit.entry import Query
from audit.verbs import Outcome, Verb
from tenants.context import in_municipality
from tenants.models import Domain

logger = logging.getLogger(__name__)


def refused(
    request: HttpRequest, error: SignInRefusedError, domain: Domain | None
) -> HttpResponse:
    """Say why, and what to do; in the log of the municipality, where one is known."""
    logger.warning("sign-in with HelseID refused: %s", error)
    phones: list[str] = []
    if domain is not None:
        with in_municipality(domain.tenant):
            _log(request, error)
            administrators = selectors.local_administrators()
        phones = list(dict.fromkeys(a.phone for a in administrators if a.phone))
    context = {
        "title": error.refusal.label,
        "what_now": WHAT_NOW[error.refusal],
        "phones": phones,
        "again": way_to(request, domain, "oidc:leave") if domain else "/",
        "otherwise": way_to(request, domain, "account_login") if domain else "",
    }
    status = STATUS.get(error.refusal, 403)
    with speaking_to(request, domain):
        return render(request, "access/oidc/refused.html", context, status=status)


def speaking_to(request: HttpRequest, domain: Domain | None) -> translation.override:
    """Speak the municipality's written language; the browser's where there is none."""
    if domain is not None:
        language = domain.tenant.language
    else:
        language = translation.get_language_from_request(request)
    return translation.override("nn" if language == "nn" else "nb")


def _log(request: HttpRequest, error: SignInRefusedError) -> None:
    """Log the failed sign-in: which account, or the hash of who has none."""
    client = replace(client_of(request), auth_method="helseid")
    hashed = Query(kind="identifier", keyed_hash=error.keyed_hash)
    events.append(
        Verb.SIGN_IN_FAILED,
        actor=events.NOBODY,
        client=client,
        outcome=Outcome.REFUSED,
        target=events.account_target(error.account_id) if error.account_id else None,
        query=hashed if error.keyed_hash else None,
        refusal=error.refusal.value,
    )
