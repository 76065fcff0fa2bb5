"""Takes back what was planned, before its day."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants.models import Municipality, MunicipalityNumber
from tenants.registry.changes import ChangedMunicipality, MunicipalityChange
from tenants.registry.changing.carrying_out import locked_numbers

# A municipality that came to nothing must not be worked in.
_NOT_AT_WORK = (Municipality.State.LISTED, *Municipality.AFTERWARDS)


class WithdrawalRefusedError(Exception):
    """The change stands; the message says why, in Norwegian."""


@transaction.atomic
def withdraw_change(change: MunicipalityChange, *, by: str) -> MunicipalityChange:
    """Let everybody keep the number he has; what was to be listed comes to nothing.

    Raises:
        WithdrawalRefusedError: its day has come, another rests on it, or somebody works in
            a municipality that would come of it.
    """
    locked_numbers()
    change = MunicipalityChange.objects.get(pk=change.pk)
    parts = list(change.parts.select_related("municipality", "change"))
    if refusal := _why_not(change, parts):
        raise WithdrawalRefusedError(refusal)
    try:
        for part in parts:
            _take_back(part)
    except IntegrityError as error:
        say = _("En annen skal ha et av numrene. Trekk den endringen tilbake først.")
        raise WithdrawalRefusedError(say) from error
    change.withdrawn_by, change.withdrawn_on = by, timezone.localdate()
    change.save(update_fields=["withdrawn_by", "withdrawn_on"])
    return change


def _why_not(change: MunicipalityChange, parts: list[ChangedMunicipality]) -> str:
    if change.withdrawn_on is not None:
        return _("Endringen er allerede trukket tilbake.")
    if not change.is_ahead:
        return _("Endringen gjelder allerede, og kan ikke trekkes tilbake.")
    new = [part.number_after for part in parts if not part.ceases]
    still = MunicipalityNumber.objects.filter(
        number__in=new, valid_from=change.takes_effect_on, valid_until=None
    )
    if still.count() != len(new):
        return _("En senere endring bygger på denne. Trekk den tilbake først.")
    for part in parts:
        if part.comes and part.municipality.state not in _NOT_AT_WORK:
            say = _("%(name)s er satt i drift. Stans og arkiver den først.")
            return say % {"name": part.municipality}
    return ""


def _take_back(part: ChangedMunicipality) -> None:
    """The new number never was anybody's, and the old one has no end."""
    own = MunicipalityNumber.objects.filter(municipality=part.municipality)
    day = part.change.takes_effect_on
    own.filter(number=part.number_after, valid_from=day).update(valid_until=day)
    own.filter(number=part.number_before, valid_until=day).exclude(
        valid_from=day
    ).update(valid_until=None)
