"""A unit's leader appoints those who staff its shifts."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from access.accounts.models import User
from access.errors import RightsError
from access.events import RightsChange, account_target, carry_out
from access.models import ShiftLeader, Unit
from access.roles import Role
from access.staff.selectors.leading import appointments_in_force, led_units, works_at
from access.worker import Worker

LONGEST = timedelta(days=366)


def appoint(appointment: ShiftLeader, *, by: Worker) -> ShiftLeader:
    """Let somebody staff the shifts of a unit from now on, for at most a year.

    Raises:
        RightsError: one does not lead the unit, it is oneself, the person does not work
            there or is appointed already, or the period is too long.
    """
    _check_leading(appointment.unit, by=by)
    _check(appointment, by=by)
    carry_out([_change(appointment, "shift_leader_appointed", by)], by=by, role=_AS)
    return appointment


def withdraw(appointment: ShiftLeader, *, by: Worker) -> ShiftLeader:
    """End an appointment now.

    Raises:
        RightsError: one does not lead the unit.
    """
    _check_leading(appointment.unit, by=by)
    carry_out([withdrawing(appointment, by=by)], by=by, role=_AS)
    return appointment


def withdrawing(appointment: ShiftLeader, *, by: Worker) -> RightsChange:
    """Prepare that an appointment ends now."""
    appointment.valid_until = datetime.now(UTC)
    return _change(appointment, "shift_leader_withdrawn", by)


_AS = Role.LEADER


def _check_leading(unit: Unit, *, by: Worker) -> None:
    if not led_units(by).filter(pk=unit.pk).exists():
        raise RightsError(_("Bare lederen kan velge vaktledere ved enheten."))


def _check(appointment: ShiftLeader, *, by: Worker) -> None:
    now = appointment.valid_from
    if appointment.user_id == by.user_id:
        raise RightsError(_("Du leder enheten og er vaktleder fra før."), field="user")
    if not now < appointment.valid_until <= now + LONGEST:
        raise RightsError(
            _("Velg en dag fra i dag og høyst ett år fram."), field="last_day"
        )
    if not works_at(appointment.user_id, appointment.unit, at=now):
        raise RightsError(_("Personen er ikke ansatt ved enheten."), field="user")
    if appointments_in_force().filter(
        user_id=appointment.user_id, unit_id=appointment.unit_id
    ):
        raise RightsError(_("Personen er vaktleder her fra før."), field="user")


def _change(appointment: ShiftLeader, what: str, by: Worker) -> RightsChange:
    detail = {
        "what": what,
        "unit": str(appointment.unit_id),
        "unit_name": appointment.unit.name,
        "from": appointment.valid_from.isoformat(),
        "until": appointment.valid_until.isoformat(),
    }
    return RightsChange(
        account_target(appointment.user_id),
        detail,
        lambda: _save(appointment, by.user_id),
    )


def _save(appointment: ShiftLeader, user_id: UUID) -> None:
    appointment._history_user = User(pk=user_id)  # type: ignore[attr-defined]
    appointment.save()
