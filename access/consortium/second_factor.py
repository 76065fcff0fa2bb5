"""A code from an app after the password: nobody reaches the consortium's administration without.

Set up at the first sign-in, and taken away by somebody else where the telephone is lost.
Failures are counted in the consortium's log, for the account, so that a new session helps
nobody who guesses.
"""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone

from access import one_time_codes
from access.accounts.models import User
from access.consortium import log
from access.consortium.models import ConsortiumEvent

# Where a session says which factor was shown in it.
SHOWN = "consortium_factor"
_FAILURES_ALLOWED = 5
_CLOSED_FOR = timedelta(minutes=15)


def has_shown_it(request: HttpRequest) -> bool:
    """Whether the session's person has shown a second factor that is still his."""
    if settings.AKSON_PASSWORD_IS_ENOUGH:
        return True
    shown = request.session.get(SHOWN)
    return bool(shown) and _factors_of(request.user.pk).filter(pk=shown).exists()


def has_app(user: User) -> bool:
    """Whether the person has set up an app."""
    return _factors_of(user.pk).exists()


def show(request: HttpRequest, user: User, code: str, *, secret: str) -> bool:
    """Try a code of the app, or the first code of one that is being set up.

    Args:
        request: of the session that is to be let in.
        user: who has just typed his password.
        code: what was typed.
        secret: what a new app computes from; "" for somebody who has one.

    Returns:
        Whether it holds; it never does for a while after five failures.
    """
    with transaction.atomic():
        # Whoever guesses in two windows waits.
        User.objects.select_for_update(no_key=True).get(pk=user.pk)
        if _is_closed(user):
            return False
        factor = _set_up(user, code, secret) if secret else _used(user, code)
        if factor is None:
            log.append(log.Action.SIGN_IN_FAILED, request=request, user=user)
            return False
    request.session.cycle_key()
    request.session[SHOWN] = factor.pk
    return True


def take_away(user: User, *, request: HttpRequest, by: User) -> None:
    """Let a person who has lost the telephone set up an app anew, at the next sign-in."""
    with transaction.atomic():
        _factors_of(user.pk).delete()
        log.append(
            log.Action.CHANGED,
            request=request,
            user=by,
            object_type="accounts.user",
            object_id=str(user.pk),
            detail="Fjernet totrinn som var mistet.",
        )


def _set_up(user: User, code: str, secret: str) -> Authenticator | None:
    step = one_time_codes.step_of(secret, "".join(code.split()))
    if step is None or has_app(user):
        return None
    one_time_codes.store_secret(user, secret, step=step)
    return _factors_of(user.pk).first()


def _used(user: User, code: str) -> Authenticator | None:
    return one_time_codes.code_holds(user, code)


def _is_closed(user: User) -> bool:
    since = timezone.now() - _CLOSED_FOR
    failed = ConsortiumEvent.objects.filter(
        actor_id=user.pk, action=log.Action.SIGN_IN_FAILED, stored_at__gte=since
    )
    return failed.count() >= _FAILURES_ALLOWED


def _factors_of(user_id: object) -> "models.QuerySet[Authenticator]":
    found: models.QuerySet[Authenticator] = Authenticator.objects.filter(
        user_id=user_id
    )
    return found
