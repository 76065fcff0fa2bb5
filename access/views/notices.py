"""That I have seen what I was told of changes to how I sign in."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from access.requests import AksonRequest
from access.services.notices import mark_seen


@require_POST
def seen(request: AksonRequest) -> HttpResponse:
    """Take the message away, and stay where one was."""
    mark_seen(request.user.pk, _ids(request))
    return HttpResponseRedirect(_back(request), status=303)


def _ids(request: HttpRequest) -> list[UUID]:
    try:
        return [UUID(one) for one in request.POST.getlist("notice")]
    except ValueError:
        return []


def _back(request: HttpRequest) -> str:
    address = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(address, request.get_host()):
        return address
    return resolve_url("access:security")
