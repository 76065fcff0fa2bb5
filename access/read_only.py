"""While a municipality's schema is upgraded, or it is suspended, its people do not write."""

from collections.abc import Callable
from typing import Any

from django.db import OperationalError, ProgrammingError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from access.middleware import Handler, shows_answer
from access.views.errors import suspended, upgraded, upgraded_meanwhile
from tenants import directory
from tenants.models import Municipality

_SAFE = ("GET", "HEAD", "OPTIONS")
# What is sent and yet asks, and what cannot wait; a form of these waits for the database.
FREE = frozenset(
    {
        "audit:event_proof",
        "audit:export",
        "audit:fhir_search_by_post",
        "audit:log",
        "record:emergency",
        "record:emergency_end",
        "record:emergency_extend",
        "record:my_emergency",
        "record:need",
        "record:relative_search",
        "record:search",
        "rights:why",
    }
)
# Signing in and out, the screen's lock, the workplace: one's own, and no record's.
_OWN = ("access:", "account_", "oidc:")
_RETRY_AFTER_S = "30"


class ReadOnlyMiddleware:
    """Take nothing in while it may only be read; what was typed is given back.

    Which municipalities that are is known in the process: nothing is asked for it.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the page say from when the municipality is suspended."""
        tenant: Municipality | None = getattr(request, "tenant", None)
        since = directory.suspended_from(tenant.pk) if tenant else None
        request.suspended_from = since  # type: ignore[attr-defined]
        request.is_suspended = (  # type: ignore[attr-defined]
            since is not None and since <= timezone.localdate()
        )
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., Any], *_arguments: Any
    ) -> HttpResponse | None:
        """Refuse what would be stored, once the address is known and the form is ours.

        The page of such a form is told, so that it does not offer what would be refused.
        """
        if _is_free(request):
            return None
        is_suspended: bool = getattr(request, "is_suspended", False)
        request.takes_nothing_in = is_suspended  # type: ignore[attr-defined]
        if request.method in _SAFE:
            return None
        if _is_read_only(request):
            return _later(request, upgraded)
        if is_suspended:
            return suspended(request, as_page=shows_answer(request))
        return None

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Explain what the database could not answer because it was being changed."""
        is_databases = isinstance(exception, ProgrammingError | OperationalError)
        if not is_databases or not _is_read_only(request):
            return None
        page = upgraded_meanwhile if request.method in _SAFE else upgraded
        return _later(request, page)


def _later(
    request: HttpRequest, page: Callable[[HttpRequest], HttpResponse]
) -> HttpResponse:
    """Answer with a page where one is shown, and say when to ask again."""
    answer = page(request) if shows_answer(request) else HttpResponse(status=503)
    answer.headers["Retry-After"] = _RETRY_AFTER_S
    return answer


def _is_read_only(request: HttpRequest) -> bool:
    tenant: Municipality | None = getattr(request, "tenant", None)
    return tenant is not None and directory.is_read_only(tenant.pk)


def _is_free(request: HttpRequest) -> bool:
    name = request.resolver_match.view_name if request.resolver_match else ""
    return name in FREE or name.startswith(_OWN)
