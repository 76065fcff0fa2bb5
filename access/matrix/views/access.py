"""Who sees how access is governed: local administrators, and auditors, who change nothing."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.shortcuts import render

from access.requests import AksonRequest

P = ParamSpec("P")
View = Callable[Concatenate[AksonRequest, P], HttpResponse]


def administrator_required(view: View[P]) -> View[P]:
    """Let only a local administrator in."""
    return _required(view, auditor_too=False)


def governing_required(view: View[P]) -> View[P]:
    """Let a local administrator in, or an auditor, who has to know by which rules to review."""
    return _required(view, auditor_too=True)


def _required(view: View[P], *, auditor_too: bool) -> View[P]:
    @wraps(view)
    def checked(
        request: AksonRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        worker = request.worker
        if worker.is_local_admin or (auditor_too and worker.is_auditor):
            return view(request, *args, **kwargs)
        return render(request, "access/matrix/refused.html", status=403)

    return checked
