"""Puts the language and the acting person on each request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation

from access.accounts.models import User
from access.workplace import worker_of
from tenants.models import Municipality

Handler = Callable[[HttpRequest], HttpResponse]

# Where a signed-in person without a chosen workplace may go.
FREE_OF_WORKPLACE = ("/konto/", "/arbeidssted/", "/static/", "/admin/", "/profil/")


class LanguageMiddleware:
    """Speak the person's written language, else the municipality's."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(self._language(request)):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
        return response

    def _language(self, request: HttpRequest) -> str:
        user = request.user
        if isinstance(user, User) and user.language:
            return str(user.language)
        tenant: Municipality | None = getattr(request, "tenant", None)
        return "nn" if tenant is not None and tenant.language == "nn" else "nb"


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
        return HttpResponseRedirect(reverse("access:workplace"))

    @staticmethod
    def _is_free(request: HttpRequest) -> bool:
        return request.path.startswith(FREE_OF_WORKPLACE)
