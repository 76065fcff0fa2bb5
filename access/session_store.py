"""Sessions as Django keeps them in the municipality's database, found at little cost.

Every request asks for one, so the SQL is kept; see `tenants.database.prepared`.
"""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from tenants.database.prepared import prepared


@prepared
def _living(key: str, now: datetime) -> QuerySet[Session]:
    """The session with a key, unless it has ended."""
    return Session.objects.filter(session_key=key, expire_date__gt=now)


class SessionStore(DatabaseStore):
    """What Django calls to find, keep and end a session (its SESSION_ENGINE)."""

    def _get_session_from_db(self) -> Any:
        for found in _living(self.session_key or "", timezone.now()):
            return found
        self._session_key = None
        return None
