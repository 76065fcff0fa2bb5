"""Before somebody's rights or the rules change, the person at the screen shows that it is he.

What was sent goes along in the page that asks, and is done once he has shown it; so nothing
that was typed is lost. Whoever has shown it in the last minutes is not asked.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from access import step_up
from access.forms.step_up import StepUpForm
from access.requests import AksonRequest
from access.step_up import CONFIRMED_AT, is_recent

P = ParamSpec("P")
View = Callable[Concatenate[AksonRequest, P], HttpResponse]

# Kept apart from `step_up.CONFIRMED_AT`: a PIN is enough here, and not for the ways to sign in.
SHOWN_AT = "shown_at"
# Says that the page that asks was sent, and not the form it carries.
ANSWER = "asked_again"
_SECRETS = ("step_up_password", "step_up_passkey")
_OWN = {"csrfmiddlewaretoken", ANSWER, *_SECRETS}


def asked_again(what: str) -> Callable[[View[P]], View[P]]:
    """Let a view take a form only from whoever has just shown that it is he.

    Args:
        what: code of what it is asked for; `audit.review.selectors.details` has the words.
    """

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def asked_first(
            request: AksonRequest, /, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponse:
            return ask_again(request, what=what) or view(request, *args, **kwargs)

        return asked_first

    return decorate


def ask_again(request: AksonRequest, *, what: str) -> HttpResponse | None:
    """Give the page that asks; None when the form may be taken now."""
    if request.method != "POST" or has_just_shown(request):
        return None
    request.sensitive_post_parameters = _SECRETS  # type: ignore[attr-defined]
    data = request.POST if ANSWER in request.POST else None
    form = StepUpForm(data, user=request.user)
    if data and form.is_valid() and step_up.confirm(request, form, what=what):
        remember_shown(request)
        return None
    context = {"form": form, "carried": carried(request), "answer": ANSWER}
    status = 422 if form.errors else 200
    return render(request, "access/ask_again.html", context, status=status)


def remember_shown(request: HttpRequest) -> None:
    """Ask for nothing more in the next minutes: he has just signed in, or shown who he is."""
    request.session[SHOWN_AT] = timezone.now().timestamp()


def has_just_shown(request: HttpRequest) -> bool:
    """Whether the person has signed in, or shown who he is, in the last minutes."""
    return any(is_recent(request.session.get(key)) for key in (SHOWN_AT, CONFIRMED_AT))


def carried(request: HttpRequest) -> list[tuple[str, str]]:
    """What was sent, but for what the page that asks has itself."""
    return [
        (name, str(value))
        for name, values in request.POST.lists()
        if name not in _OWN
        for value in values
    ]
