"""Passkeys: made, and used to sign in without a password."""

from collections.abc import Callable

from allauth.account.models import Login
from allauth.core.internal import ratelimit
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access import events, passkeys
from access.accounts.models import User
from access.errors import RightsError
from access.forms.second_factor import PasskeyForm
from access.requests import AksonRequest
from access.services import second_factor as services
from access.step_up import recently_confirmed
from access.views.second_factor import factor_added
from access.workplace import client_of
from audit.verbs import Outcome, Verb

View = Callable[[HttpRequest], HttpResponse]
_not_too_often: Callable[[View], View] = ratelimit.decorator(
    app="allauth.mfa", action="webauthn_login"
)


@recently_confirmed
@require_http_methods(["GET", "POST"])
def add(request: AksonRequest) -> HttpResponse:
    """Make a passkey on this machine, on a phone or on a security key."""
    form = PasskeyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            codes = services.add_passkey(
                request.user,
                name=form.cleaned_data["name"],
                answer=form.cleaned_data["credential"],
                by=request.worker,
            )
        except RightsError as error:
            form.add_error(error.field, error.message)
        else:
            return factor_added(request, codes, _("Passnøkkelen er klar."))
    return render(
        request,
        "access/passkey_add.html",
        {"form": form},
        status=422 if form.errors else 200,
    )


@recently_confirmed
@require_POST
def options_to_make(request: AksonRequest) -> HttpResponse:
    """Tell the browser what passkey to make."""
    return JsonResponse(passkeys.options_to_make(request.user))


@login_not_required
@_not_too_often
@require_POST
def options_to_use(request: HttpRequest) -> HttpResponse:
    """Tell the browser which passkey to use: mine, or whatever it has for this host."""
    user = request.user if isinstance(request.user, User) else None
    return JsonResponse(passkeys.options_to_use(user))


@login_not_required
@_not_too_often
@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in with a passkey alone: it is what one has, and it knows its person."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(resolve_url("access:after_sign_in"))
    key = passkeys.key_that_holds(request.POST.get("credential", ""))
    if key is None or not key.user.is_active:
        _log_failure(request)
        context = {"asked_for": _next(request)}
        return render(request, "access/passkey_failed.html", context, status=422)
    login = Login(user=key.user, redirect_url=_next(request) or None)
    response: HttpResponse = perform_passwordless_login(request, key, login)
    return response


def _next(request: HttpRequest) -> str:
    address = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(address, request.get_host())
    return address if is_ours and address != "/" else ""


def _log_failure(request: HttpRequest) -> None:
    events.append(
        Verb.SIGN_IN_FAILED,
        actor=events.NOBODY,
        client=client_of(request),
        outcome=Outcome.FAILED,
        refusal="wrong_passkey",
    )
