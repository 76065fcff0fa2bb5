"""Lets each request work in the place its host name leads to, and nowhere afterwards."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.http.request import split_domain_port
from django.urls import set_urlconf

from tenants import directory
from tenants.context import in_consortium, in_directory, in_municipality, nowhere
from tenants.models import Municipality
from tenants.request_id import HEADER, new_request_id, request_id

# Whole, so that it needs no template, no language and no database.
NOT_FOUND = (
    '<!doctype html><html lang="nb"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width">'
    "<title>Finnes ikke</title><main><h1>Denne adressen finnes ikke</h1>"
    "<p>Sjekk at adressen er skrevet riktig, eller spør kommunen din.</p></main></html>"
)
GONE = (
    '<!doctype html><html lang="nb"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width">'
    "<title>Ikke i bruk lenger</title><main><h1>Kommunen bruker ikke Akson lenger</h1>"
    "<p>Journalene er tatt vare på. Spør kommunen hvor du finner dem nå.</p></main></html>"
)


class AksonRequest(HttpRequest):
    """A request that knows its municipality and its id.

    It has none on the consortium's hosts and at the one sign-in address.
    """

    tenant: Municipality | None
    id: str


class MunicipalityMiddleware:
    """Enters the place the host name leads to, around everything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: AksonRequest) -> HttpResponse:
        request.id = new_request_id()
        token = request_id.set(request.id)
        try:
            with nowhere():
                response = self._respond(request)
            response.headers[HEADER] = request.id
            return response
        finally:
            request_id.reset(token)

    def _respond(self, request: AksonRequest) -> HttpResponse:
        host = _host(request)
        request.tenant = directory.municipality_at(host) if host else None
        place: AbstractContextManager[object]
        if host in settings.AKSON_CONSORTIUM_HOSTS:
            request.tenant = None
            request.urlconf = settings.PUBLIC_SCHEMA_URLCONF
            place = in_consortium()
        elif host and host == settings.AKSON_SIGN_IN_HOST:
            request.tenant = None
            request.urlconf = settings.AKSON_SIGN_IN_URLCONF
            place = in_directory()
            # Nobody is signed in here, and the directory has no sessions to look in.
            request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        elif request.tenant is not None:
            request.urlconf = settings.ROOT_URLCONF
            place = in_municipality(request.tenant)
        elif directory.has_left(host):
            return HttpResponse(GONE, status=HTTPStatus.GONE)
        else:
            return HttpResponseNotFound(NOT_FOUND)
        set_urlconf(request.urlconf)  # for what runs before the view is found
        with place:
            return self.get_response(request)


def _host(request: HttpRequest) -> str:
    """Give the host name in the form the register has it, or nothing."""
    try:
        name, _port = split_domain_port(request.get_host())
    except DisallowedHost:
        return ""
    return name
