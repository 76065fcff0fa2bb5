"""The page between the password and the consortium's administration: a code from an app."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from access import one_time_codes
from access.accounts.models import User
from access.consortium import second_factor
from access.forms.second_factor import AppForm, CodeForm

_NEW_SECRET = "consortium_new_secret"  # noqa: S105 - where in the session it waits


@login_not_required
@never_cache
@sensitive_post_parameters("one_time_code")
@require_http_methods(["GET", "POST"])
def ask_for_code(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Ask whoever has typed the password for a code; show how an app is set up the first time."""
    user = request.user
    if not isinstance(user, User) or not (user.is_active and user.is_staff):
        return redirect_to_login(reverse("admin:index"), reverse("admin:login"))
    if second_factor.has_shown_it(request):
        return HttpResponseRedirect(_next(request))
    secret = "" if second_factor.has_app(user) else _secret_of(request)
    kind = AppForm if secret else CodeForm
    form = kind(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["one_time_code"]
        if second_factor.show(request, user, code, secret=secret):
            request.session.pop(_NEW_SECRET, None)
            return HttpResponseRedirect(_next(request))
        say = _(
            "Koden stemmer ikke. En kode kan bare brukes én gang. "
            "Etter fem feil må du vente i 15 minutter."
        )
        form.add_error("one_time_code", say)
    context: dict[str, Any] = {
        **site.each_context(request),
        "title": _("Sett opp kodeapp") if secret else _("Engangskode"),
        "form": form,
        "secret": secret,
        "picture": one_time_codes.picture_of(user, secret) if secret else "",
        "next": _next(request),
    }
    status = 422 if form.errors else 200
    return render(
        request, "admin/consortium/second_factor.html", context, status=status
    )


def _secret_of(request: HttpRequest) -> str:
    return str(request.session.setdefault(_NEW_SECRET, one_time_codes.new_secret()))


def _next(request: HttpRequest) -> str:
    """Where the person was going; never out of the house."""
    wanted = (request.POST or request.GET).get(REDIRECT_FIELD_NAME, "")
    is_ours = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if wanted and is_ours else reverse("admin:index")
