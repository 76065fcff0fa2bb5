"""Failures are counted for the account: after five, guessing on is of no use.

A PIN is then closed until another way has held; a password or a one-time code waits.
The answer is the same whether something was wrong or closed.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from django.contrib.auth.hashers import check_password
from django.db import transaction
from django.utils import timezone

from access.accounts.models import User
from access.models import StepUp
from access.ways import PINS_ALLOWED

T = TypeVar("T")

FAILURES_ALLOWED = 5
CLOSED_FOR = timedelta(minutes=15)


@transaction.atomic
def pin_holds(user: User, typed: str) -> bool:
    """Try a PIN."""
    state = _state_of(user)
    if not state.pin_hash or state.wrong_pins >= PINS_ALLOWED:
        return False
    if check_password(typed, state.pin_hash):
        _start_anew(state)
        return True
    state.wrong_pins += 1
    state.save(update_fields=["wrong_pins"])
    return False


@transaction.atomic
def tried(user: User, find: Callable[[], T | None]) -> T | None:
    """Try a password, or a one-time code, unless it is closed; give what was found."""
    state, now = _state_of(user), timezone.now()
    if state.failed_at is None or now - state.failed_at > CLOSED_FOR:
        state.failures = 0
    if state.failures >= FAILURES_ALLOWED:
        return None
    found = find()
    if found:
        _start_anew(state)
        return found
    state.failures += 1
    state.failed_at = now
    state.save(update_fields=["failures", "failed_at"])
    return None


def forgive(user: User) -> None:
    """Forget the failures of whoever has shown in another way that it is he."""
    StepUp.objects.filter(pk=user.pk).update(wrong_pins=0, failures=0)


def _start_anew(state: StepUp) -> None:
    state.wrong_pins = state.failures = 0
    state.save(update_fields=["wrong_pins", "failures"])


def _state_of(user: User) -> StepUp:
    """Give the person's failures, kept from others: who guesses in two windows waits."""
    StepUp.objects.get_or_create(pk=user.pk)
    return StepUp.objects.select_for_update().get(pk=user.pk)
