"""Proposes, confirms and lifts a suspension."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants import deciding, directory
from tenants.deciding import DecisionRefusedError
from tenants.models import Municipality
from tenants.suspending.models import NOTICE, Suspension


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
        DecisionRefusedError: it is not in operation, the day is too near, or one is
            proposed or decided already.
    """
    with transaction.atomic():
        municipality = Municipality.objects.select_for_update(no_key=True).get(
            pk=municipality.pk
        )
        if refusal := why_not(municipality, on=on):
            raise DecisionRefusedError(refusal)
        if municipality.suspensions.filter(lifted_at=None).exists():
            raise DecisionRefusedError(_("Stans er allerede foreslått."))
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
        DecisionRefusedError: the same person, too late for the notice, or not waiting.
    """
    with transaction.atomic():
        found = deciding.locked(suspension)
        deciding.confirm(found, by=by)
        if refusal := why_not(found.municipality, on=found.takes_effect_on):
            raise DecisionRefusedError(refusal)
    directory.invalidate()


def lift(suspension: Suspension, *, by: str) -> None:
    """Withdraw a proposal or end a suspension; one person can.

    Raises:
        DecisionRefusedError: it is over already.
    """
    with transaction.atomic():
        deciding.lift(deciding.locked(suspension), by=by)
    directory.invalidate()
