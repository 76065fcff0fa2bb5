"""Pages for what went wrong before a view was reached."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

# What a form holds besides what somebody typed: ids, and the codes of choices.
_MADE_BY_US = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[a-z_]+")


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's
    """Say that the form was too old, and give back what was typed.

    The browser forgets it: the pages are not to be stored, nor their fields remembered.
    """
    context = {"typed": _typed(request)}
    return render(request, "csrf_failure.html", context, status=403)


def _typed(request: HttpRequest) -> str:
    """Gather what was typed in a page of ours; what another site sends is not repeated."""
    if request.headers.get("Origin") != f"{request.scheme}://{request.get_host()}":
        return ""
    values = [
        value.strip()
        for name, sent in request.POST.lists()
        if name != "csrfmiddlewaretoken" and "password" not in name
        for value in sent
    ]
    return "\n".join(v for v in values if v and not _MADE_BY_US.fullmatch(v))
