"""A municipality is without the pages of a module it does not have."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from access.middleware import Handler, shows_answer
from access.views.errors import module_is_closed
from tenants import directory
from tenants.models import Municipality
from tenants.modules.registry import State, state_of

_SAFE = ("GET", "HEAD", "OPTIONS")


class ModuleMiddleware:
    """Answers 404 where a module is off, and takes nothing in where it is only read.

    Which modules a municipality has is known in the process: nothing is asked for it.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the menu know what to leave out."""
        tenant: Municipality | None = getattr(request, "tenant", None)
        modules = directory.modules_of(tenant.pk) if tenant else {}
        request.modules = modules  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., Any], *_arguments: Any
    ) -> HttpResponse | None:
        """Refuse what the municipality is without.

        Raises:
            Http404: the page belongs to a module it does not have.
        """
        modules: dict[str, str] = request.modules  # type: ignore[attr-defined]
        page = request.resolver_match.view_name if request.resolver_match else ""
        state = state_of(page, modules) if modules else State.ON
        if state == State.OFF:
            raise Http404
        if state == State.READING:
            request.module_is_closed = True  # type: ignore[attr-defined]
            if request.method not in _SAFE:
                return module_is_closed(request, as_page=shows_answer(request))
        return None
