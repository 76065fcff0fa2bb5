"""What I sign in with, on one page; and the question "is it you?" before it is changed."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from access import step_up
from access.forms.step_up import StepUpForm
from access.requests import AksonRequest
from access.second_factor import LACKS_FACTOR
from access.selectors import factors_of
from access.sessions import sessions_of
from access.shared_device import is_shared
from access.ways import ways_of


@require_GET
def security(request: AksonRequest) -> HttpResponse:
    """Show what I sign in with."""
    context = {
        "ways": ways_of(request.user),
        "factors": factors_of(request.user.pk),
        "sessions": sessions_of(request.user.pk, here=request.session.session_key),
        "is_shared": is_shared(request),
        "is_lacking": request.session.get(LACKS_FACTOR, False),
    }
    return render(request, "access/security.html", context)


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def confirm(request: AksonRequest) -> HttpResponse:
    """Confirm that it is oneself, and go on to what was asked for."""
    is_post = request.method == "POST"
    form = ChangeForm(request.POST if is_post else None, user=request.user)
    if is_post and form.is_valid() and step_up.confirm(request, form, what="ways"):
        step_up.remember(request)
        return HttpResponseRedirect(_next(request), status=303)
    context = {"form": form, "next": _next(request)}
    return render(
        request, "access/confirm.html", context, status=422 if form.errors else 200
    )


class ChangeForm(StepUpForm):
    """A PIN is not enough to change what is stronger than it."""

    takes_pin = False


def _next(request: HttpRequest) -> str:
    address = request.POST.get("next") or request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(address, request.get_host()):
        return address
    return resolve_url("access:security")
