"""What every request meets on its way in: language, sign-in, worker; and out: privacy."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation

from access import screen_lock
from access.local_choices import language_of
from access.second_factor import LACKS_FACTOR
from access.session_limits import has_expired
from access.views.errors import locked, signed_out, without_workplace
from access.worker import Worker
from access.workplace import page_of, worker_of

Handler = Callable[[HttpRequest], HttpResponse]

# Where a signed-in person without a chosen workplace may go.
FREE_OF_WORKPLACE = (
    "/konto/",
    "/inn/",
    "/arbeidssted/",
    "/static/",
    "/admin/",
    "/profil/",
    "/fhir/",
)
_STATE = "/konto/tilstand/"
# What may be asked for in a session whose screen is locked.
FREE_WHEN_LOCKED = (
    _STATE,
    "/konto/las-opp/",
    "/konto/logg-ut/",
    "/konto/passnokkel/bruk/",
    "/static/",
)
# Where a person goes who has yet to get the second factor the municipality asks for.
FREE_OF_SECOND_FACTOR = ("/konto/", "/static/")
# What a program asks for: it is told by a number, never sent to another page.
FOR_PROGRAMS = "/fhir/"


class PrivacyMiddleware:
    """Leave nothing of a page behind on a shared machine.

    Every page is kept by nobody, and signing out empties what the browser has kept.
    Cookies are not named: that would sign out of the other municipalities as well.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Cache-Control"] = "no-store"
        if getattr(request, "clear_site_data", False):
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


class SessionAgeMiddleware:
    """Sign out whoever signed in too long ago."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and has_expired(request):
            request.ended_by_time = True  # type: ignore[attr-defined]
            logout(request)
        return self.get_response(request)


class SecondFactorMiddleware:
    """Lead whoever must have a second factor, and has none, to where he gets it."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_free = request.path.startswith(FREE_OF_SECOND_FACTOR)
        if is_free or not request.session.get(LACKS_FACTOR):
            return self.get_response(request)
        if not shows_answer(request):
            return HttpResponse(status=403)
        return HttpResponseRedirect(reverse("access:security"), status=303)


class ScreenLockMiddleware:
    """Answer nothing in a session whose screen is locked, or has lain idle too long."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        if not screen_lock.is_locked(request):
            if request.path != _STATE:
                screen_lock.note_use(request)
            return self.get_response(request)
        if request.path.startswith(FREE_WHEN_LOCKED):
            return self.get_response(request)
        if not shows_answer(request):
            return HttpResponse(status=401)
        if request.method == "POST":
            return locked(request)
        query = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{reverse('access:unlock')}?{query}")


class SignInRequiredMiddleware(LoginRequiredMiddleware):
    """Ask everybody in a municipality to sign in, but where a view says otherwise.

    On the consortium's host there is only the administration, which asks for itself.
    """

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., Any], *view: Any
    ) -> HttpResponse | None:
        """Let the signed-in person through; turn others away."""
        if getattr(request, "tenant", None) is None:
            return None
        return super().process_view(request, view_func, *view)  # type: ignore[return-value]

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponse:
        """Send a page to sign-in; a form is not sent there, for what it holds would be gone."""
        if not shows_answer(request):
            return HttpResponse(status=401)
        if request.method == "POST":
            return signed_out(request)
        return super().handle_no_permission(request, view_func)


class LanguageMiddleware:
    """Speak the person's written language, else the municipality's."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asks = not request.path.startswith(FOR_PROGRAMS)
        with translation.override(language_of(request, asks=asks)):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
        return response


class WorkerMiddleware:
    """Give the request its worker, and send him to choose a workplace when he has none."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if getattr(request, "tenant", None) is None:
            return self.get_response(request)
        worker = worker_of(request)
        request.worker = worker  # type: ignore[attr-defined]
        if worker is None or worker.posts or self._is_free(request):
            return self.get_response(request)
        if not shows_answer(request):
            return HttpResponse(status=403)
        if request.method == "POST":
            return without_workplace(request)
        return HttpResponseRedirect(_workplace_and_back(request))

    def process_view(self, request: HttpRequest, *_view: Any, **_options: Any) -> None:
        """Say which page it is, now that the address has been looked up."""
        worker: Worker | None = getattr(request, "worker", None)
        if worker is not None:
            client = replace(worker.client, page=page_of(request))
            request.worker = replace(worker, client=client)  # type: ignore[attr-defined]

    @staticmethod
    def _is_free(request: HttpRequest) -> bool:
        return request.path.startswith(FREE_OF_WORKPLACE)


def shows_answer(request: HttpRequest) -> bool:
    """Whether the answer will be shown as a page: neither htmx asks, nor a script or program."""
    is_fragment = request.headers.get("HX-Request") == "true"
    is_program = request.path.startswith(FOR_PROGRAMS)
    return not (is_fragment or is_program or "X-Requested-With" in request.headers)


def _workplace_and_back(request: HttpRequest) -> str:
    address = reverse("access:workplace")
    if request.method != "GET" or request.path == "/":
        return address
    return f"{address}?{urlencode({'next': request.get_full_path()})}"
