"""Notes exports; proposes, confirms and lifts an archiving."""

from datetime import datetime, time
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants import deciding, directory
from tenants.archiving.models import Archiving, Export
from tenants.deciding import DecisionRefusedError
from tenants.health import HealthReport
from tenants.models import Municipality
from tenants.suspending.models import Suspension


def note_export(municipality_id: UUID, *, moment: datetime, fingerprint: str) -> None:
    """Note that everything of a municipality was taken out.

    Args:
        municipality_id: Whose.
        moment: What it is as of.
        fingerprint: Of its list of contents, by which it is known again.
    """
    Export.objects.create(
        municipality_id=municipality_id, moment=moment, fingerprint=fingerprint
    )


def export_of(municipality: Municipality) -> Export:
    """Give the newest export that has all that was ever written there.

    Raises:
        DecisionRefusedError: it cannot be archived now; why.
    """
    if municipality.is_archived:
        raise DecisionRefusedError(_("Kommunen er allerede arkivert."))
    suspension = municipality.suspensions.filter(lifted_at=None).first()
    if suspension is None or not suspension.is_in_force:
        raise DecisionRefusedError(_("Kommunen må være stanset først."))
    if _is_sealing_behind(municipality):
        raise DecisionRefusedError(
            _("Forseglingen av tilgangsloggen er forsinket. Vent til den er ajour.")
        )
    newest: Export | None = municipality.exports.filter(
        moment__gte=_beginning_of(suspension)
    ).first()
    if newest is None:
        raise DecisionRefusedError(
            _("Driften må ta ut alt kommunen har, etter at stansen begynte å gjelde.")
        )
    return newest


def why_not(municipality: Municipality) -> str:
    """Say why it cannot be archived now; nothing when it can."""
    try:
        export_of(municipality)
    except DecisionRefusedError as refused:
        return str(refused)
    return ""


def propose(municipality: Municipality, *, by: str) -> Archiving:
    """Propose that a municipality is archived; nothing happens before another confirms.

    Raises:
        DecisionRefusedError: it is not ready for it, or it is proposed already.
    """
    with transaction.atomic():
        municipality = municipality_locked(municipality)
        if municipality.archivings.filter(lifted_at=None).exists():
            raise DecisionRefusedError(_("Arkivering er allerede foreslått."))
        made: Archiving = Archiving.objects.create(
            municipality=municipality,
            export=export_of(municipality),
            proposed_by=by,
        )
    return made


def confirm(archiving: Archiving, *, by: str) -> None:
    """Archive it, as another person than the one who proposed; its host answers nobody now.

    Raises:
        DecisionRefusedError: the same person, not waiting, or not ready any more.
    """
    with transaction.atomic():
        municipality = municipality_locked(archiving.municipality)
        export_of(municipality)
        deciding.confirm(deciding.locked(archiving), by=by)
        municipality.state = Municipality.State.ARCHIVED
        municipality.save(update_fields=["state"])
    directory.invalidate()


def lift(archiving: Archiving, *, by: str) -> None:
    """Withdraw a proposal, or take the municipality into use again; one person can.

    Raises:
        DecisionRefusedError: it is over already, or a deletion is on its way or done.
    """
    with transaction.atomic():
        municipality = municipality_locked(archiving.municipality)
        if municipality.deletions.filter(lifted_at=None).exists():
            raise DecisionRefusedError(
                _("Sletting er foreslått eller gjort. Den må avvises først.")
            )
        deciding.lift(deciding.locked(archiving), by=by)
        if municipality.is_archived:
            municipality.state = Municipality.State.ACTIVE
            municipality.save(update_fields=["state"])
    directory.invalidate()


def municipality_locked(municipality: Municipality) -> Municipality:
    """Fetch it anew; nobody else changes it meanwhile."""
    rows = Municipality.objects.select_for_update(no_key=True)
    found: Municipality = rows.get(pk=municipality.pk)
    return found


def _beginning_of(suspension: Suspension) -> datetime:
    return timezone.make_aware(datetime.combine(suspension.takes_effect_on, time.min))


def _is_sealing_behind(municipality: Municipality) -> bool:
    """Whether events wait to be sealed that never would be, once nobody seals there."""
    reports = HealthReport.objects.alarming().filter(municipality=municipality)
    return reports.filter(work=HealthReport.Work.SEALING).exists()
