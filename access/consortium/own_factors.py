"""What one of the consortium's staff signs in with: seen, added to, and taken away by himself."""

from typing import cast

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from access.accounts.models import User
from access.consortium import second_factor
from access.consortium.sign_in import (
    after_set_up,
    answered,
    ask_for_factor,
    passkey_to_make,
    passkey_to_use,
    set_up,
)
from access.publishing.asking import ask_for_password
from access.selectors import factors_of

_PAGE = "admin/consortium/own_factors.html"


def factor_urls(site: AdminSite) -> list[URLPattern]:
    """Give the addresses, for the consortium's administration."""
    given = {"site": site}
    own, adding = site.admin_view(own_factors), site.admin_view(add_factor)
    return [
        path("kode/", ask_for_factor, given, name="second_factor"),
        path("kode/passnokkel/", passkey_to_use, name="passkey_to_use"),
        path("kode/passnokkel/lag/", passkey_to_make, name="passkey_to_make"),
        path("sikkerhet/", own, given, name="own_factors"),
        path("sikkerhet/ny/", adding, given, name="add_factor"),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def own_factors(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Show what one signs in with; take one away, or make new codes."""
    if request.method == "POST":
        return _asked(request, site) or _changed(request, site)
    user = cast(User, request.user)
    context = {"title": _("Innlogging og sikkerhet"), "factors": factors_of(user.pk)}
    return answered(request, site, _PAGE, context)


@sensitive_post_parameters("one_time_code")
@require_http_methods(["GET", "HEAD", "POST"])
def add_factor(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Set up another app or passkey."""
    asked = _asked(request, site) if request.method == "POST" else None
    user = cast(User, request.user)
    return asked or set_up(request, user, site, after=reverse("admin:own_factors"))


def _changed(request: HttpRequest, site: AdminSite) -> HttpResponse:
    user, back = cast(User, request.user), reverse("admin:own_factors")
    if request.POST.get("does") == "codes":
        codes = second_factor.renew_codes(request, user)
        return after_set_up(request, site, codes, after=back)
    factor_id = request.POST.get("factor", "")
    if factor_id.isdecimal() and second_factor.remove(request, user, int(factor_id)):
        messages.success(request, _("Den er fjernet."))
    else:
        messages.error(request, _("Du må ha minst én. Sett opp en annen først."))
    return HttpResponseRedirect(back)


def _asked(request: HttpRequest, site: AdminSite) -> HttpResponse | None:
    return ask_for_password(
        request,
        site,
        why=_("Skriv passordet ditt før du endrer det du logger inn med."),
        button=_("Bekreft"),
    )
