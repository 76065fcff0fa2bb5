"""Sessions as rows that say whose they are, and when they were last used."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from access.session_store import SessionStore

# What of a session's data is a column as well.
SIGNED_IN_AT = "signed_in_at"
DEVICE = "device"


class Session(AbstractBaseSession):
    """A sign-in on one machine (innlogging, økt), or a browser not signed in yet.

    Whether the screen is locked, and when it was used, is kept beside what Django stores,
    and written by itself: two requests at once never undo a lock.
    """

    # Names the session where its key, which opens it, must not stand.
    reference = models.UUIDField(default=uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    began_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(default=timezone.now)
    locked_at = models.DateTimeField(null=True)
    # What the browser calls itself.
    device = models.CharField(max_length=200, blank=True)

    class Meta(AbstractBaseSession.Meta):
        verbose_name = _("innlogging")  # type: ignore[assignment]
        verbose_name_plural = _("innlogginger")  # type: ignore[assignment]

    @classmethod
    def get_session_store_class(cls) -> type["SessionStore"]:
        """The store that reads and writes it."""
        from access.session_store import SessionStore

        return SessionStore
