"""The duty roster: who is on duty when. It decides on what ground records open, so the log has it."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from access.accounts.models import User
from access.errors import RightsError
from access.events import RightsChange, account_target, carry_out
from access.models import Shift, Unit
from access.roles import Role
from access.staff.selectors.leading import staffed_units, works_at
from access.staff.selectors.roster import STRUCK
from access.worker import Worker

LONGEST = timedelta(hours=24)
# Nobody plans, or looks back, further than this.
FAR_OFF_DAYS = 3660


def add_shift(shift: Shift, *, by: Worker) -> Shift:
    """Put somebody on duty.

    Raises:
        RightsError: he does not work there, the time is impossible, or it is oneself.
    """
    check_staffing(shift.unit, by=by)
    check_shift(shift, by=by)
    carry_out([adding(shift, by=by)], by=by, role=Role.LEADER)
    return shift


def change_shift(
    shift: Shift, *, valid_from: datetime, valid_until: datetime, by: Worker
) -> Shift:
    """Move the beginning or the end of a shift.

    Raises:
        RightsError: see `add_shift`.
    """
    shift.valid_from, shift.valid_until = valid_from, valid_until
    check_staffing(shift.unit, by=by)
    check_shift(shift, by=by)
    carry_out([changing(shift, by=by)], by=by, role=Role.LEADER)
    return shift


def end_shift(shift: Shift, *, by: Worker) -> Shift:
    """End a shift now, or strike one that has not begun.

    Raises:
        RightsError: one does not staff the unit.
    """
    check_staffing(shift.unit, by=by)
    carry_out([ending_shift(shift, by=by)], by=by, role=Role.LEADER)
    return shift


def adding(shift: Shift, *, by: Worker) -> RightsChange:
    """Prepare that a checked shift is stored, in the place of one that was struck."""

    def store() -> None:
        struck = Shift.objects.filter(
            user_id=shift.user_id, unit_id=shift.unit_id, valid_from=shift.valid_from
        ).first()
        if struck is not None:
            struck.valid_until, shift.pk = shift.valid_until, struck.pk
        _save(struck or shift, by.user_id)

    return RightsChange(
        account_target(shift.user_id), _detail(shift, "shift_added"), store
    )


def changing(shift: Shift, *, by: Worker) -> RightsChange:
    """Prepare that the checked new times of a shift are stored."""
    return RightsChange(
        account_target(shift.user_id),
        _detail(shift, "shift_changed"),
        lambda: _save(shift, by.user_id),
    )


def ending_shift(shift: Shift, *, by: Worker) -> RightsChange:
    """Prepare that a shift ends now; one that has not begun is struck."""
    now = datetime.now(UTC)
    has_begun = shift.valid_from < now
    shift.valid_until = now if has_begun else shift.valid_from + STRUCK
    what = "shift_ended" if has_begun else "shift_struck"
    return RightsChange(
        account_target(shift.user_id),
        _detail(shift, what),
        lambda: _save(shift, by.user_id),
    )


def check_staffing(unit: Unit, *, by: Worker) -> None:
    """Refuse whoever does not staff a unit.

    Raises:
        RightsError: he neither leads it nor is appointed.
    """
    if not staffed_units(by).filter(pk=unit.pk).exists():
        raise RightsError(
            _("Bare lederen eller en vaktleder kan sette opp vakter ved enheten.")
        )


def check_shift(shift: Shift, *, by: Worker) -> None:
    """Check a shift before it is stored, new or changed.

    Raises:
        RightsError: it cannot be as it is; the field says where.
    """
    if shift.user_id == by.user_id:
        raise RightsError(
            _(
                "Du kan ikke sette opp din egen vakt. Be en annen leder eller vaktleder."
            ),
            field="user",
        )
    if shift.valid_until <= shift.valid_from:
        raise RightsError(_("Vakten må slutte etter at den begynner."), field="ends_at")
    if shift.valid_until - shift.valid_from > LONGEST:
        raise RightsError(_("En vakt kan vare i høyst 24 timer."), field="ends_at")
    if not works_at(shift.user_id, shift.unit, at=shift.valid_from):
        raise RightsError(
            _("Personen er ikke ansatt ved enheten når vakten begynner."), field="user"
        )
    if _is_taken(shift):
        raise RightsError(
            _("Personen har allerede en vakt ved enheten på denne tiden."),
            field="user",
        )


def _is_taken(shift: Shift) -> bool:
    others = Shift.objects.filter(
        user_id=shift.user_id,
        unit_id=shift.unit_id,
        valid_from__lt=shift.valid_until,
        valid_until__gt=shift.valid_from + STRUCK,
    )
    return others.exclude(pk=shift.pk).exists()


def _save(shift: Shift, user_id: UUID) -> None:
    shift._history_user = User(pk=user_id)  # type: ignore[attr-defined]
    shift.save()


def _detail(shift: Shift, what: str) -> Mapping[str, str]:
    return {
        "what": what,
        "unit": str(shift.unit_id),
        "unit_name": shift.unit.name,
        "from": shift.valid_from.isoformat(),
        "until": shift.valid_until.isoformat(),
    }
