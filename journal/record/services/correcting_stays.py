"""Correcting a stay: what was told of it, and an end that was a mistake."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from access.actions import Action
from journal.record.errors import RuleError, StaleFormError
from journal.record.models import Episode, OpenRecord
from journal.record.selectors.ended_stays import ended_under, has_days_left, was_moved
from journal.record.selectors.versions import version_of
from journal.record.services import care_team, relations
from journal.record.services.stays import (
    ONE_OPEN,
    check_start,
    locked_patient,
    still_open,
)


def change_stay(
    record: OpenRecord,
    episode: Episode,
    *,
    starts_at: datetime,
    decided_hours: str,
    decision_reference: str,
    version: int,
) -> Episode:
    """Correct what is told of a stay in progress; the unit's relation is not touched.

    Args:
        record: The open record.
        episode: The stay.
        starts_at: When it began.
        decided_hours: How much was decided, in words.
        decision_reference: Which decision.
        version: The version of the stay (latest history row) the form was made from.

    Raises:
        ActionRefusedError: the record was opened for something else.
        StaleFormError: there is a later version.
        RuleError: the stay has ended, or cannot have begun then.
    """
    record.require(Action.CHANGE_STAY)
    patient = locked_patient(record)
    episode = still_open(record, episode)
    if version_of(episode) != version:
        raise StaleFormError(
            _(
                "Opplysningene er endret av andre mens du skrev. Ingenting er lagret ennå."
            )
        )
    check_start(starts_at, born=patient.birth_date)
    # A form says minutes; a start nobody has corrected keeps its seconds.
    if starts_at != episode.starts_at.replace(second=0, microsecond=0):
        episode.starts_at = starts_at
    episode.decided_hours = decided_hours
    episode.decision_reference = decision_reference
    episode.save(update_fields=["starts_at", "decided_hours", "decision_reference"])
    return episode


def withdraw_discharge(record: OpenRecord, episode: Episode) -> Episode:
    """Take back that a stay has ended, while the unit has days left to finish in.

    The unit gets its relation back, and those who were let go from the care team with
    it. A stay that is in progress stays so.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: it ended by a move or a death, too long ago, or has begun anew.
    """
    record.require(Action.WITHDRAW_DISCHARGE)
    patient = locked_patient(record)
    episode = record.episodes.select_for_update().get(pk=episode.pk)
    if episode.ends_at is None:
        return episode
    if patient.deceased_on is not None:
        raise RuleError(_("Personen er meldt død, og oppholdet kan ikke åpnes igjen."))
    _check_can_be_withdrawn(episode)
    event_id = ended_under(episode)
    _reopen(episode)
    relations.give_back_to_unit(episode)
    care_team.reopen_members(record, ended_under=event_id)
    care_team.end_members_without_stay(record)
    return episode


def _check_can_be_withdrawn(episode: Episode) -> None:
    if not episode.unit.is_active:
        raise RuleError(_("Enheten er ikke lenger i bruk."))
    if not has_days_left(episode):
        raise RuleError(
            _(
                "Oppholdet sluttet for mer enn 14 dager siden. Ta imot pasienten på nytt."
            )
        )
    if was_moved(episode):
        raise RuleError(
            _("Oppholdet sluttet fordi pasienten ble flyttet. Flytt tilbake i stedet.")
        )


def _reopen(episode: Episode) -> None:
    episode.ends_at = None
    try:
        with transaction.atomic():
            episode.save(update_fields=["ends_at"])
    except IntegrityError as error:
        if ONE_OPEN not in str(error):
            raise
        message = _("Personen får allerede denne tjenesten ved enheten.")
        raise RuleError(message) from error
