"""The register as planning asks it: whose a number is, and whether it can end or begin."""

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from typing import Self
from uuid import UUID

from django.utils.translation import gettext as _
from stdnum.no import orgnr

from tenants.models import Municipality, MunicipalityNumber
from tenants.registry.changes import ChangedMunicipality
from tenants.registry.periods import ever_was


@dataclass(frozen=True, slots=True)
class Register:
    """All numbers and their periods, as one day is planned; what was planned before has come."""

    on: date
    rows: Mapping[str, list[MunicipalityNumber]]
    ending: Set[str]
    counties: Mapping[str, str]
    orgnrs: Mapping[str, UUID]
    planned_orgnrs: Mapping[str, UUID]

    @classmethod
    def read(cls, on: date, *, ending: Set[str], counties: Mapping[str, str]) -> Self:
        """Read it: three statements.

        Args:
            on: the first day of what comes after.
            ending: the numbers that end then.
            counties: what is told of counties, some of which may be new.
        """
        waiting: dict[UUID, list[ChangedMunicipality]] = defaultdict(list)
        for part in ChangedMunicipality.objects.waiting():
            waiting[part.municipality_id].append(part)
        rows: dict[str, list[MunicipalityNumber]] = {}
        numbers = MunicipalityNumber.objects.filter(ever_was()).order_by("-valid_from")
        for row in numbers.select_related("municipality"):
            rows.setdefault(row.number, []).append(row)
            for part in waiting.get(row.municipality_id, ()):
                settle(row.municipality, part)
        facts = Municipality.objects.order_by().values_list(
            "county_number", "county_name", "orgnr", "pk"
        )
        known = list(facts)
        return cls(
            on=on,
            rows=rows,
            ending=ending,
            counties={
                **{number: name for number, name, _orgnr, _pk in known},
                **counties,
            },
            orgnrs={of: pk for _number, _name, of, pk in known if of},
            planned_orgnrs={
                part.orgnr_after: pk
                for pk, parts in waiting.items()
                for part in parts
                if part.orgnr_after
            },
        )

    def owner(self, number: str) -> Municipality:
        """Whose a number is that can end on the day; as it is called by then."""
        return self.rows[number][0].municipality

    def county_name(self, number: str) -> str:
        """What the county of a municipality number is called; nothing when it is unknown."""
        return self.counties.get(number[:2], "")

    def why_not_old(self, number: str) -> str:
        """Say why a number cannot end on the day; nothing when it can."""
        newest = next(iter(self.rows.get(number, [])), None)
        if newest is None:
            say = _("Kommunenummeret %(number)s finnes ikke i registeret.")
            return say % {"number": number}
        if newest.valid_until is not None:
            say = _("Kommunenummeret %(number)s gjelder bare til %(day)s.")
            return say % {"number": number, "day": f"{newest.valid_until:%d.%m.%Y}"}
        if newest.valid_from >= self.on:
            say = _(
                "Kommunenummeret %(number)s gjelder fra %(day)s. Velg en dag etter det."
            )
            return say % {"number": number, "day": f"{newest.valid_from:%d.%m.%Y}"}
        return ""

    def why_not_new(self, number: str) -> str:
        """Say why a number cannot begin on the day; nothing when it can."""
        for row in self.rows.get(number, []):
            ends_in_time = number in self.ending and row.valid_until is None
            is_over = row.valid_until is not None and row.valid_until <= self.on
            if not (ends_in_time or is_over):
                say = _("Kommunenummeret %(number)s er %(name)s sitt da.")
                return say % {"number": number, "name": row.municipality.name}
        return ""


def why_not_orgnr(typed: str, owner: Municipality | None, register: Register) -> str:
    """Say why somebody cannot have an organisation number; nothing when he can, or has none."""
    if not typed:
        return ""
    if orgnr.compact(typed) != typed or not orgnr.is_valid(typed):
        say = _("Organisasjonsnummeret %(typed)s kan ikke være riktig.")
        return say % {"typed": typed[:40]}
    own = owner.pk if owner else None
    if register.orgnrs.get(typed, own) != own:
        say = _("Organisasjonsnummeret %(typed)s tilhører en annen kommune.")
        return say % {"typed": typed}
    if register.planned_orgnrs.get(typed, own) != own:
        say = _("Organisasjonsnummeret %(typed)s er satt av til en annen kommune.")
        return say % {"typed": typed}
    return ""


def settle(municipality: Municipality, part: ChangedMunicipality) -> None:
    """Make of a municipality what a change does; what that is not about, stays. Stores nothing.

    One that came into being was listed as what it is.
    """
    if part.comes or part.ceases:
        return
    if part.name_after != part.name_before:
        municipality.name = municipality.official_name = part.name_after
    municipality.county_number = part.number_after[:2]
    municipality.county_name = part.county_name_after or municipality.county_name
    municipality.orgnr = part.orgnr_after or municipality.orgnr
