"""One-time codes: asked for at sign-in, and set up; and taking a factor away."""

import re

from allauth.account.internal.decorators import login_stage_required
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from access import attempts, events, one_time_codes
from access.accounts.models import User
from access.errors import RightsError
from access.factors import in_groups
from access.forms.second_factor import AppForm, CodeForm
from access.requests import AksonRequest
from access.second_factor import LACKS_FACTOR
from access.selectors import factors_of
from access.services import second_factor as services
from access.step_up import recently_confirmed
from access.ways import remember_ways, ways_of
from access.workplace import client_of
from audit.verbs import Outcome, Verb

NEW_SECRET = "new_app_secret"  # noqa: S105 - where in the session it waits


@login_stage_required(  # type: ignore[untyped-decorator]
    stage=AuthenticateStage.key, redirect_urlname="account_login"
)
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def at_sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for the second factor of somebody whose password was right."""
    stage = request._login_stage  # type: ignore[attr-defined]
    user: User = stage.login.user
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        factor = _factor_that_holds(user, form.cleaned_data["one_time_code"])
        if factor is not None:
            post_authentication(request, factor)
            response: HttpResponse = stage.exit()
            return response
        _log_wrong_code(request, user)
        form.add_error(
            "one_time_code",
            _(
                "Koden stemmer ikke. En kode kan bare brukes én gang. "
                "Etter fem feil må du vente i 15 minutter."
            ),
        )
    context = {"form": form, "ways": ways_of(user)}
    return render(
        request,
        "access/second_factor.html",
        context,
        status=422 if form.errors else 200,
    )


@recently_confirmed
@require_http_methods(["GET", "POST"])
def add_app(request: AksonRequest) -> HttpResponse:
    """Give an app a secret, and let it show that it has it."""
    secret = request.session.setdefault(NEW_SECRET, one_time_codes.new_secret())
    form = AppForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            codes = services.add_app(
                request.user,
                secret=secret,
                code=form.cleaned_data["one_time_code"],
                by=request.worker,
            )
        except RightsError as error:
            form.add_error(error.field, error.message)
        else:
            del request.session[NEW_SECRET]
            return factor_added(request, codes, _("Kodeappen er klar."))
    context = {
        "form": form,
        "secret": " ".join(re.findall(".{4}", secret)),
        "picture": one_time_codes.picture_of(request.user, secret),
        "has_app": ways_of(request.user).has_app,
    }
    return render(
        request, "access/app_add.html", context, status=422 if form.errors else 200
    )


def factor_added(request: AksonRequest, codes: list[str], message: str) -> HttpResponse:
    """Go on from a new factor: over the codes on paper, the first time."""
    request.session.pop(LACKS_FACTOR, None)
    remember_ways(request, request.user)
    if codes:
        return _show_codes(request, codes)
    messages.success(request, message)
    return HttpResponseRedirect(resolve_url("access:security"), status=303)


@recently_confirmed
@require_http_methods(["GET", "POST"])
def renew_codes(request: AksonRequest) -> HttpResponse:
    """Make new codes for a bad day, and show them this once."""
    if not factors_of(request.user.pk):
        return HttpResponseRedirect(resolve_url("access:security"), status=303)
    if request.method == "POST":
        codes = services.renew_codes(request.user, by=request.worker)
        return _show_codes(request, codes)
    return render(request, "access/codes_renew.html")


@recently_confirmed
@require_http_methods(["GET", "POST"])
def remove(request: AksonRequest, factor_id: int) -> HttpResponse:
    """Take a passkey or the app away, after a question."""
    mine = [one for one in factors_of(request.user.pk) if one.id == factor_id]
    if not mine:
        raise Http404
    if request.method == "POST":
        services.remove_factor(request.user, factor_id, by=request.worker)
        remember_ways(request, request.user)
        messages.success(request, _("Den er fjernet."))
        return HttpResponseRedirect(resolve_url("access:security"), status=303)
    context = {"factor": mine[0], "is_last": len(factors_of(request.user.pk)) == 1}
    return render(request, "access/factor_remove.html", context)


def _show_codes(request: AksonRequest, codes: list[str]) -> HttpResponse:
    return render(request, "access/codes.html", {"codes": in_groups(codes)})


def _factor_that_holds(user: User, code: str) -> Authenticator | None:
    return attempts.tried(user, lambda: one_time_codes.code_holds(user, code))


def _log_wrong_code(request: HttpRequest, user: User) -> None:
    events.append(
        Verb.SIGN_IN_FAILED,
        actor=events.NOBODY,
        client=client_of(request),
        outcome=Outcome.FAILED,
        target=events.account_target(user.pk),
        refusal="wrong_code",
    )
