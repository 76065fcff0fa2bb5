"""Where I am signed in, and how I end it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from access.requests import AksonRequest
from access.services import sessions


@require_POST
def end(request: AksonRequest) -> HttpResponse:
    """End one of my sign-ins on another machine."""
    try:
        reference = UUID(request.POST.get("session", ""))
    except ValueError:
        reference = None
    if reference and sessions.end_session(reference, by=request.worker):
        messages.success(request, _("Du er logget ut der."))
    else:
        messages.info(request, _("Den innloggingen var avsluttet fra før."))
    return HttpResponseRedirect(resolve_url("access:security"), status=303)


@require_POST
def end_all(request: AksonRequest) -> HttpResponse:
    """Sign out everywhere, here as well."""
    sessions.end_all(by=request.worker)
    logout(request)
    messages.success(request, _("Du er logget ut overalt."))
    return HttpResponseRedirect(resolve_url("account_login"), status=303)
