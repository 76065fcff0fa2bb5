"""Emergency accesses and stated needs, as those who review them see them: no patient by name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import TypeVar
from uuid import UUID

from django.db.models import F, QuerySet

from access.models import (
    EmergencyAccess,
    EmergencyText,
    Employment,
    StatedNeed,
    TextPart,
)
from access.roles import Role
from access.selectors import in_force
from access.worker import Worker
from audit.hashing import keyed_hash

# One in ten, and at least one a week from each unit, is to be looked at.
SAMPLED_ONE_IN = 10
SHOWN_BACK = timedelta(weeks=8)
_SPACE = 16**8
Row = TypeVar("Row", EmergencyAccess, StatedNeed)


@dataclass(frozen=True, slots=True)
class Texts:
    """What was written about a case; None where nothing is yet."""

    explanation: str | None
    conclusion: str | None


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A stated need in the list, and whether the sample fell on it."""

    need: StatedNeed
    is_sampled: bool


def cases_of(worker: Worker) -> QuerySet[EmergencyAccess]:
    """The emergency accesses a person reviews, those that wait first, then the newest."""
    found = EmergencyAccess.objects.select_related("worker", "unit", "concluded_by")
    return _of_units(found, worker).order_by(
        F("concluded_at").desc(nulls_first=True), "-began_at"
    )


def waiting_count(worker: Worker) -> int:
    """How many emergency accesses wait for a conclusion that the person could make."""
    waiting = cases_of(worker).filter(concluded_at=None).order_by()
    return waiting.exclude(worker_id=worker.user_id).count()


def may_conclude(worker: Worker, case: EmergencyAccess) -> bool:
    """Whether a person concludes on a case: never his own; an auditor where nobody leads.

    A leader's own use is for the leader above, and if there is none, for the auditor.
    """
    if case.worker_id == worker.user_id:
        return False
    led = {post.unit_id for post in worker.posts if post.role is Role.LEADER}
    if led.intersection(case.unit.path):
        return True
    return worker.is_auditor and not _has_another_leader(case)


def texts_of(case_id: UUID) -> Texts:
    """Read what was written of a case; the log says already who reads it."""
    rows = EmergencyText.objects.filter(case_id=case_id)
    written = dict(rows.values_list("part", "text"))
    return Texts(
        explanation=written.get(TextPart.EXPLANATION),
        conclusion=written.get(TextPart.CONCLUSION),
    )


def needs_of(worker: Worker, *, at: datetime | None = None) -> list[NeedRow]:
    """The stated needs of the last weeks that a person reviews, newest first."""
    since = (at or datetime.now(UTC)) - SHOWN_BACK
    found = StatedNeed.objects.select_related("worker", "unit", "looked_by")
    needs = list(_of_units(found, worker).filter(began_at__gte=since))
    sampled = sample(needs)
    needs.sort(key=lambda need: need.began_at, reverse=True)
    return [NeedRow(need, need.pk in sampled) for need in needs]


def need_of(worker: Worker, need_id: UUID) -> StatedNeed | None:
    """One stated need that a person reviews; None when it is not his to."""
    return _of_units(StatedNeed.objects.all(), worker).filter(pk=need_id).first()


def sample(needs: Iterable[StatedNeed]) -> frozenset[UUID]:
    """Choose which needs are to be looked at: the same ones whoever asks, and nobody's choice.

    Each has a lot drawn by a keyed hash of its random id, so that it can be neither
    foreseen nor steered. From each unit and week the lowest is taken in any case.
    """

    def unit_and_week(need: StatedNeed) -> tuple[str, int, int]:
        year, week, _day = need.began_at.isocalendar()
        return str(need.unit_id), year, week

    chosen: set[UUID] = set()
    for _key, group in groupby(sorted(needs, key=unit_and_week), key=unit_and_week):
        lots = sorted((_lot(need), need.pk) for need in group)
        chosen.add(lots[0][1])
        chosen.update(pk for lot, pk in lots if lot * SAMPLED_ONE_IN < _SPACE)
    return frozenset(chosen)


def _lot(need: StatedNeed) -> int:
    digest = keyed_hash("need", str(need.pk)).partition(":")[2]
    return int(digest[:8], 16)


def _of_units(found: "QuerySet[Row]", worker: Worker) -> "QuerySet[Row]":
    """All of them for an auditor; for a leader, those from his units and the ones below."""
    if worker.is_auditor:
        return found
    led = [post.unit_id for post in worker.posts if post.role is Role.LEADER]
    return found.filter(unit__path__overlap=led)


def _has_another_leader(case: EmergencyAccess) -> bool:
    leaders = Employment.objects.filter(
        in_force(),
        user__is_active=True,
        permission__codename=Role.LEADER.codename,
        content_object_id__in=case.unit.path,
    )
    return leaders.exclude(user_id=case.worker_id).exists()
