"""Somebody goes through who has access at a unit: each right is kept, or taken away at once."""

from collections.abc import Sequence, Set
from datetime import UTC, datetime

from django.utils.translation import gettext as _

from access.errors import RightsError
from access.events import RightsChange, carry_out
from access.models import (
    AccessReview,
    CareRelation,
    Employment,
    ReviewedRight,
    ShiftLeader,
    Unit,
)
from access.roles import Role
from access.services.employment import check_employment, ending
from access.services.relations import end_relation
from access.staff.selectors.reviews import (
    Right,
    reviewable_units,
    rights_to_decide,
)
from access.staff.services.shift_leaders import withdrawing
from access.worker import Worker
from audit.entry import Subject, Target
from audit.verbs import Reach, Verb


class NewRightsError(Exception):
    """Somebody got access after the list was shown."""


def conclude_review(
    unit: Unit, *, seen: Set[str], revoked: Set[str], by: Worker
) -> AccessReview:
    """Store a review: what is not revoked of what was seen, is confirmed.

    Args:
        unit: whose rights were gone through.
        seen: the keys of all rights that were shown.
        revoked: the keys of those that are taken away.
        by: who decides.

    Raises:
        RightsError: one neither leads nor administers the unit, or a right cannot end.
        NewRightsError: there are rights that were not shown.
    """
    if not reviewable_units(by).filter(pk=unit.pk).exists():
        raise RightsError(_("Bare lederen eller lokal administrator kontrollerer her."))
    rights, _others = rights_to_decide(by, unit)
    if {right.key for right in rights} - seen:
        raise NewRightsError
    gone = [right for right in rights if right.key in revoked]
    now = datetime.now(UTC)
    review = AccessReview(unit=unit, reviewed_by_id=by.user_id, concluded_at=now)
    decided = [_decided(review, right, revoked) for right in rights]
    role = Role.LEADER if Role.LEADER in by.roles else Role.LOCAL_ADMIN
    changes = [_reviewing(review, decided), *(_revoking(r, now, by) for r in gone)]
    carry_out(changes, by=by, role=role)
    return review


def _decided(review: AccessReview, right: Right, revoked: Set[str]) -> ReviewedRight:
    return ReviewedRight(
        review=review,
        user=right.user,
        kind=right.kind,
        right_id=right.id,
        role=right.role.value if right.role else "",
        valid_from=right.valid_from,
        valid_until=right.valid_until,
        is_confirmed=right.key not in revoked,
    )


def _reviewing(review: AccessReview, decided: Sequence[ReviewedRight]) -> RightsChange:
    def store() -> None:
        review.save(force_insert=True)
        ReviewedRight.objects.bulk_create(decided)

    confirmed = sum(one.is_confirmed for one in decided)
    detail = {
        "what": "access_reviewed",
        "unit": str(review.unit_id),
        "unit_name": review.unit.name,
        "confirmed": str(confirmed),
        "revoked": str(len(decided) - confirmed),
    }
    target = Target("access.AccessReview", str(review.pk))
    return RightsChange(target, detail, store, verb=Verb.REVIEWED_ACCESS)


def _revoking(right: Right, now: datetime, by: Worker) -> RightsChange:
    row = right.row
    if isinstance(row, Employment):
        row.valid_until = now
        check_employment(row, by=by)
        return ending(row, by=by)
    if isinstance(row, ShiftLeader):
        return withdrawing(row, by=by)
    assert isinstance(row, CareRelation)  # noqa: S101 - there is no fourth kind
    return _withdrawing_grant(row, now, by)


def _withdrawing_grant(grant: CareRelation, now: datetime, by: Worker) -> RightsChange:
    """Prepare that a grant ends now. The patient is mentioned in the log, and not read."""
    return RightsChange(
        Target("access.CareRelation", str(grant.pk)),
        {"what": "grant_withdrawn", "person": str(grant.worker_id)},
        lambda: end_relation(grant, at=now, by=by.user_id),
        subjects=(Subject(grant.patient_id, grant.record_id, Reach.MENTIONED),),
    )
