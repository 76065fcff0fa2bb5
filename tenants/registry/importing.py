"""Inhabitants and municipalities from a file: what it would change, and then exactly that.

The plan says everything before anything is stored; one wrong line stops the whole file.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from stdnum.no import orgnr

from tenants.models import Municipality, MunicipalityNumber
from tenants.registry.models import InhabitantCount
from tenants.registry.periods import REGISTER_BEGINS

NUMBER, COUNT = "number", "count"
# Column in the file: field of the municipality.
FACTS = {
    "name": "name",
    "official_name": "official_name",
    "county_number": "county_number",
    "county_name": "county_name",
    "orgnr": "orgnr",
}
# "0301 Oslo", "K-0301 Oslo" and "K_0301" are all Oslo; counties have two digits.
_NUMBER = re.compile(r"(?:K[-_])?([0-9]{4})(?![0-9])")
# What Statistics Norway writes where there is no figure.
_NO_FIGURE = ("", ".", "..", ":", "-", "0")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file and its cells by column."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong on a line, in Norwegian."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes different for one municipality."""

    municipality: Municipality
    line: int
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a file would change, or all that is wrong with it."""

    counted_on: date
    source: str
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    unchanged_count: int = 0
    passed_over_count: int = 0

    @property
    def by_municipality(self) -> dict[Municipality, list[Change]]:
        """The changes of each, in the file's order."""
        found: dict[Municipality, list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.municipality, []).append(change)
        return found

    @property
    def digest(self) -> str:
        """A mark of what would be done, by which a later plan is compared with this."""
        told = [
            [str(c.municipality.pk), c.field, c.before, c.after] for c in self.changes
        ]
        whole = json.dumps([str(self.counted_on), self.source, told])
        return hashlib.sha256(whole.encode()).hexdigest()


def plan_import(lines: Iterable[Line], *, counted_on: date, source: str) -> Plan:
    """Compare a file with the register; stores nothing.

    Args:
        lines: the file's, with the columns `number`, and `count` or those of `FACTS`.
        counted_on: the day the file tells of; numbers are looked up as they were then.
        source: who published it.
    """
    known = _municipalities_on(counted_on)
    counts = dict(
        InhabitantCount.objects.filter(counted_on=counted_on, is_example=False)
        .values_list("municipality_id", "inhabitants")
    )  # fmt: skip
    owners = dict(Municipality.objects.values_list("orgnr", "pk"))
    changes: list[Change] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    unchanged = passed_over = 0
    for line in lines:
        found = _NUMBER.match(line.cells.get(NUMBER, ""))
        if found is None or _says_nothing(line, known, found[1]):
            passed_over += 1
            continue
        problem = _problem(line, known, seen, found[1])
        problem = problem or _wrong_orgnr(line, known[found[1]], owners)
        if problem:
            problems.append(Problem(line.line, problem))
            continue
        municipality = known[found[1]]
        before = counts.get(municipality.pk)
        different = _differences(line, municipality, before)
        changes.extend(different)
        unchanged += not different
    if not seen and not problems:
        problems.append(Problem(1, _("Ingen linje har et kommunenummer.")))
    return Plan(
        counted_on, source, tuple(changes), tuple(problems), unchanged, passed_over
    )


@transaction.atomic
def carry_out(plan: Plan, *, by: str) -> int:
    """Store all that a plan says, or nothing; gives the number of changes.

    Raises:
        ValueError: the plan has problems.
    """
    if plan.problems:
        raise ValueError("a plan with problems is not carried out")
    for change in plan.changes:
        if change.field == COUNT:
            InhabitantCount.objects.update_or_create(
                municipality=change.municipality,
                counted_on=plan.counted_on,
                defaults={
                    "inhabitants": int(change.after),
                    "source": plan.source,
                    "is_example": False,
                    "recorded_by": by,
                },
            )
        else:
            setattr(change.municipality, change.field, change.after)
            change.municipality.save(update_fields=[change.field])
    return len(plan.changes)


def _municipalities_on(day: date) -> dict[str, Municipality]:
    """The municipalities by the numbers they had on a day.

    Before the register begins, the first number it knows stands for the time before.
    """
    numbers = MunicipalityNumber.objects.select_related("municipality").filter(
        valid_from__lte=max(day, REGISTER_BEGINS)
    )
    of_each: dict[str, Municipality] = {}
    for one in numbers.order_by("-valid_from"):
        has_ended = one.valid_until is not None and one.valid_until <= day
        if not has_ended:
            of_each[one.number] = one.municipality
    return of_each


def _says_nothing(line: Line, known: Mapping[str, object], number: str) -> bool:
    """Whether it is a former municipality, which tables list without a figure."""
    has_no_figure = COUNT in line.cells and line.cells[COUNT] in _NO_FIGURE
    return number not in known and has_no_figure


def _problem(
    line: Line, known: Mapping[str, object], seen: dict[str, int], number: str
) -> str:
    if number in seen:
        say = _("Kommunen %(number)s står på linje %(line)s også.")
        return say % {"number": number, "line": seen[number]}
    seen[number] = line.line
    if number not in known:
        say = _("Kommunenummeret %(number)s finnes ikke i registeret.")
        return say % {"number": number}
    if COUNT in line.cells and not _figure(line.cells[COUNT]):
        return _("«%(typed)s» er ikke et antall innbyggere.") % {
            "typed": line.cells[COUNT][:40]
        }
    county = line.cells.get("county_number", "")
    if county and county != number[:2]:
        say = _("Fylkesnummeret %(county)s passer ikke til kommunenummeret %(number)s.")
        return say % {"county": county, "number": number}
    return _too_long(line)


def _too_long(line: Line) -> str:
    for column, field in FACTS.items():
        longest = Municipality._meta.get_field(field).max_length
        if longest and len(_cell(line, column)) > longest:
            say = _("«%(typed)s …» er for langt. Det kan være høyst %(longest)s tegn.")
            return say % {"typed": line.cells[column][:40], "longest": longest}
    return ""


def _cell(line: Line, column: str) -> str:
    """What stands there; an organisation number may be written in groups of three."""
    typed = line.cells.get(column, "")
    return orgnr.compact(typed) if column == "orgnr" else typed


def _wrong_orgnr(
    line: Line, municipality: Municipality, owners: Mapping[str, UUID]
) -> str:
    typed = _cell(line, "orgnr")
    if typed and not orgnr.is_valid(typed):
        say = _("Organisasjonsnummeret %(typed)s kan ikke være riktig.")
        return say % {"typed": typed[:40]}
    if typed and owners.get(typed, municipality.pk) != municipality.pk:
        say = _("Organisasjonsnummeret %(typed)s tilhører en annen kommune.")
        return say % {"typed": typed}
    return ""


def _figure(typed: str) -> int:
    """Read a count; thousands may be set apart. Zero when it is none."""
    digits = re.sub(r"[\s\u00a0]", "", typed)
    return int(digits) if re.fullmatch(r"[0-9]{1,8}", digits) else 0


def _differences(
    line: Line, municipality: Municipality, count: int | None
) -> list[Change]:
    """What the line would make different."""
    found: list[Change] = []
    if COUNT in line.cells and (after := _figure(line.cells[COUNT])) != count:
        before = "" if count is None else str(count)
        found.append(Change(municipality, line.line, COUNT, before, str(after)))
    for column, field in FACTS.items():
        typed, now = _cell(line, column), str(getattr(municipality, field))
        if typed and typed != now:
            found.append(Change(municipality, line.line, field, now, typed))
    return found
