"""A user name that is closed after repeated failures, opened again by an administrator."""

from datetime import timedelta

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.utils import timezone

from access.accounts.models import User
from access.attempts import forgive
from access.events import account_target, changing_rights, hash_username
from access.services.employment import refuse_own_rights
from access.worker import Worker


def is_locked_out(user: User) -> bool:
    """Whether signing in is closed for a while, since a password was wrong too often."""
    closed_for = get_cool_off() or timedelta()
    failed = AccessAttempt.objects.filter(
        username=hash_username(user.username),
        attempt_time__gte=timezone.now() - closed_for,
        failures_since_start__gte=settings.AXES_FAILURE_LIMIT,
    )
    return bool(failed.exists())


def unlock(user: User, *, by: Worker) -> None:
    """Let a person try again at once; the administrator has made sure that it is he.

    Raises:
        RightsError: it is the person's own account.
    """
    refuse_own_rights(user.pk, by)
    detail = {"what": "sign_in_opened"}
    with changing_rights(by=by, target=account_target(user.pk), detail=detail):
        reset(username=hash_username(user.username))
        forgive(user)
