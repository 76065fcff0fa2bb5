"""The care team: people named to follow the patient, each with a relation of his own."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from access.actions import Action
from access.models import Basis
from journal.record.errors import RuleError
from journal.record.models import CareTeamMember, OpenRecord
from journal.record.selectors.units import colleagues_around, colleagues_to_name
from journal.record.services import relations


def add_member(
    record: OpenRecord, *, worker_id: UUID, function: str, id: UUID
) -> CareTeamMember:
    """Name a person who works where the patient is.

    Args:
        record: The open record.
        worker_id: Who; only those employed at a unit that has the patient.
        function: What he does for the patient.
        id: The membership's own id; a second call with it changes nothing.

    Raises:
        ActionRefusedError: the record was opened for something else.
        RuleError: he works elsewhere, or is named already.
    """
    record.require(Action.CHANGE_IDENTITY)
    existing = record.care_team.filter(pk=id).first()
    if existing is not None:
        return existing
    if worker_id not in {one.user_id for one in colleagues_to_name(record)}:
        message = _(
            "Personen kan ikke navngis hos denne pasienten. Velg en av dem som står i "
            "listen."
        )
        raise RuleError(message, field="worker")
    current = _current(record).filter(worker_id=worker_id, function=function)
    if current.exists():
        raise RuleError(_("Personen har denne funksjonen fra før."), field="worker")
    member = CareTeamMember.objects.create(
        pk=id,
        patient_id=record.patient_id,
        record_id=record.pk,
        worker_id=worker_id,
        function=function,
        valid_from=timezone.now(),
    )
    relations.begin_for_member(member, service_type=relations.service_now(record))
    return member


def end_member(record: OpenRecord, member: CareTeamMember) -> None:
    """Let a person no longer be named in the care team.

    Raises:
        ActionRefusedError: the record was opened for something else.
    """
    record.require(Action.CHANGE_IDENTITY)
    _end(record.care_team.select_for_update().get(pk=member.pk))


def end_members_without_stay(record: OpenRecord) -> None:
    """End those who work at none of the units that still have the patient.

    Otherwise a name in the team would outlive the stay it came from.
    """
    still_here = {colleague.user_id for colleague in colleagues_around(record)}
    for member in _current(record).exclude(worker_id__in=still_here):
        _end(member)


def reopen_members(record: OpenRecord, *, ended_under: UUID) -> None:
    """Name those again who were let go under an event that is taken back."""
    ended = CareTeamMember.history.filter(
        patient_id=record.patient_id, event_id=ended_under
    )
    for member in CareTeamMember.objects.filter(pk__in=ended.values("id")):
        member.valid_until = None
        member.save(update_fields=["valid_until"])
        relations.end_of(member.pk, basis=Basis.TEAM, at=None)


def _current(record: OpenRecord) -> QuerySet[CareTeamMember]:
    now = timezone.now()
    return record.care_team.filter(Q(valid_until=None) | Q(valid_until__gt=now))


def _end(member: CareTeamMember) -> None:
    now = timezone.now()
    if member.valid_until is not None and member.valid_until <= now:
        return
    member.valid_until = now
    member.save(update_fields=["valid_until"])
    relations.end_of(member.pk, basis=Basis.TEAM, at=now)
