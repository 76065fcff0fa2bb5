"""The one sign-in address: one signs in there once, and goes on to a municipality.

Everything is a link and a redirect: a form may not lead to another host (its policy says
so), and a redirect to a host is what HelseID answers with as well.
"""

import re
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe

from access.oidc import memory
from access.oidc.accounts import account_of, accounts_of
from access.oidc.claims import Identity, identity_in
from access.oidc.client import Attempt, exchange, push
from access.oidc.configuration import configuration
from access.oidc.cookies import held, hold, let_go
from access.oidc.handover import Person, code_for, way_to
from access.oidc.memory import Kind
from access.oidc.provider import provider_of
from access.oidc.refusals import Refusal, SignInRefusedError
from access.oidc.views.pages import refused, speaking_to
from tenants.context import in_municipality
from tenants.directory import main_domain_of
from tenants.models import Domain

_ATTEMPT, _PERSON = "akson-attempt", "akson-person"
_PROOF = re.compile(r"[0-9a-f]{64}")


@require_safe
def welcome(request: HttpRequest) -> HttpResponse:
    """Show where one is, and the way to HelseID."""
    with speaking_to(request, None):
        return render(request, "access/oidc/welcome.html")


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Go to HelseID, and choose the municipality afterwards."""
    return _to_helseid(request, Attempt(), None)


@require_safe
def enter(request: HttpRequest, municipality_id: UUID) -> HttpResponse:
    """Sign in to one municipality: at once after HelseID, else by way of it."""
    proof = request.GET.get("proof", "")
    domain = main_domain_of(municipality_id)
    if domain is None or not _PROOF.fullmatch(proof):
        raise Http404
    try:
        facts = memory.take(Kind.PERSON, held(request, _PERSON))
        person = Person(**facts) if facts else None
        if person is not None and str(municipality_id) in person.accounts:
            return _hand_over(request, person, domain, proof)
    except SignInRefusedError as error:
        return refused(request, error, domain)
    attempt = Attempt(municipality=str(municipality_id), binding=proof)
    return _to_helseid(request, attempt, domain)


@require_safe
def back(request: HttpRequest) -> HttpResponse:
    """Take what HelseID answers, and let the person go on."""
    domain = None
    try:
        attempt = _attempt(request)
        if attempt.municipality:
            domain = main_domain_of(UUID(attempt.municipality))
        token = exchange(attempt, _code(request, attempt))
        identity = identity_in(token, attempt)
        if domain is None:
            response = _go_on(request, identity)
        else:
            response = _go_to(request, identity, domain, attempt.binding)
    except SignInRefusedError as error:
        response = refused(request, error, domain)
    let_go(response, _ATTEMPT)
    return response


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Show the municipalities in which the person has an account."""
    try:
        facts = memory.look(Kind.PERSON, held(request, _PERSON))
    except SignInRefusedError as error:
        return refused(request, error, None)
    if facts is None:
        return HttpResponseRedirect(reverse("sign_in:welcome"))
    domains = filter(None, (main_domain_of(UUID(one)) for one in facts["accounts"]))
    places = [
        {"name": domain.tenant.name, "address": way_to(request, domain, "oidc:leave")}
        for domain in domains
    ]
    with speaking_to(request, None):
        return render(request, "access/oidc/choose.html", {"places": places})


def _to_helseid(
    request: HttpRequest, attempt: Attempt, domain: Domain | None
) -> HttpResponse:
    try:
        address = push(attempt)
        secret = memory.keep(Kind.ATTEMPT, attempt.facts())
    except SignInRefusedError as error:
        return refused(request, error, domain)
    response = HttpResponseRedirect(address)
    hold(response, _ATTEMPT, secret, seconds=Kind.ATTEMPT.seconds)
    return response


def _attempt(request: HttpRequest) -> Attempt:
    """Find the attempt this browser began; nobody comes back from it twice."""
    facts = memory.take(Kind.ATTEMPT, held(request, _ATTEMPT))
    if facts is None:
        raise SignInRefusedError(Refusal.EXPIRED, "attempt")
    return Attempt(**facts)


def _code(request: HttpRequest, attempt: Attempt) -> str:
    """Read HelseID's answer in the address.

    Raises:
        SignInRefusedError: it belongs to another attempt or comes from somebody else, or
            the person turned round.
    """
    answer = request.GET
    if not constant_time_compare(answer.get("state", ""), attempt.state):
        raise SignInRefusedError(Refusal.EXPIRED, "state")
    issuer = configuration().issuer
    if answer.get("iss", issuer) != issuer or (
        "iss" not in answer and provider_of(issuer).names_itself
    ):
        raise SignInRefusedError(Refusal.UNTRUSTED, "another issuer answers")
    if answer.get("error") == "access_denied":
        raise SignInRefusedError(Refusal.CANCELLED)
    if "error" in answer or not answer.get("code"):
        raise SignInRefusedError(Refusal.UNTRUSTED, "no code")
    return answer["code"]


def _go_on(request: HttpRequest, identity: Identity) -> HttpResponse:
    """Remember for some minutes who it is, and lead to his municipality or to the choice."""
    accounts = accounts_of(identity)
    if not accounts:
        raise SignInRefusedError(Refusal.NO_ACCOUNT)
    ids = {str(place.id): str(account_id) for place, account_id in accounts.items()}
    person = Person(ids, identity.hpr_number, identity.auth_time, identity.sid)
    address = reverse("sign_in:choose")
    domain = main_domain_of(next(iter(accounts)).id) if len(accounts) == 1 else None
    if domain is not None:
        address = way_to(request, domain, "oidc:leave")
    response = HttpResponseRedirect(address)
    secret = memory.keep(Kind.PERSON, person.facts())
    hold(response, _PERSON, secret, seconds=Kind.PERSON.seconds)
    return response


def _go_to(
    request: HttpRequest, identity: Identity, domain: Domain, proof: str
) -> HttpResponse:
    """Go back to the municipality one came from."""
    with in_municipality(domain.tenant):
        account_id = account_of(identity).pk
    ids = {str(domain.tenant_id): str(account_id)}
    person = Person(ids, identity.hpr_number, identity.auth_time, identity.sid)
    return _hand_over(request, person, domain, proof)


def _hand_over(
    request: HttpRequest, person: Person, domain: Domain, proof: str
) -> HttpResponse:
    code = code_for(person, domain.tenant, proof)
    query = f"?{urlencode({'code': code})}"
    response = HttpResponseRedirect(way_to(request, domain, "oidc:arrive", query))
    let_go(response, _PERSON)
    return response
