"""Has each page of the consortium's host stored in its log before it is made."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from access.accounts.models import User
from access.consortium import log

Handler = Callable[[HttpRequest], HttpResponse]

# Words for scripts, the same for everybody.
SHOWS_NOTHING = frozenset({"admin:jsi18n"})


class ConsortiumLogMiddleware:
    """Says in the consortium's log who asks for what; without the row there is no page."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        _view: Callable[..., Any],
        _args: list[Any],
        options: dict[str, Any],
    ) -> None:
        """Store what a signed-in person asks for; a municipality has its own log."""
        if getattr(request, "urlconf", "") != settings.PUBLIC_SCHEMA_URLCONF:
            return
        match = request.resolver_match
        if isinstance(request.user, User) and (
            match is None or match.view_name not in SHOWS_NOTHING
        ):
            log.log_request(request, request.user, options)
