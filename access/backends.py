"""Finds the account of a signed-in person, with the posts he may work in, in one query."""

from datetime import UTC, datetime
from uuid import UUID

from django.contrib.auth.backends import ModelBackend
from django.db.models import Exists, OuterRef, QuerySet

from access.accounts.models import User
from access.models import EmergencyAccess, ReviewCase
from access.workplace import posts_subquery
from tenants.context import current_municipality
from tenants.database.prepared import prepared


@prepared
def _account(user_id: UUID, now: datetime) -> QuerySet[User]:
    """The account, the posts it may work in now, and whether it owes an explanation or an answer."""
    owed = EmergencyAccess.objects.filter(worker_id=OuterRef("pk"), explained_at=None)
    open_cases = ReviewCase.objects.filter(concluded_at=None)
    asked = open_cases.filter(
        worker_id=OuterRef("pk"), worker_asked_at__isnull=False, worker_answered_at=None
    )
    asked_as_leader = open_cases.filter(
        leader_id=OuterRef("pk"), leader_asked_at__isnull=False, leader_answered_at=None
    )
    found: QuerySet[User] = User.objects.annotate(
        posts_now=posts_subquery(now),
        owes_explanation=Exists(owed),
        owes_answer=Exists(asked) | Exists(asked_as_leader),
    )
    return found.filter(pk=user_id)


class AccountBackend(ModelBackend):
    """Django's own backend; in a municipality the account brings its posts along.

    They are read anew for every request, so that an ended employment counts at once.
    """

    def get_user(self, user_id: UUID) -> User | None:
        """Find an active account; None when it is gone or closed."""
        if current_municipality() is None:
            found = super().get_user(user_id)
            return found if isinstance(found, User) else None
        for user in _account(user_id, datetime.now(UTC)):
            return user if self.user_can_authenticate(user) else None
        return None
