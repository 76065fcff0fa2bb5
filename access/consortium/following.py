"""Follows what Django tells of sign-ins and of rows changed in the consortium's administration."""

from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.signals import (
    user_logged_in,
    user_logged_out,
    user_login_failed,
)
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.http import HttpRequest

from access.accounts.models import User
from access.consortium import log
from tenants.context import this_connection
from tenants.database.place import Kind

_ACTIONS = {ADDITION: log.Action.ADDED, CHANGE: log.Action.CHANGED}


def _is_here() -> bool:
    return this_connection().place.kind is Kind.CONSORTIUM


@receiver(user_logged_in)
def _signed_in(request: HttpRequest, user: User, **_signal: object) -> None:
    if _is_here():
        log.append(log.Action.SIGNED_IN, request=request, user=user)


@receiver(user_logged_out)
def _signed_out(
    request: HttpRequest, user: User | None = None, **_signal: object
) -> None:
    if _is_here() and user is not None:
        log.append(log.Action.SIGNED_OUT, request=request, user=user)


@receiver(user_login_failed)
def _failed(request: HttpRequest | None = None, **_signal: object) -> None:
    """Nothing of what was typed: it may be a password in the wrong field."""
    if _is_here() and request is not None:
        log.append(log.Action.SIGN_IN_FAILED, request=request, user=None)


@receiver(post_save, sender=LogEntry)
def _changed(instance: LogEntry, created: bool, **_signal: Any) -> None:
    """Say which fields were changed, in the transaction that changes them."""
    action = _ACTIONS.get(instance.action_flag)
    if not created or action is None or not _is_here():
        return
    content_type = instance.content_type
    log.append(
        action,
        request=None,
        user=instance.user,
        object_type=f"{content_type.app_label}.{content_type.model}"
        if content_type
        else "",
        object_id=str(instance.object_id or "")[:64],
        detail=str(instance.get_change_message()),
    )
