"""One's own emergency accesses."""

from datetime import timedelta
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from access.models import EmergencyAccess

SHOWN_BACK = timedelta(weeks=8)


def cases_of(user_id: UUID) -> list[EmergencyAccess]:
    """Those that lack an explanation, however old, and the others of the last weeks."""
    mine = EmergencyAccess.objects.filter(worker_id=user_id).select_related("unit")
    cases = mine.order_by(F("explained_at").desc(nulls_first=True), "-began_at")
    since = timezone.now() - SHOWN_BACK
    return [c for c in cases if c.explained_at is None or c.began_at >= since]


def case_of(user_id: UUID, case_id: UUID) -> EmergencyAccess | None:
    """One of one's own; None when it is somebody else's, or there is none."""
    mine = EmergencyAccess.objects.filter(worker_id=user_id)
    return mine.select_related("unit").filter(pk=case_id).first()


def is_running(case: EmergencyAccess) -> bool:
    """Whether the record is open by it now."""
    return case.ended_at is None and case.ends_at > timezone.now()
