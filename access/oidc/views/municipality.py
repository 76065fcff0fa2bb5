"""On a municipality's host: off to the one sign-in address, and in again from it."""

import secrets
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from access.oidc.configuration import configuration, is_configured
from access.oidc.cookies import held, hold, let_go
from access.oidc.handover import proof_of, take_over
from access.oidc.refusals import SignInRefusedError
from access.oidc.views.pages import refused
from tenants.directory import main_domain_of
from tenants.models import Municipality

SESSION_KEY = "helseid"
_BACKEND = "access.backends.AccountBackend"
_BINDING, _SALT = "akson-binding", "access.oidc.binding"
# The time at HelseID, and the minute after it.
_LIVES_S = 660


@login_not_required
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Go to the one sign-in address, and remember in the browser what was asked for."""
    if not is_configured():
        raise Http404
    after = request.GET.get("next", "")
    if request.user.is_authenticated:
        return HttpResponseRedirect(_allowed(request, after))
    binding = secrets.token_urlsafe(32)
    address = configuration().at("sign_in:enter", municipality_id=_here(request).id)
    query = urlencode({"proof": proof_of(binding)})
    response = HttpResponseRedirect(f"{address}?{query}")
    sealed = signing.dumps([binding, after], salt=_SALT)
    hold(response, _BINDING, sealed, seconds=_LIVES_S)
    return response


@login_not_required
@require_safe
def arrive(request: HttpRequest) -> HttpResponse:
    """Sign in whom the one sign-in address hands over."""
    binding, after = _remembered(request)
    try:
        user, session = take_over(request.GET.get("code", ""), binding, _here(request))
    except SignInRefusedError as error:
        if request.user.is_authenticated:  # the page was loaded again
            return HttpResponseRedirect(resolve_url(settings.LOGIN_REDIRECT_URL))
        return refused(request, error, main_domain_of(_here(request).id))
    request.signed_in_by = "helseid"  # type: ignore[attr-defined]
    login(request, user, backend=_BACKEND)
    request.session[SESSION_KEY] = session
    response = HttpResponseRedirect(_allowed(request, after))
    let_go(response, _BINDING)
    return response


def _here(request: HttpRequest) -> Municipality:
    here: Municipality = request.tenant  # type: ignore[attr-defined]
    return here


def _remembered(request: HttpRequest) -> tuple[str, str]:
    """Give the binding and the page that was asked for, as this browser holds them."""
    try:
        binding, after = signing.loads(
            held(request, _BINDING), salt=_SALT, max_age=_LIVES_S
        )
    except signing.BadSignature:
        return "", ""
    return str(binding), str(after)


def _allowed(request: HttpRequest, address: str) -> str:
    """Give the page that was asked for if it is one of ours; else where work begins."""
    is_ours = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return (
        address
        if is_ours and address != "/"
        else resolve_url(settings.LOGIN_REDIRECT_URL)
    )
