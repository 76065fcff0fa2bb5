"""What a person has not yet seen of changes to how he signs in, in words."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from access.devices import device_words
from access.models import CredentialNotice

SHOWN_MAX = 20


@dataclass(frozen=True, slots=True)
class Told:
    """One change, as it is told: what, when, and from where or by whom."""

    id: UUID
    what: str
    at: datetime
    origin: str


def unseen_notices(user_id: UUID) -> list[Told]:
    """List what a person has not seen, the latest first."""
    unseen = CredentialNotice.objects.filter(user_id=user_id, seen_at=None)
    return [
        Told(row.pk, row.get_what_display(), row.changed_at, _origin(row))
        for row in unseen.order_by("-changed_at")[:SHOWN_MAX]
    ]


def _origin(row: CredentialNotice) -> str:
    if row.by_name:
        return _("av %(name)s") % {"name": row.by_name}
    return _("fra %(device)s") % {"device": device_words(row.device)}
