"""Stays that have ended: by what, and which of the ends can be taken back."""

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from access.models import Basis, CareRelation
from journal.record.models import Episode, OpenRecord


def ended_under(episode: Episode) -> UUID:
    """The access event under which a stay was last changed: when it has ended, its end."""
    event_id: UUID = episode.history.latest("history_id").event_id
    return event_id


def was_moved(episode: Episode) -> bool:
    """Whether a stay ended because another began: by the same event."""
    begun = Episode.history.filter(event_id=ended_under(episode), history_type="+")
    return bool(begun.exclude(id=episode.pk).exists())


def has_days_left(episode: Episode) -> bool:
    """Whether the unit still has some of the days that follow a stay."""
    return episode.pk in _with_days_left([episode.pk])


def ends_to_withdraw(
    record: OpenRecord, former_stays: Iterable[Episode]
) -> frozenset[UUID]:
    """The ended stays of a living person whose end may be offered to be taken back."""
    stays = {stay.pk: stay for stay in former_stays}
    if not stays or record.patient.deceased_on is not None:
        return frozenset()
    return frozenset(pk for pk in _with_days_left(stays) if not was_moved(stays[pk]))


def _with_days_left(stay_ids: Iterable[UUID]) -> set[UUID]:
    former = CareRelation.objects.filter(
        basis=Basis.FORMER_EPISODE,
        source_id__in=list(stay_ids),
        valid_until__gt=timezone.now(),
    )
    return {source for source in former.values_list("source_id", flat=True) if source}
