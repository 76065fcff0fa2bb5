"""Imports people, employments and shifts from a file: compared first, then stored as shown."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from access.accounts.models import User
from access.events import RightsChange, carry_out
from access.models import Employment
from access.services.accounts import changing as changing_account
from access.services.accounts import creating
from access.services.employment import ending, hiring
from access.staff.rules.columns import NAMES, NEEDED, FileKind
from access.staff.rules.csv_table import Table, read_table
from access.staff.selectors.file_plan import Plan
from access.staff.services.planning_shifts import plan_shifts
from access.staff.services.planning_staff import plan_staff
from access.staff.services.roster import adding, changing, ending_shift
from access.worker import Worker


class MissingColumnsError(Exception):
    """The file has not the columns it needs; the message says which."""


def plan_import(
    text: str, *, unit_ids: Sequence[UUID], by: Worker, ends_missing: bool
) -> Plan:
    """Compare a file with what is registered. Nothing is stored.

    Args:
        text: the file's.
        unit_ids: what the administrator administers.
        by: he himself.
        ends_missing: whether what is not in the file ends.

    Raises:
        UnreadableFileError: it is no table.
        MissingColumnsError: it is a table of something else.
    """
    table = read_table(text, names=NAMES)
    kind = _kind_of(table)
    make = plan_staff if kind is FileKind.STAFF else plan_shifts
    return make(table, unit_ids=unit_ids, by=by, ends_missing=ends_missing)


def carry_out_plan(plan: Plan, *, by: Worker) -> None:
    """Store all of a plan without problems, in one transaction; each change is in the log."""
    carry_out(_changes(plan, by), by=by)


def _kind_of(table: Table) -> FileKind:
    missing = {
        kind: [c for c in needed if c not in table.columns]
        for kind, needed in NEEDED.items()
    }
    kind = min(missing, key=lambda one: len(missing[one]))
    if missing[kind]:
        columns = ", ".join(missing[kind])
        say = _("Filen mangler kolonnen: %(columns)s. Se eksemplene.")
        raise MissingColumnsError(say % {"columns": columns})
    return kind


def _changes(plan: Plan, by: Worker) -> list[RightsChange]:
    """Accounts before employments, and the new before the old, so that nobody is signed out."""
    together: dict[UUID, list[Employment]] = {}
    for one in [*plan.hired, *plan.ended]:
        together.setdefault(one.user_id, []).append(one)
    return [
        *(creating(user) for user in plan.new_accounts),
        *(hiring(e, by=by, together=together[e.user_id]) for e in plan.hired),
        *(ending(e, by=by, together=together[e.user_id]) for e in plan.ended),
        # Whoever is new here starts anew, so his address is stored when he is hired.
        *(changing_account(user, ["email"], by=by) for user in _with_address(plan)),
        *(
            changing_account(user, fields, by=by)
            for user, fields in plan.changed_accounts
        ),
        *(adding(shift, by=by) for shift in plan.shifts_added),
        *(changing(shift, by=by) for shift in plan.shifts_changed),
        *(ending_shift(shift, by=by) for shift in plan.shifts_struck),
    ]


def _with_address(plan: Plan) -> list[User]:
    return [user for user in plan.new_accounts if user.email]
