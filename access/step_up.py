"""A person confirms inside a page that it is still he, with PIN, password or passkey.

A view that is about to do what an open screen alone must not allow asks so::

    form = EmergencyForm(request.POST, user=request.user)  # inherits StepUpForm
    if form.is_valid() and step_up.confirm(request, form, what="emergency"):
        ...

Ask before a record is opened: the answer is committed to the access log at once.
"""

from dataclasses import replace
from datetime import timedelta

from django.contrib.auth.hashers import check_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.forms.step_up import StepUpForm
from access.models import StepUp
from access.pins import is_pin
from access.requests import AksonRequest
from access.ways import PINS_ALLOWED
from audit import log
from audit.verbs import Outcome, Verb

PASSWORDS_ALLOWED = 5
CLOSED_FOR = timedelta(minutes=15)


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


def _way_that_holds(request: AksonRequest, form: StepUpForm) -> str:
    """Give the code of the way by which the person has shown who he is; empty when none."""
    typed = form.cleaned_data["step_up_password"]
    way = "pin" if form.takes_pin and is_pin(typed) else "password"
    with transaction.atomic():
        state = _state_of(request.user)
        holds = (_pin_holds if way == "pin" else _password_holds)(
            request.user, state, typed
        )
        if holds:
            state.wrong_pins = state.wrong_passwords = 0
        state.save(update_fields=["wrong_pins", "wrong_passwords", "wrong_password_at"])
    return way if holds else ""


def _state_of(user: User) -> StepUp:
    """Give the person's failures, kept from others: who guesses in two windows waits."""
    StepUp.objects.get_or_create(pk=user.pk)
    return StepUp.objects.select_for_update().get(pk=user.pk)


def _pin_holds(_user: User, state: StepUp, typed: str) -> bool:
    if not state.pin_hash or state.wrong_pins >= PINS_ALLOWED:
        return False
    if check_password(typed, state.pin_hash):
        return True
    state.wrong_pins += 1
    return False


def _password_holds(user: User, state: StepUp, typed: str) -> bool:
    now = timezone.now()
    last = state.wrong_password_at
    if last is None or now - last > CLOSED_FOR:
        state.wrong_passwords = 0
    if state.wrong_passwords >= PASSWORDS_ALLOWED:
        return False
    if user.check_password(typed):
        return True
    state.wrong_passwords += 1
    state.wrong_password_at = now
    return False
