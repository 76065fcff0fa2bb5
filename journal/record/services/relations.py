"""Care relations (behandlerrelasjoner): the one door by which a feature begins, moves and ends them.

The feature has the source: a stay, a visit, a task, a list, an application. It says here
what follows from it, and the policy reads it in the next request.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db.models import Q
from django.utils import timezone

from access.bases import NAMED_OR_GIVEN
from access.models import Basis, CareRelation
from access.services.relations import end_relation, store_relation
from journal.record.models import CareTeamMember, Episode, HealthRecord, OpenRecord
from journal.record.models.rows import change_now

# How long the former unit may finish and correct its own entries after a stay.
FORMER_UNIT_FOR = timedelta(days=14)
# How long the last units and the team may work in the record of somebody who has died.
AFTER_DEATH_FOR = timedelta(days=30)


class WrongHolderError(ValueError):
    """A ground that names somebody was given to a unit, or one of a unit to a person."""


@dataclass(frozen=True, slots=True)
class Business:
    """Why a unit, or a person, has business with a record: what its source says of it.

    Args:
        basis: the ground; decides whether a unit or a person holds it.
        source_id: the row it follows from.
        unit_id: the unit that has it; None when a person has.
        worker_id: the person who has it; None when a unit has.
        valid_from: since when; now when it is not told.
        valid_until: until when; None when no end is known.
        readable_until: what was written later stays closed.
        service_type: which service it is for (kodeverk 9151).
        reason_code: coded reason, of a ground that has one.
        granted_by_id: who gave it, of a ground that is given.
        id: the relation's own id, if it is known beforehand.
    """

    basis: Basis
    source_id: UUID
    unit_id: UUID | None = None
    worker_id: UUID | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    readable_until: datetime | None = None
    service_type: str = ""
    reason_code: str = ""
    granted_by_id: UUID | None = None
    id: UUID | None = None


def id_of(source_id: UUID) -> UUID:
    """The id of the relation a source will give: the log refers to it before it is there."""
    return uuid5(source_id, "relation")


def begin(record: OpenRecord, business: Business) -> CareRelation:
    """Give a unit or a person a relation; a second call for the same source changes nothing.

    Raises:
        WrongHolderError: the ground is not one that such a holder can have.
    """
    _wait_for_others(record)
    for relation in _running(business.source_id, business.basis):
        if _is_held_by(relation, business):
            return relation
    return _create(record.pk, record.patient_id, business)


def move(record: OpenRecord, business: Business) -> CareRelation:
    """Let what follows from a source be another unit's or person's, or last for another time.

    Who had it before has it no longer in the next request.

    Raises:
        WrongHolderError: the ground is not one that such a holder can have.
    """
    _wait_for_others(record)
    kept = None
    for relation in _running(business.source_id, business.basis):
        if kept is None and _is_held_by(relation, business):
            kept = relation
        else:
            _end(relation, timezone.now())
    if kept is None:
        return _create(record.pk, record.patient_id, business)
    kept.valid_from = business.valid_from or kept.valid_from
    kept.valid_until = business.valid_until
    return _keep(kept)


def end(
    record: OpenRecord, *, basis: Basis, source_id: UUID, at: datetime | None = None
) -> None:
    """Let what follows from a source end, now when no moment is told.

    What has ended stays as it is.
    """
    _wait_for_others(record)
    end_of(source_id, basis=basis, at=at or timezone.now())


def withdraw(
    record: OpenRecord, *, basis: Basis, relation_id: UUID
) -> CareRelation | None:
    """End one relation now, whatever it follows from.

    Returns:
        The relation; None when the record has none such. One that has ended stays as it is.
    """
    _wait_for_others(record)
    found = CareRelation.objects.filter(record_id=record.pk, basis=basis)
    relation = found.filter(pk=relation_id).first()
    if relation is None or _is_over(relation):
        return relation
    return _end(relation, timezone.now())


def take(record_id: UUID, patient_id: UUID, business: Business) -> CareRelation:
    """Give a person what he takes himself: no record is open yet, so there is none to hand over.

    Raises:
        WrongHolderError: the ground is not one that such a holder can have.
    """
    return _create(record_id, patient_id, business)


def begin_for_unit(episode: Episode) -> CareRelation:
    """Give the unit its relation from now, or from the start when that has been."""
    business = Business(
        basis=Basis.EPISODE,
        source_id=episode.pk,
        unit_id=episode.unit_id,
        valid_from=min(episode.starts_at, timezone.now()),
        service_type=episode.service_type,
    )
    return _create(episode.record_id, episode.patient_id, business)


def end_for_unit(episode: Episode, *, ended_at: datetime) -> None:
    """Close the unit's relation now, and give it the 14 days that follow a stay."""
    end_of(episode.pk, basis=Basis.EPISODE, at=timezone.now())
    former = former_unit(
        source_id=episode.pk,
        unit_id=episode.unit_id,
        service_type=episode.service_type,
        ended_at=ended_at,
    )
    if former is not None:
        _create(episode.record_id, episode.patient_id, former)


