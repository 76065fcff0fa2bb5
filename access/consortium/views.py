"""Those who help the municipalities ask for a way to see how one is set up, and look."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from access.accounts.models import User
from access.consortium.forms import AskSupportForm
from access.consortium.settings_shown import (
    asked_here,
    health_of,
    own_of,
    settings_here,
)
from access.errors import RightsError
from access.models import SupportGrant
from access.services import support
from audit.entry import Client
from tenants.context import UnknownMunicipalityError, in_municipality_with_id
from tenants.request_id import request_id

MAY_ASK = "consortium.ask_for_support"
_PAGE = "admin/consortium/support.html"


def support_urls(site: AdminSite) -> list[URLPattern]:
    """Give the addresses, for the consortium's administration."""
    own, given = "stotte/<uuid:municipality_id>/", {"site": site}
    return [
        path(own, site.admin_view(support_grants), given, name="support"),
        path(
            f"{own}innstillinger/",
            site.admin_view(support_settings),
            given,
            name="support_settings",
        ),
        path(
            f"{own}<uuid:grant_id>/avslutt/",
            site.admin_view(give_back),
            given,
            name="support_give_back",
        ),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def support_grants(
    request: HttpRequest, municipality_id: UUID, site: AdminSite
) -> HttpResponse:
    """Show what was asked of a municipality and what it answered; ask for more."""
    user = _supporter(request)
    form = AskSupportForm(request.POST or None)
    try:
        with in_municipality_with_id(municipality_id) as municipality:
            if request.method == "POST" and form.is_valid():
                _ask(form, request)
            grants = asked_here()
    except UnknownMunicipalityError as unknown:
        raise Http404 from unknown
    if request.method == "POST" and not form.errors:
        say = _("Kommunen er spurt. Svaret kommer på denne siden.")
        messages.success(request, say)
        return HttpResponseRedirect(reverse("admin:support", args=[municipality_id]))
    context = {
        "title": _("Støttetilgang til %(name)s") % {"name": municipality.name},
        "municipality": municipality,
        "form": form,
        "grants": grants,
        "mine": own_of(grants, user.pk),
    }
    return _answer(request, site, _PAGE, context, status=422 if form.errors else 200)


@require_POST
def give_back(
    request: HttpRequest,
    municipality_id: UUID,
    grant_id: UUID,
    site: AdminSite,  # noqa: ARG001 - given to each of these views
) -> HttpResponse:
    """End what one has asked for or been given."""
    user = _supporter(request)
    try:
        with in_municipality_with_id(municipality_id):
            support.give_back(grant_id, by=user, client=_client(request))
    except (UnknownMunicipalityError, SupportGrant.DoesNotExist) as unknown:
        raise Http404 from unknown
    except RightsError as error:
        messages.error(request, error.message)
    return HttpResponseRedirect(reverse("admin:support", args=[municipality_id]))


@require_http_methods(["GET", "HEAD"])
def support_settings(
    request: HttpRequest, municipality_id: UUID, site: AdminSite
) -> HttpResponse:
    """Show how a municipality is set up, once its log says who looks."""
    user = _supporter(request)
    try:
        with in_municipality_with_id(municipality_id) as municipality:
            grant = support.say_look(by=user, client=_client(request))
            found = settings_here()
    except UnknownMunicipalityError as unknown:
        raise Http404 from unknown
    except RightsError as error:
        messages.error(request, error.message)
        return HttpResponseRedirect(reverse("admin:support", args=[municipality_id]))
    context = {
        "title": _("Innstillingene i %(name)s") % {"name": municipality.name},
        "municipality": municipality,
        "grant": grant,
        "settings": found,
        "health": health_of(municipality),
    }
    return _answer(request, site, "admin/consortium/support_settings.html", context)


def _ask(form: AskSupportForm, request: HttpRequest) -> None:
    """Ask the municipality that is entered; a refusal is put on the form."""
    told = form.cleaned_data
    try:
        support.ask(
            reason=told["reason"],
            hours=told["hours"],
            by=_supporter(request),
            client=_client(request),
        )
    except RightsError as error:
        form.add_error(None, error.message)


def _supporter(request: HttpRequest) -> User:
    user = cast(User, request.user)
    if not user.has_perm(MAY_ASK):
        raise PermissionDenied
    return user


def _client(request: HttpRequest) -> Client:
    """Say in the municipality's log that it came from the consortium, and from where."""
    address = request.META.get("REMOTE_ADDR", "")[:64]
    return Client(channel="consortium", address=address, request_id=request_id.get())


def _answer(
    request: HttpRequest,
    site: AdminSite,
    page: str,
    context: dict[str, object],
    *,
    status: int = 200,
) -> HttpResponse:
    return render(
        request, page, {**site.each_context(request), **context}, status=status
    )
