"""A person confirms inside a page that it is still he, with PIN, password or passkey.

A view that is about to do what an open screen alone must not allow asks so::

    form = EmergencyForm(request.POST, user=request.user)  # inherits StepUpForm
    if form.is_valid() and step_up.confirm(request, form, what="emergency"):
        ...

Ask before a record is opened: the answer is committed to the access log at once.
Pages that are one after another are behind `recently_confirmed` instead.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from access import attempts, passkeys
from access.forms.step_up import StepUpForm
from access.pins import is_pin
from access.requests import AksonRequest
from audit import log
from audit.verbs import Outcome, Verb

P = ParamSpec("P")
View = Callable[Concatenate[AksonRequest, P], HttpResponse]

CONFIRMED_AT = "confirmed_at"
RECENTLY = timedelta(minutes=5)


def confirm(request: AksonRequest, form: StepUpForm, *, what: str) -> bool:
    """Decide whether a valid form shows that it is the person himself; log the answer.

    The form is told when it does not, in the same words whatever was wrong.

    Args:
        request: the signed-in person's.
        form: has been found valid.
        what: code of what it is asked for; `audit.review.selectors.details` has the words.

    Raises:
        audit.log.NotCommittedError: a transaction is running, or a record is open.
    """
    how = _way_that_holds(request, form)
    entry = replace(
        request.worker.entry(Verb.STEPPED_UP),
        outcome=Outcome.DONE if how else Outcome.FAILED,
        detail={"what": what} | ({"how": how} if how else {}),
    )
    log.append(entry)
    if not how:
        form.add_error("step_up_password", failure())
    return bool(how)


def failure() -> str:
    """Say that it did not hold: the same whether it was wrong or closed."""
    return _(
        "Det stemmer ikke. Etter fem feil med PIN-kode må du bruke passordet. "
        "Etter fem feil med passord må du vente i 15 minutter."
    )


def remember(request: HttpRequest) -> None:
    """Let the pages behind `recently_confirmed` open for the next minutes."""
    request.session[CONFIRMED_AT] = timezone.now().timestamp()


def is_confirmed(request: HttpRequest) -> bool:
    """Whether the person has shown who he is in the last minutes."""
    return is_recent(request.session.get(CONFIRMED_AT))


def recently_confirmed(view: View[P]) -> View[P]:
    """Let a page open only for whoever has just confirmed that it is he."""

    @wraps(view)
    def asked_first(
        request: AksonRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        if is_confirmed(request):
            return view(request, *args, **kwargs)
        query = urlencode({"next": request.path})
        return HttpResponseRedirect(f"{reverse('access:confirm')}?{query}", status=303)

    return asked_first


def is_recent(at: object) -> bool:
    """Whether what a session remembers as a moment lies in the last minutes."""
    now = timezone.now().timestamp()
    return isinstance(at, float) and now - at < RECENTLY.total_seconds()


def _way_that_holds(request: AksonRequest, form: StepUpForm) -> str:
    """Give the code of the way by which the person has shown who he is; empty when none."""
    user, cleaned = request.user, form.cleaned_data
    typed = cleaned["step_up_password"]
    if cleaned["step_up_passkey"]:
        key = passkeys.key_that_holds(cleaned["step_up_passkey"], of=user)
        if key is not None:
            attempts.forgive(user)
        return "passkey" if key is not None else ""
    if form.takes_pin and is_pin(typed):
        return "pin" if attempts.pin_holds(user, typed) else ""
    held = attempts.tried(user, lambda: user.check_password(typed))
    return "password" if held else ""
