"""Which shifts a file adds, changes and strikes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.days import period_of, start_of
from access.errors import RightsError
from access.models import Shift, Unit
from access.selectors import units_in_tree
from access.staff.rules.columns import Column, FileKind
from access.staff.rules.csv_table import Row, Table
from access.staff.selectors.file_cells import Cells, Places, Problem
from access.staff.selectors.file_plan import Difference, Plan, State
from access.staff.selectors.roster import STRUCK, real_shifts
from access.staff.services.roster import check_shift
from access.worker import Worker

# Where a service's refusal stands in the file.
_COLUMNS = {"ends_at": Column.ENDS_AT, "user": Column.USERNAME}


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """One row, read: who is on duty where, and when."""

    line: int
    user: User
    unit: Unit
    begins: datetime
    ends: datetime


def plan_shifts(
    table: Table, *, unit_ids: Sequence[UUID], by: Worker, ends_missing: bool
) -> Plan:
    """Compare a file of shifts with the roster.

    Args:
        table: the file.
        unit_ids: what the administrator administers.
        by: he himself, whose own shifts no file changes.
        ends_missing: whether shifts to come at the file's units, in its days, are struck
            when they are not in it.
    """
    plan = Plan(FileKind.SHIFTS, unused_columns=table.unknown)
    units = units_in_tree(unit_ids).filter(is_active=True).select_related("parent")
    places, people = Places(units), _people(table.rows)
    rows = [_read(row, plan, places, people) for row in table.rows]
    sound = [row for row in rows if row is not None]
    known = {(s.user_id, s.unit_id, s.valid_from): s for s in _shifts_of(sound)}
    seen: set[tuple[UUID, UUID, datetime]] = set()
    for row in sound:
        key = (row.user.pk, row.unit.pk, row.begins)
        if key in seen:
            say = _("Samme vakt står lenger opp i filen.")
            plan.problems.append(Problem(row.line, Column.BEGINS_AT, say))
            continue
        seen.add(key)
        _plan_row(plan, row, known.get(key), by)
    if ends_missing and sound:
        _strike_missing(plan, sound, by)
    return plan


def _people(rows: Sequence[Row]) -> dict[str, User]:
    names = {
        User.normalize_username(row.cells.get(Column.USERNAME, "")) for row in rows
    }
    found = User.objects.filter(username__in=names, is_active=True)
    return {user.username: user for user in found}


def _read(
    row: Row, plan: Plan, places: Places, people: dict[str, User]
) -> ShiftRow | None:
    cells = Cells(row, plan.problems)
    username = User.normalize_username(cells.text(Column.USERNAME))
    user, unit = people.get(username), cells.unit(places)
    if username and user is None:
        cells.refuse(Column.USERNAME, _("Ingen åpen konto har dette brukernavnet."))
    day = cells.day(Column.DAY)
    begins, ends = cells.clock(Column.BEGINS_AT), cells.clock(Column.ENDS_AT)
    if not cells.is_sound or user is None or unit is None:
        return None
    if day is None or begins is None or ends is None:
        return None
    return ShiftRow(row.line, user, unit, *period_of(day, begins, ends))


def _shifts_of(rows: Sequence[ShiftRow]) -> list[Shift]:
    found = Shift.objects.filter(
        user__in={row.user.pk for row in rows}, unit__in={row.unit.pk for row in rows}
    )
    return list(found.select_related("unit"))


def _plan_row(plan: Plan, row: ShiftRow, known: Shift | None, by: Worker) -> None:
    is_struck = known is not None and known.valid_until <= known.valid_from + STRUCK
    if known is not None and known.valid_until == row.ends:
        plan.say(_difference(State.UNCHANGED, row))
        return
    if row.user.pk == by.user_id:
        plan.say(_difference(State.SKIPPED, row))
        return
    is_new = known is None or is_struck
    shift = known or Shift(user=row.user, unit=row.unit, valid_from=row.begins)
    shift.valid_until = row.ends
    try:
        check_shift(shift, by=by)
    except RightsError as error:
        column = _COLUMNS.get(error.field or "", Column.DAY)
        plan.problems.append(Problem(row.line, column, error.message))
        return
    (plan.shifts_added if is_new else plan.shifts_changed).append(shift)
    plan.say(_difference(State.NEW if is_new else State.CHANGED, row))


def _strike_missing(plan: Plan, rows: Sequence[ShiftRow], by: Worker) -> None:
    """Strike what is to come between the first and the last day of the file."""
    first = timezone.localdate(min(row.begins for row in rows))
    last = timezone.localdate(max(row.begins for row in rows))
    begins = {(row.user.pk, row.unit.pk, row.begins) for row in rows}
    missing = real_shifts().filter(
        unit__in={row.unit.pk for row in rows},
        valid_from__gte=max(start_of(first), datetime.now(UTC)),
        valid_from__lt=start_of(last + timedelta(days=1)),
    )
    missing = missing.exclude(user_id=by.user_id).select_related("unit", "user")
    for shift in missing.order_by("valid_from", "user__sort_key"):
        if (shift.user_id, shift.unit_id, shift.valid_from) in begins:
            continue
        plan.shifts_struck.append(shift)
        what = _said(shift.unit, shift.valid_from, shift.valid_until)
        key = ("missing", str(shift.pk))
        plan.say(Difference(State.ENDED, None, str(shift.user), what, key))


def _difference(state: State, row: ShiftRow) -> Difference:
    what = _said(row.unit, row.begins, row.ends)
    times = (row.begins.isoformat(), row.ends.isoformat())
    key = (row.user.username, str(row.unit.pk), *times)
    return Difference(state, row.line, str(row.user), what, key)


def _said(unit: Unit, begins: datetime, ends: datetime) -> str:
    first, last = timezone.localtime(begins), timezone.localtime(ends)
    return f"{unit.name}, {first:%d.%m.%Y} {first:%H.%M}–{last:%H.%M}"
