"""The people of a file: their accounts, known or new, and what the file says of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from access.accounts.models import User
from access.models import Unit
from access.roles import Role
from access.selectors import accounts_administered_from
from access.staff.rules.columns import Column
from access.staff.rules.csv_table import Row
from access.staff.selectors.file_cells import Cells, Places
from access.staff.selectors.file_plan import Difference, Plan, State

_FACTS = {
    "first_name": Column.FIRST_NAME,
    "last_name": Column.LAST_NAME,
    "title": Column.TITLE,
    "profession": Column.PROFESSION,
    "hpr_number": Column.HPR_NUMBER,
    "email": Column.EMAIL,
}


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One row, read: who works where, as what and how long."""

    line: int
    user: User
    unit: Unit
    role: Role
    first_day: date
    last_day: date | None


class People:
    """The accounts a file names: those that are there, and those it makes."""

    def __init__(
        self, plan: Plan, *, unit_ids: Sequence[UUID], rows: Sequence[Row]
    ) -> None:
        self._plan = plan
        names = {
            User.normalize_username(row.cells.get(Column.USERNAME, "")) for row in rows
        }
        self._known = {
            user.username: user for user in User.objects.filter(username__in=names)
        }
        mine = accounts_administered_from(unit_ids).filter(username__in=names)
        self._mine = set(mine.values_list("pk", flat=True))
        self._numbers = dict(
            User.objects.exclude(hpr_number="").values_list("hpr_number", "username")
        )
        self._facts: dict[str, dict[str, str]] = {}

    def read(self, cells: Cells) -> User | None:
        """Find or prepare the account of a row, with the facts the file has about it."""
        username = User.normalize_username(cells.text(Column.USERNAME))
        facts = _facts_in(cells)
        if not username:
            return None
        user = self._known.get(username)
        earlier = self._facts.setdefault(username, facts)
        if earlier is not facts:
            self._compare(cells, earlier, facts)
            return user
        self._check_number(cells, username, user, facts.get("hpr_number", ""))
        if user is None:
            return self._new(cells, username, facts)
        if not user.is_active:
            cells.refuse(Column.USERNAME, _("Kontoen er stengt. Åpne den først."))
        self._change(cells, user, facts)
        return user

    def _new(self, cells: Cells, username: str, facts: dict[str, str]) -> User:
        user = User(username=username, **facts)
        user.set_unusable_password()
        for name in ("first_name", "last_name"):
            if not facts.get(name):
                cells.refuse(_FACTS[name], _("Må fylles ut for en ny person."))
        _check_facts(cells, user)
        self._known[username] = user
        self._plan.new_accounts.append(user)
        key = ("account", username, *sorted(f"{k}={v}" for k, v in facts.items()))
        self._plan.say(Difference(State.NEW, cells.line, str(user), _("Ny konto"), key))
        return user

    def _change(self, cells: Cells, user: User, facts: dict[str, str]) -> None:
        changed = [name for name in facts if getattr(user, name) != facts[name]]
        if not changed:
            return
        if user.pk not in self._mine:
            say = _("Personen arbeider også utenfor enhetene dine. La feltet stå tomt.")
            cells.refuse(_FACTS[changed[0]], say)
            return
        before = str(user)
        for name in changed:
            setattr(user, name, facts[name])
        _check_facts(cells, user)
        self._plan.changed_accounts.append((user, changed))
        columns = ", ".join(f"{_FACTS[n]}: {facts[n]}" for n in changed)
        key = ("facts", str(user.pk), *(f"{n}={facts[n]}" for n in changed))
        self._plan.say(Difference(State.CHANGED, cells.line, before, columns, key))

    def _compare(
        self, cells: Cells, earlier: dict[str, str], facts: dict[str, str]
    ) -> None:
        for name, fact in facts.items():
            if earlier.get(name, fact) != fact:
                say = _("Står med noe annet for samme person lenger opp i filen.")
                cells.refuse(_FACTS[name], say)

    def _check_number(
        self, cells: Cells, username: str, user: User | None, number: str
    ) -> None:
        owner = self._numbers.setdefault(number, username) if number else username
        if owner != username:
            say = _("Nummeret tilhører kontoen %(username)s.") % {"username": owner}
            cells.refuse(Column.HPR_NUMBER, say)
        elif user is not None and number and user.hpr_number not in ("", number):
            say = _("Kontoen har et annet HPR-nummer. Er det samme person?")
            cells.refuse(Column.HPR_NUMBER, say)


def read_row(
    row: Row, *, plan: Plan, people: People, places: Places
) -> StaffRow | None:
    """Read one row; None when something in it is wrong, which the plan then says."""
    cells = Cells(row, plan.problems)
    user, unit, role = people.read(cells), cells.unit(places), cells.role()
    first, last = cells.day(Column.FIRST_DAY), None
    if row.cells.get(Column.LAST_DAY):
        last = cells.day(Column.LAST_DAY)
    if first and last and last < first:
        cells.refuse(Column.LAST_DAY, _("Må være etter den første dagen."))
    if not cells.is_sound or not (user and unit and role and first):
        return None
    return StaffRow(row.line, user, unit, role, first, last)


def _facts_in(cells: Cells) -> dict[str, str]:
    """The facts of a person that stand in the row; an empty cell changes nothing."""
    facts = {
        name: cells.text(column, is_needed=False)
        for name, column in _FACTS.items()
        if name != "profession"
    }
    facts["profession"] = cells.profession()
    return {name: fact for name, fact in facts.items() if fact}


def _check_facts(cells: Cells, user: User) -> None:
    fields = {*_FACTS, "username"}
    others = {field.name for field in User._meta.fields} - fields
    try:
        user.clean_fields(exclude=others)
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            cells.refuse(_FACTS.get(name, Column.USERNAME), " ".join(messages))


def days(first: datetime | date, last: date | None) -> str:
    """Say from and to which day."""
    return f"{first:%d.%m.%Y} – {last:%d.%m.%Y}" if last else f"{first:%d.%m.%Y} –"