def former_unit(
    *, source_id: UUID, unit_id: UUID, service_type: str, ended_at: datetime
) -> Business | None:
    """Say what a unit has in the 14 days after it had the patient; None when they are over.

    In them it reads what was written until the end, and not later.
    """
    now = timezone.now()
    if ended_at + FORMER_UNIT_FOR <= now:
        return None
    return Business(
        basis=Basis.FORMER_EPISODE,
        source_id=source_id,
        unit_id=unit_id,
        valid_from=now,
        valid_until=ended_at + FORMER_UNIT_FOR,
        readable_until=ended_at,
        service_type=service_type,
    )


def service_now(record: OpenRecord) -> str:
    """Tell which service a relation that is given now is for (kodeverk 9151).

    It is the one who gives it comes from; else the newest the person receives.
    """
    if record.decision.service_type:
        return record.decision.service_type
    newest = record.episodes.filter(ends_at=None).order_by("-starts_at").first()
    return newest.service_type if newest else ""


def begin_for_member(member: CareTeamMember, *, service_type: str) -> CareRelation:
    """Give a person named in the care team his own relation."""
    business = Business(
        basis=Basis.TEAM,
        source_id=member.pk,
        worker_id=member.worker_id,
        valid_from=member.valid_from,
        valid_until=member.valid_until,
        service_type=service_type,
    )
    return _create(member.record_id, member.patient_id, business)


def end_of(source_id: UUID, *, basis: Basis, at: datetime | None) -> None:
    """Let the relations of one source end at a moment; None reopens them.

    A relation that has ended already stays as it is, unless it is reopened.
    """
    for relation in CareRelation.objects.filter(source_id=source_id, basis=basis):
        if at is None:
            relation.valid_until = None
            _keep(relation)
        elif not _is_over(relation):
            _end(relation, at)


def give_back_to_unit(episode: Episode) -> None:
    """Open the unit's relation again; the days after the stay are over."""
    end_of(episode.pk, basis=Basis.FORMER_EPISODE, at=timezone.now())
    end_of(episode.pk, basis=Basis.EPISODE, at=None)


def _wait_for_others(record: OpenRecord) -> None:
    """Let whoever changes relations of the same record do it after this is stored."""
    HealthRecord.objects.select_for_update().get(pk=record.pk)


def _running(source_id: UUID, basis: Basis) -> list[CareRelation]:
    """The relations of a source that are in force, or will be."""
    not_over = Q(valid_until=None) | Q(valid_until__gt=timezone.now())
    found = CareRelation.objects.filter(not_over, source_id=source_id, basis=basis)
    return list(found.order_by("valid_from", "pk"))


def _is_held_by(relation: CareRelation, business: Business) -> bool:
    return (relation.unit_id, relation.worker_id) == (
        business.unit_id,
        business.worker_id,
    )


def _create(record_id: UUID, patient_id: UUID, business: Business) -> CareRelation:
    holder = "worker_id" if business.basis in NAMED_OR_GIVEN else "unit_id"
    if getattr(business, holder) is None:
        raise WrongHolderError(business.basis.value)
    names = [name for name in Business.__slots__ if name != "id"]
    told = {name: getattr(business, name) for name in names}
    relation = CareRelation(record_id=record_id, patient_id=patient_id, **told)
    relation.id = business.id or relation.id
    relation.valid_from = business.valid_from or timezone.now()
    return _keep(relation)


def _is_over(relation: CareRelation) -> bool:
    until = relation.valid_until
    return until is not None and until <= timezone.now()


def _end(relation: CareRelation, at: datetime) -> CareRelation:
    return end_relation(relation, at=at, by=_whose_work())


def _keep(relation: CareRelation) -> CareRelation:
    return store_relation(relation, by=_whose_work())


def _whose_work() -> UUID | None:
    """Who changes relations now, for their history; None where nobody is signed in."""
    change = change_now.get()
    return change.user_id if change else None
