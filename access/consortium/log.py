"""The one door into the consortium's log: committed first, and never changed."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

from access.accounts.models import User
from access.consortium.models import ConsortiumEvent
from access.consortium.pages import model_of
from tenants.request_id import request_id

Action = ConsortiumEvent.Action

# Their scripts ask for them each second; one look is one event.
REFRESH_THEMSELVES = frozenset({"admin:progress", "admin:starts"})
_ONE_LOOK = timedelta(minutes=10)
# What those who may everything are called beside the roles.
EVERYTHING = "everything"


class NotCommittedError(RuntimeError):
    """A look must be committed before anything is shown, so it cannot join a transaction."""


def log_request(request: HttpRequest, user: User, options: Mapping[str, Any]) -> None:
    """Store, durably, that somebody asks for a page, before the page is made.

    Args:
        request: with the address looked up.
        user: who asks.
        options: what stands in the address.

    Raises:
        NotCommittedError: a transaction is running, so a rollback could erase the event.
    """
    if connection.in_atomic_block:
        raise NotCommittedError
    page = request.resolver_match.view_name if request.resolver_match else ""
    is_look = request.method in {"GET", "HEAD"}
    keys = (one for one in options.values() if isinstance(one, str | UUID))
    about = str(next(keys, ""))[:64]
    if is_look and page in REFRESH_THEMSELVES and _looked_just_now(user, page, about):
        return
    append(
        Action.LOOKED if is_look else Action.SENT,
        request=request,
        user=user,
        page=page,
        object_type=model_of(page),
        object_id=about,
    )


def append(
    action: Action, *, request: HttpRequest | None, user: User | None, **facts: str
) -> None:
    """Store one event; of a change, in the transaction of the change."""
    ConsortiumEvent(
        action=action,
        actor_id=user.pk if user else None,
        actor_name=str(user)[:200] if user else "",
        roles=_roles_of(user) if user else [],
        address=request.META.get("REMOTE_ADDR", "")[:64] if request else "",
        request_id=request_id.get(),
        **facts,
    ).save(force_insert=True)


def _roles_of(user: User) -> list[str]:
    named = sorted(user.groups.values_list("name", flat=True))
    return [*named, EVERYTHING] if user.is_superuser else named


def _looked_just_now(user: User, page: str, about: str) -> bool:
    return ConsortiumEvent.objects.filter(
        actor_id=user.pk,
        page=page,
        object_id=about,
        action=Action.LOOKED,
        stored_at__gte=timezone.now() - _ONE_LOOK,
    ).exists()
