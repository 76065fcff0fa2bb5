"""Which employments a file begins, changes and ends."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from access.days import end_of, start_of
from access.errors import RightsError
from access.models import Employment
from access.selectors import in_force, units_in_tree
from access.services.employment import check_employment, new_employment
from access.staff.rules.columns import Column, FileKind
from access.staff.rules.csv_table import Table
from access.staff.selectors.file_cells import BY_HAND, Places, Problem
from access.staff.selectors.file_plan import Difference, Plan, State
from access.staff.services.planning_people import People, StaffRow, days, read_row
from access.worker import Worker


def plan_staff(
    table: Table, *, unit_ids: Sequence[UUID], by: Worker, ends_missing: bool
) -> Plan:
    """Compare a file of people and employments with what is registered.

    Args:
        table: the file.
        unit_ids: what the administrator administers.
        by: he himself, whose own employments no file changes.
        ends_missing: whether employments at the file's units end when they are not in it.
    """
    plan = Plan(FileKind.STAFF, unused_columns=table.unknown)
    units = units_in_tree(unit_ids).filter(is_active=True).select_related("parent")
    places = Places(units)
    people = People(plan, unit_ids=unit_ids, rows=table.rows)
    rows = [
        read_row(row, plan=plan, people=people, places=places) for row in table.rows
    ]
    sound = [row for row in rows if row is not None]
    known = _employments_of(sound)
    if Column.LAST_DAY not in table.columns:
        sound = [_with_end_as_it_is(row, known) for row in sound]
    matched: set[int] = set()
    for row in sound:
        _plan_row(plan, row, known, matched, by)
    if ends_missing:
        _end_missing(plan, {row.unit.pk for row in sound}, matched, by)
    return plan


_Key = tuple[UUID, UUID, str]


def _employments_of(rows: Sequence[StaffRow]) -> dict[_Key, list[Employment]]:
    """Employments of the people of the file, by person, unit and role, the latest last."""
    found: dict[_Key, list[Employment]] = {}
    employments = Employment.objects.filter(
        user__in=[row.user.pk for row in rows], is_substitute=False
    ).select_related("permission", "content_object")
    for one in employments.order_by("valid_from"):
        key = (one.user_id, one.content_object_id, one.role.value)
        found.setdefault(key, []).append(one)
    return found


def _with_end_as_it_is(row: StaffRow, known: dict[_Key, list[Employment]]) -> StaffRow:
    """Read a file that says nothing of ends as agreeing with those that are set."""
    here = known.get((row.user.pk, row.unit.pk, row.role.value), [])
    same = [one for one in here if _overlap(one, start_of(row.first_day), None)]
    return replace(row, last_day=same[-1].last_day) if same else row


def _plan_row(
    plan: Plan,
    row: StaffRow,
    known: dict[_Key, list[Employment]],
    matched: set[int],
    by: Worker,
) -> None:
    begins, ends = start_of(row.first_day), end_of(row.last_day)
    here = known.setdefault((row.user.pk, row.unit.pk, row.role.value), [])
    same = [one for one in here if _overlap(one, begins, ends)]
    if not same:
        if ends is not None and ends <= datetime.now(UTC):
            plan.say(_difference(State.UNCHANGED, row))
            return
        made = _prepared(row, begins, ends)
        here.append(made)
        _do(plan, State.NEW, row, by, made, plan.hired)
        return
    current = same[-1]
    if current._state.adding or current.pk in matched:
        _refuse_twice(plan, row)
        return
    matched.add(current.pk)
    if current.last_day == row.last_day:
        plan.say(_difference(State.UNCHANGED, row))
        return
    current.valid_until = ends
    current.user = row.user
    is_over = ends is not None and ends <= datetime.now(UTC)
    state = State.ENDED if is_over else State.CHANGED
    _do(plan, state, row, by, current, plan.ended)


def _do(
    plan: Plan,
    state: State,
    row: StaffRow,
    by: Worker,
    employment: Employment,
    among: list[Employment],
) -> None:
    if row.user.pk == by.user_id:
        plan.say(_difference(State.SKIPPED, row))
        return
    try:
        check_employment(employment, by=by)
    except RightsError as error:
        plan.problems.append(Problem(row.line, Column.FIRST_DAY, error.message))
        return
    among.append(employment)
    plan.say(_difference(state, row))


def _refuse_twice(plan: Plan, row: StaffRow) -> None:
    say = _("Samme ansettelse står lenger opp i filen.")
    plan.problems.append(Problem(row.line, Column.ROLE, say))


def _end_missing(plan: Plan, units: set[UUID], matched: set[int], by: Worker) -> None:
    now = datetime.now(UTC)
    missing = (
        Employment.objects.filter(
            in_force(now), content_object__in=units, is_substitute=False
        )
        .exclude(permission__codename__in=[role.codename for role in BY_HAND])
        .exclude(pk__in=matched)
        .exclude(user_id=by.user_id)
        .select_related("user", "permission", "content_object")
        .order_by("user__sort_key", "pk")
    )
    for one in missing:
        one.valid_until = now
        plan.ended.append(one)
        what = f"{one.role.label}, {one.content_object.name}"
        key = ("missing", str(one.pk))
        plan.say(Difference(State.ENDED, None, str(one.user), what, key))


def _prepared(row: StaffRow, begins: datetime, ends: datetime | None) -> Employment:
    return new_employment(
        row.user, role=row.role, unit=row.unit, valid_from=begins, valid_until=ends
    )


def _overlap(one: Employment, begins: datetime, ends: datetime | None) -> bool:
    begins_in_time = ends is None or one.valid_from < ends
    return begins_in_time and (one.valid_until is None or one.valid_until > begins)


def _difference(state: State, row: StaffRow) -> Difference:
    when = days(row.first_day, row.last_day)
    what = f"{row.role.label}, {row.unit.name}, {when}"
    key = (row.user.username, str(row.unit.pk), row.role.value, when)
    return Difference(state, row.line, str(row.user), what, key)
