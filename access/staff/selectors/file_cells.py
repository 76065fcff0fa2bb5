"""Reads the cells of a row, and says in plain Norwegian what is wrong with each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from django.db.models import TextChoices
from django.utils import translation
from django.utils.translation import gettext as _

from access.codes import Profession
from access.models import Unit
from access.roles import Role
from access.staff.rules.columns import Column
from access.staff.rules.csv_table import FORMULA_STARTS, Row, folded
from access.staff.rules.typed import read_clock, read_day

_Code = TypeVar("_Code", bound=TextChoices)
# Rights over others' rights are given one by one, by hand.
BY_HAND = frozenset({Role.LOCAL_ADMIN, Role.AUDITOR})


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell of the file, and how it is mended."""

    line: int
    column: str
    message: str


class Places:
    """The units an administrator decides over, by what files call them."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._by_name: dict[str, list[Unit]] = {}
        for unit in units:
            above = f"{unit.parent.name} / {unit.name}" if unit.parent else ""
            for name in {unit.name, above, unit.orgnr} - {""}:
                self._by_name.setdefault(folded(name), []).append(unit)

    def find(self, name: str) -> list[Unit]:
        """Find the units with a name, a number, or a name behind that of the one above."""
        return self._by_name.get(folded(name), [])


class Cells:
    """One row's cells; what is wrong with them is added to the problems of the file."""

    def __init__(self, row: Row, problems: list[Problem]) -> None:
        self.line = row.line
        self._cells = row.cells
        self._problems = problems
        self.is_sound = True
        for column, cell in row.cells.items():
            if cell.startswith(FORMULA_STARTS):
                self.refuse(column, _("Kan ikke begynne med «%s».") % cell[0])

    def refuse(self, column: str, message: str) -> None:
        """Note what is wrong with a cell."""
        self.is_sound = False
        self._problems.append(Problem(self.line, column, message))

    def text(self, column: Column, *, is_needed: bool = True) -> str:
        """Give what stands in a column."""
        cell = self._cells.get(column, "")
        if not cell and is_needed:
            self.refuse(column, _("Må fylles ut."))
        return cell

    def day(self, column: Column, *, is_needed: bool = True) -> date | None:
        """Read a day."""
        cell = self.text(column, is_needed=is_needed)
        day = read_day(cell) if cell else None
        if cell and day is None:
            self.refuse(column, _("Skriv datoen som 14.02.2026."))
        return day

    def clock(self, column: Column) -> time | None:
        """Read a time of day."""
        cell = self.text(column)
        clock = read_clock(cell) if cell else None
        if cell and clock is None:
            self.refuse(column, _("Skriv klokkeslettet som 14.05."))
        return clock

    def unit(self, places: Places) -> Unit | None:
        """Find the unit; only those one decides over are known."""
        name = self.text(Column.UNIT)
        found = places.find(name) if name else []
        if len(found) > 1:
            say = _(
                "Flere enheter heter dette. Skriv enheten over foran: «Sone / Post»."
            )
            self.refuse(Column.UNIT, say)
        elif name and not found:
            say = _("Du administrerer ingen enhet i bruk med dette navnet.")
            self.refuse(Column.UNIT, say)
        return found[0] if len(found) == 1 else None

    def role(self) -> Role | None:
        """Read the role; those over others' rights are not given by a file."""
        name = self.text(Column.ROLE)
        role = _codes(Role).get(folded(name)) if name else None
        if name and role is None:
            self.refuse(Column.ROLE, _("Rollen finnes ikke."))
        if role in BY_HAND:
            self.refuse(Column.ROLE, _("Denne rollen gis for hånd, én og én."))
        return role

    def profession(self) -> str:
        """Read the category of health personnel, by name or code."""
        name = self.text(Column.PROFESSION, is_needed=False)
        found = _codes(Profession).get(folded(name)) if name else None
        if name and found is None:
            say = _(
                "Kategorien finnes ikke. Skriv den med ord, for eksempel Sykepleier."
            )
            self.refuse(Column.PROFESSION, say)
        return found.value if found else ""


def _codes(choices: type[_Code]) -> Mapping[str, _Code]:
    """Codes by what they are called, in both written languages."""
    found = {folded(one.value): one for one in choices}
    for language in ("nb", "nn"):
        with translation.override(language):
            found |= {folded(str(one.label)): one for one in choices}
    return found
