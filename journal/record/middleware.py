"""What a person meets at a closed door: why, and what he may lawfully do next."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from access.requests import AksonRequest
from audit.references import reference_of
from journal.record.gate import RecordRefusedError
from journal.record.models import ActionRefusedError
from journal.record.selectors.refusal import ways_on

Handler = Callable[[HttpRequest], HttpResponse]


class ClosedDoorMiddleware:
    """Answer 403 with the lawful ways on when a record stays closed."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: AksonRequest, exception: Exception
    ) -> HttpResponse | None:
        """Turn a refusal, already in the log, into a page; leave other errors alone."""
        if isinstance(exception, RecordRefusedError):
            context = {
                "ways": ways_on(request.worker, exception.decision),
                "reference": reference_of(exception.event_id),
                "wanted": request.path if request.method == "GET" else "",
            }
            return render(request, "journal/record/refused.html", context, status=403)
        if isinstance(exception, ActionRefusedError):
            return render(request, "journal/record/refused.html", status=403)
        return None
