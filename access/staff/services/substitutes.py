"""Somebody of the municipality comes to help at a unit, tonight or for a week (vikar)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from access.accounts.models import User
from access.errors import RightsError
from access.events import RightsChange, carry_out
from access.models import Employment, Shift, Unit
from access.roles import Role
from access.services.employment import (
    check_employment,
    ending,
    hiring,
    new_employment,
)
from access.staff.rules.shift_times import WEEK
from access.staff.selectors.roster import real_shifts
from access.staff.selectors.substitutes import may_substitute
from access.staff.services.roster import (
    LONGEST,
    adding,
    check_staffing,
    ending_shift,
)
from access.worker import Worker

_AN_HOUR = timedelta(hours=1)  # by which a week is longer when the clocks are put back


@dataclass(frozen=True, slots=True)
class Help:
    """Where a substitute helps, as what, and how long.

    Args:
        unit: where.
        role: as what; one he has elsewhere already.
        on_duty_until: when the shift he comes for ends, within a day.
        until: when he is a substitute no longer, within a week.
    """

    unit: Unit
    role: Role
    on_duty_until: datetime
    until: datetime


def take_in(person: User, *, to: Help, by: Worker) -> Employment:
    """Let somebody work at the unit as a substitute from now on, and put him on duty.

    He gets no role he does not have already, so that whoever leads a shift can give
    nobody more than a place to use it.

    Raises:
        RightsError: one does not staff the unit, or he cannot come as that, or so long.
    """
    now = datetime.now(UTC)
    check_staffing(to.unit, by=by)
    _check_time(to, now)
    if not may_substitute(person.pk, to.role, at=to.unit):
        raise RightsError(
            _("Personen kan ikke være vikar her. Søk på nytt og velg en annen."),
            field="person",
        )
    employment = new_employment(
        person, role=to.role, unit=to.unit, valid_from=now, valid_until=to.until
    )
    employment.is_substitute = True
    check_employment(employment, by=by)
    changes = [hiring(employment, by=by)]
    if not _is_on_duty(person.pk, to.unit, now):
        shift = Shift(
            user=person, unit=to.unit, valid_from=now, valid_until=to.on_duty_until
        )
        changes.append(adding(shift, by=by))
    carry_out(changes, by=by, role=Role.LEADER)
    return employment


def send_home(employment: Employment, *, by: Worker) -> None:
    """End a substitute's time at the unit now, with his shifts there.

    Raises:
        RightsError: one does not staff the unit, or it is oneself.
    """
    unit, person = employment.content_object, employment.user_id
    check_staffing(unit, by=by)
    employment.valid_until = max(
        datetime.now(UTC), employment.valid_from + timedelta(microseconds=1)
    )
    check_employment(employment, by=by)
    shifts = real_shifts().filter(
        user_id=person, unit=unit, valid_until__gt=datetime.now(UTC)
    )
    changes: list[RightsChange] = [
        ending_shift(shift, by=by) for shift in shifts.select_related("unit")
    ]
    carry_out([ending(employment, by=by), *changes], by=by, role=Role.LEADER)


def _check_time(to: Help, now: datetime) -> None:
    is_shift = now < to.on_duty_until <= now + LONGEST + _AN_HOUR
    is_week = to.on_duty_until <= to.until <= now + WEEK + _AN_HOUR
    if not is_shift or not is_week:
        raise RightsError(
            _("Velg når vikaren slutter, på nytt. En vikar er her i høyst en uke."),
            field="stays_until",
        )


def _is_on_duty(user_id: UUID, unit: Unit, now: datetime) -> bool:
    on_duty = real_shifts().filter(valid_from__lte=now, valid_until__gt=now)
    return on_duty.filter(user_id=user_id, unit=unit).exists()
