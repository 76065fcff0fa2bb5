"""Sessions as they are kept in the municipality's database, found at little cost.

Every request asks for one, so the SQL is kept; see `tenants.database.prepared`.
"""

from datetime import UTC, datetime
from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db.models import QuerySet
from django.utils import timezone

from access.accounts.sessions import DEVICE, SIGNED_IN_AT, Session
from tenants.database.prepared import prepared


@prepared
def _living(key: str, now: datetime) -> QuerySet[Session]:
    """The session with a key, unless it has ended."""
    return Session.objects.filter(session_key=key, expire_date__gt=now)


class SessionStore(DatabaseStore):
    """What Django calls to find, keep and end a session (its SESSION_ENGINE).

    `row` is the session as it was found; None when it is new.
    """

    row: Session | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Our own sessions, which say whose they are."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Make a row of what the session holds, also of whose it is."""
        row = cast("Session", super().create_model_instance(data))
        began = data.get(SIGNED_IN_AT)
        row.user_id = data.get(SESSION_KEY)
        row.began_at = datetime.fromtimestamp(began, UTC) if began else None
        row.device = data.get(DEVICE, "")
        return row

    def save(self, must_create: bool = False) -> None:
        """Store what the session holds; lock and last use are written by themselves.

        Raises:
            UpdateError: it has been ended meanwhile.
        """
        if must_create or self.session_key is None:
            super().save(must_create=must_create)
            return
        row = self.create_model_instance(dict(self.items()))
        found = Session.objects.filter(pk=row.pk)
        stored = found.update(
            session_data=row.session_data,
            expire_date=row.expire_date,
            user=row.user_id,
            began_at=row.began_at,
            device=row.device,
        )
        if not stored:
            raise UpdateError

    def _get_session_from_db(self) -> Any:
        for found in _living(self.session_key or "", timezone.now()):
            self.row = found
            return found
        self._session_key = None
        return None
