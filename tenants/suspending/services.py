"""Proposes, confirms and lifts a suspension."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants import directory
from tenants.models import Municipality
from tenants.suspending.models import NOTICE, Suspension


class SuspensionRefusedError(Exception):
    """Nothing was changed; the message says why, in Norwegian."""


def why_not(municipality: Municipality, *, on: date) -> str:
    """Say why a suspension cannot be proposed or confirmed; nothing when it can."""
    if not municipality.is_active:
        return _("Kommunen er ikke i drift.")
    first = timezone.localdate() + NOTICE
    if on < first:
        return _(
            "De som jobber i kommunen skal varsles minst sju dager før. Velg %(day)s eller senere."
        ) % {"day": f"{first:%d.%m.%Y}"}
    return ""


def propose(
    municipality: Municipality, *, on: date, reason: str, by: str
) -> Suspension:
    """Propose that a municipality's people only read from a day on.

    Nothing happens, and nobody there is told, before another person confirms it.

    Raises:
        SuspensionRefusedError: it is not in operation, the day is too near, or one is
            proposed or decided already.
    """
    with transaction.atomic():
        municipality = Municipality.objects.select_for_update(no_key=True).get(
            pk=municipality.pk
        )
        if refusal := why_not(municipality, on=on):
            raise SuspensionRefusedError(refusal)
        if municipality.suspensions.filter(lifted_at=None).exists():
            raise SuspensionRefusedError(_("Stans er allerede foreslått."))
        made: Suspension = Suspension.objects.create(
            municipality=municipality,
            takes_effect_on=on,
            reason=reason,
            proposed_by=by,
        )
    return made


def confirm(suspension: Suspension, *, by: str) -> None:
    """Decide it, as another person than the one who proposed; people there are told now.

    Raises:
        SuspensionRefusedError: the same person, too late for the notice, or not waiting.
    """
    with transaction.atomic():
        found = _locked(suspension)
        if found.lifted_at or found.confirmed_at:
            raise SuspensionRefusedError(_("Forslaget venter ikke lenger."))
        if by == found.proposed_by:
            raise SuspensionRefusedError(
                _("En annen enn den som foreslo det, må bekrefte.")
            )
        if refusal := why_not(found.municipality, on=found.takes_effect_on):
            raise SuspensionRefusedError(refusal)
        found.confirmed_by, found.confirmed_at = by, timezone.now()
        found.save(update_fields=["confirmed_by", "confirmed_at"])
    directory.invalidate()


def lift(suspension: Suspension, *, by: str) -> None:
    """Withdraw a proposal or end a suspension; one person can.

    Raises:
        SuspensionRefusedError: it is over already.
    """
    with transaction.atomic():
        found = _locked(suspension)
        if found.lifted_at:
            raise SuspensionRefusedError(_("Den er allerede opphevet."))
        found.lifted_by, found.lifted_at = by, timezone.now()
        found.save(update_fields=["lifted_by", "lifted_at"])
    directory.invalidate()


def _locked(suspension: Suspension) -> Suspension:
    locked = Suspension.objects.select_for_update(no_key=True, of=("self",))
    return locked.select_related("municipality").get(pk=suspension.pk)
