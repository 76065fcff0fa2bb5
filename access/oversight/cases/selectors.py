"""Which cases of control a person sees: those he reviews, and those he is asked about."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Case, F, QuerySet, When

from access.accounts.models import User
from access.models import CaseOrigin, CasePart, CaseText, Employment, ReviewCase, Unit
from access.roles import Role
from access.selectors import in_force
from access.worker import Worker


def cases_to_review(worker: Worker) -> QuerySet[ReviewCase]:
    """The cases an auditor may see, those not concluded first.

    The most telling come before others, and what somebody asks about before the sample.
    Nobody reviews himself, nor whoever leads him.
    """
    found = ReviewCase.objects.select_related("worker", "unit", "leader")
    if not worker.is_auditor:
        return found.none()
    barred = {worker.user_id} | leaders_of(worker.unit_ids)
    waiting_first = F("concluded_at").desc(nulls_first=True)
    telling_first = F("score").desc(nulls_last=True)
    sample_last = Case(When(origin=CaseOrigin.SAMPLE, then=1), default=0)
    return found.exclude(worker__in=barred).order_by(
        waiting_first, telling_first, sample_last, "made_at", "pk"
    )


def case_to_review(worker: Worker, case_id: UUID) -> ReviewCase | None:
    """One case an auditor may see; None when it is not his to."""
    return cases_to_review(worker).filter(pk=case_id).first()


def cases_about(worker: Worker) -> QuerySet[ReviewCase]:
    """The cases in which a person is or was asked about his own accesses, newest first."""
    mine = ReviewCase.objects.filter(
        worker_id=worker.user_id, worker_asked_at__isnull=False
    )
    return mine.select_related("unit").order_by("-worker_asked_at")


def has_reported(worker: Worker, event_id: UUID) -> bool:
    """Whether a person has said himself that an access of his was a mistake."""
    mine = ReviewCase.objects.filter(
        worker_id=worker.user_id, origin=CaseOrigin.REPORTED
    )
    return mine.filter(accesses__event_id=event_id).exists()


def cases_asked_of(worker: Worker) -> QuerySet[ReviewCase]:
    """The cases in which a person is or was asked as the leader, those unanswered first."""
    asked = ReviewCase.objects.filter(leader_id=worker.user_id)
    waiting_first = F("leader_answered_at").desc(nulls_first=True)
    return asked.select_related("worker", "unit").order_by(
        waiting_first, "-leader_asked_at"
    )


def leaders_of(unit_ids: Iterable[UUID]) -> set[UUID]:
    """Who leads some units, or any above them."""
    paths = Unit.objects.filter(pk__in=list(unit_ids)).values_list("path", flat=True)
    above = {unit_id for path in paths for unit_id in path}
    return set(
        _leading().filter(content_object_id__in=above).values_list("user_id", flat=True)
    )


def leaders_to_ask(case: ReviewCase) -> list[User]:
    """The leaders who may know why, the nearest first; never the employee himself."""
    if case.unit is None:
        return []
    nearest_first = case.unit.path[::-1]
    rows = _leading().filter(content_object_id__in=nearest_first, user__is_active=True)
    rows = rows.exclude(user_id=case.worker_id).select_related("user")
    by_distance = sorted(
        rows, key=lambda row: nearest_first.index(row.content_object_id)
    )
    return list({row.user_id: row.user for row in by_distance}.values())


def _leading() -> QuerySet[Employment]:
    return Employment.objects.filter(
        in_force(), permission__codename=Role.LEADER.codename
    )


def written_of(case_id: UUID) -> dict[CasePart, CaseText]:
    """Read what was written of a case; the log says already who reads it."""
    rows = CaseText.objects.filter(case_id=case_id).select_related("author")
    return {CasePart(row.part): row for row in rows}


def event_ids_of(case: ReviewCase) -> list[UUID]:
    """The events a case is about."""
    return list(case.accesses.values_list("event_id", flat=True))
