"""Who may read the access log: the auditor (revisor), and nobody else."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseBase
from django.shortcuts import render

from access.requests import AksonRequest
from audit.verbs import Verb
from journal.record.gate import record_refusal

P = ParamSpec("P")


def auditor_required(
    view: Callable[Concatenate[AksonRequest, P], HttpResponseBase],
) -> Callable[Concatenate[AksonRequest, P], HttpResponseBase]:
    """Let only an auditor at work in; an attempt by anybody else is kept in the log.

    Nothing of these pages stays in a browser's or a proxy's store.
    """

    @wraps(view)
    def checked(
        request: AksonRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        worker = getattr(request, "worker", None)
        if worker is None:
            return redirect_to_login(request.get_full_path())
        if worker.is_auditor:
            response: HttpResponseBase = view(request, *args, **kwargs)
        else:
            record_refusal(worker, Verb.LOG_READ, reason="role")
            response = render(request, "audit/refused.html", status=403)
        response.headers["Cache-Control"] = "no-store, private"
        return response

    return checked
