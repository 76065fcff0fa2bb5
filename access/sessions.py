"""Where a person is signed in, in words he knows his machines by."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from access.accounts.sessions import Session
from access.devices import device_words
from access.session_limits import LONGEST


@dataclass(frozen=True, slots=True)
class SignIn:
    """One machine a person is signed in on."""

    reference: UUID
    device: str
    began_at: datetime | None
    last_used_at: datetime
    is_here: bool


def sessions_of(user_id: UUID, *, here: str | None) -> list[SignIn]:
    """List a person's sign-ins, this one first, then the last used.

    Args:
        user_id: whose.
        here: the key of the session that asks.
    """
    now = timezone.now()
    alive = Session.objects.filter(
        user_id=user_id, expire_date__gt=now, began_at__gt=now - LONGEST
    )
    found = [
        SignIn(
            reference=row.reference,
            device=device_words(row.device),
            began_at=row.began_at,
            last_used_at=row.last_used_at,
            is_here=row.pk == here,
        )
        for row in alive.order_by("-last_used_at")
    ]
    return sorted(found, key=lambda one: not one.is_here)
