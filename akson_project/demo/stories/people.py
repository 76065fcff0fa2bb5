"""Who the patients are: numbers, address, relatives, critical information."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import get_args

from akson_project.demo.stories.days import Days
from akson_project.demo.stories.model import (
    AddressStory,
    CriticalAsked,
    CriticalStatus,
    CriticalStory,
    GpStory,
    IdentifierStory,
    IdentifierSystem,
    MayBeTold,
    Protection,
    RelativeStory,
    Severity,
    Sex,
)
from akson_project.demo.stories.numbers import Numbers
from akson_project.demo.stories.places.place import Place

_TOLD = get_args(MayBeTold)


@dataclass(slots=True)
class Person:
    """A patient in the making; `build` turns it into a story.

    Relatives are lines `code | name | flags | note` with the flags next, guardian,
    proxy, parent, until=<day> (when the parental responsibility was ended), all,
    important, nothing, link=<key>, silent (no telephone).
    Critical information is lines `category | severity | text | source | code | when`, and
    for what no longer counts `| status | why`.
    """

    key: str
    given: str
    family: str
    sex: Sex
    born: date
    middle: str = ""
    marital: str = "single"
    language: str = "nb"
    needs_interpreter: bool = False
    kin: list[str] = field(default_factory=list)
    critical: list[str] = field(default_factory=list)
    asked: CriticalAsked | None = None
    protection: Protection = "ugradert"
    access_note: str = ""
    ids: str = "fnr"
    street: tuple[str, str, str] | None = None
    has_gp: bool = True
    deceased_on: date | None = None

    @property
    def name(self) -> str:
        """The whole name."""
        return " ".join(part for part in (self.given, self.middle, self.family) if part)


class Registry:
    """Gives people their numbers, addresses and telephones."""

    def __init__(self, place: Place, days: Days, numbers: Numbers) -> None:
        self.place = place
        self.days = days
        self.numbers = numbers
        offices = dict.fromkeys(office for _gp, office in place.gps)
        self._offices = {office: numbers.phone() for office in offices}

    def identifiers(self, person: Person) -> tuple[IdentifierStory, ...]:
        """Deal the numbers, the old one first: `dnr>fnr` is an old and an official one."""
        deal: dict[str, Callable[[], str]] = {
            "fnr": lambda: self.numbers.fnr(person.born, person.sex),
            "dnr": lambda: self.numbers.dnr(person.born, person.sex),
            "fhn": self.numbers.fhn,
        }
        systems: list[IdentifierSystem] = person.ids.split(">")  # type: ignore[assignment]
        return tuple(
            IdentifierStory(
                system, deal[system](), "official" if n == len(systems) - 1 else "old"
            )
            for n, system in enumerate(systems)
        )

    def address(self, person: Person, rng: Random) -> AddressStory:
        """Give an address; with kode 6 there is none."""
        if person.protection == "strengt_fortrolig":
            return AddressStory("", "", "", "strengt_fortrolig")
        line, postcode, city = person.street or self.place.street_address(rng)
        return AddressStory(line, postcode, city, person.protection, person.access_note)

    def gp(self, rng: Random) -> GpStory:
        """Give a general practitioner."""
        return self.place.gp(rng, self._offices)

    def relatives(self, person: Person) -> tuple[RelativeStory, ...]:
        """Read the relatives."""
        return tuple(self._relative(line, person) for line in person.kin)

    def critical(self, person: Person) -> tuple[CriticalStory, ...]:
        """Read the critical information."""
        return tuple(self._critical(line) for line in person.critical)

    def _relative(self, line: str, person: Person) -> RelativeStory:
        kind, name, flags_text, note = [*(c.strip() for c in line.split("|")), ""][:4]
        flags = flags_text.split()
        told: MayBeTold = next((flag for flag in _TOLD if flag in flags), "important")
        link = next(
            (f.removeprefix("link=") for f in flags if f.startswith("link=")), None
        )
        is_parent = "parent" in flags
        until = next(
            (
                self.days.day(f.removeprefix("until="))
                for f in flags
                if f.startswith("until=")
            ),
            None,
        )
        return RelativeStory(
            name=name,
            kind=kind,
            phone="" if "silent" in flags else self.numbers.phone(),
            is_next_of_kin="next" in flags,
            is_guardian="guardian" in flags,
            is_proxy="proxy" in flags,
            may_be_told=told,
            told_note=note,
            patient_key=link,
            has_parental_responsibility=is_parent,
            since=person.born if is_parent else None,
            until=until,
        )

    def _critical(self, line: str) -> CriticalStory:
        cells = [c.strip() for c in line.split("|")]
        category, severity_text, text, source, code, when, status_text, why = [
            *cells,
            *[""] * 4,
        ][:8]
        severity: Severity = severity_text  # type: ignore[assignment]
        status: CriticalStatus = status_text or "active"  # type: ignore[assignment]
        return CriticalStory(
            category=int(category),
            text=text,
            code=code or None,
            severity=severity,
            source=source,
            registered_on=self.days.day(when or "y3"),
            status=status,
            ended_why=why,
        )
