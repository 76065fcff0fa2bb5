"""Care relations that follow from stays and teams: derived here, read by the policy."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from access.models import Basis, CareRelation
from journal.record.models import CareTeamMember, Episode, OpenRecord

# How long the former unit may finish and correct its own entries after a stay.
FORMER_UNIT_FOR = timedelta(days=14)
# How long the last units and the team may work in the record of somebody who has died.
AFTER_DEATH_FOR = timedelta(days=30)


def begin_for_unit(episode: Episode) -> CareRelation:
    """Give the unit its relation from now, or from the start when that has been."""
    return CareRelation.objects.create(
        record_id=episode.record_id,
        patient_id=episode.patient_id,
        basis=Basis.EPISODE,
        unit_id=episode.unit_id,
        valid_from=min(episode.starts_at, timezone.now()),
        service_type=episode.service_type,
        source_id=episode.pk,
    )


def end_for_unit(episode: Episode, *, ended_at: datetime) -> None:
    """Close the unit's relation now, and give it the 14 days that follow a stay.

    In them it reads what was written until the stay ended, and not later.
    """
    now = timezone.now()
    end_of(episode.pk, basis=Basis.EPISODE, at=now)
    if ended_at + FORMER_UNIT_FOR <= now:
        return
    CareRelation.objects.create(
        record_id=episode.record_id,
        patient_id=episode.patient_id,
        basis=Basis.FORMER_EPISODE,
        unit_id=episode.unit_id,
        valid_from=now,
        valid_until=ended_at + FORMER_UNIT_FOR,
        readable_until=ended_at,
        service_type=episode.service_type,
        source_id=episode.pk,
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
    return CareRelation.objects.create(
        record_id=member.record_id,
        patient_id=member.patient_id,
        basis=Basis.TEAM,
        worker_id=member.worker_id,
        valid_from=member.valid_from,
        valid_until=member.valid_until,
        service_type=service_type,
        source_id=member.pk,
    )


def end_of(source_id: UUID, *, basis: Basis, at: datetime | None) -> None:
    """Let the relations of one stay or one team member end at a moment; None reopens them.

    A relation that has ended already stays as it is, unless it is reopened.
    """
    for relation in CareRelation.objects.filter(source_id=source_id, basis=basis):
        is_over = (
            relation.valid_until is not None and relation.valid_until <= timezone.now()
        )
        if at is not None and is_over:
            continue
        relation.valid_until = at if at is None else max(at, relation.valid_from)
        relation.save(update_fields=["valid_until"])


def give_back_to_unit(episode: Episode) -> None:
    """Open the unit's relation again; the days after the stay are over."""
    end_of(episode.pk, basis=Basis.FORMER_EPISODE, at=timezone.now())
    end_of(episode.pk, basis=Basis.EPISODE, at=None)
