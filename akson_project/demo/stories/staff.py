"""The people at work: 27 with an account, and those who only wrote in the record."""

from dataclasses import dataclass
from datetime import date, timedelta

from akson_project.demo.stories.chance import dice
from akson_project.demo.stories.days import Days
from akson_project.demo.stories.model import (
    EmploymentStory,
    Language,
    Sex,
    UnitKind,
    UnitStory,
    WorkerStory,
)
from akson_project.demo.stories.names import given_name, user_name
from akson_project.demo.stories.numbers import Numbers
from akson_project.demo.stories.places.place import AUTHORS, Place

SUBSTITUTE = "vikar"
SUBSTITUTE_FROM = "11ma"
# Names are drawn by number: a new account is not to rename those who have written.
_FIRST_AUTHOR = 25

# title: (profession 9060, role, has HPR number, title in nynorsk)
_TITLES: dict[str, tuple[str, str, bool, str]] = {
    "sykepleier": ("SP", "sykepleier", True, "sjukepleiar"),
    "helsefagarbeider": ("HF", "helsefagarbeider", True, "helsefagarbeidar"),
    "vernepleier": ("VP", "sykepleier", True, "vernepleiar"),
    "assistent": ("XX", "helsefagarbeider", False, "assistent"),
    "helsesykepleier": ("SP", "helsesykepleier", True, "helsesjukepleiar"),
    "jordmor": ("JO", "helsesykepleier", True, "jordmor"),
    "lege": ("LE", "lege", True, "lege"),
    "saksbehandler": ("SP", "saksbehandler", True, "saksbehandlar"),
    "konsulent": ("XX", "merkantil", False, "konsulent"),
    "avdelingsleder": ("SP", "leder", True, "avdelingsleiar"),
    "helsesekretær": ("HE", "merkantil", False, "helsesekretær"),
    "personvernrådgiver": ("XX", "revisor", False, "personvernrådgjevar"),
    "systemansvarlig": ("XX", "lokal_administrator", False, "systemansvarleg"),
}


@dataclass(frozen=True, slots=True)
class Post:
    """A worker, and what the roster needs to know besides."""

    worker: WorkerStory
    works_nights: bool

    def is_at(self, unit: str, day: date) -> bool:
        """Whether the person is employed at the unit on a day."""
        return any(
            job.unit == unit
            and job.valid_from <= day
            and (job.valid_until is None or day < job.valid_until)
            for job in self.worker.employments
        )


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def build_units(place: Place, numbers: Numbers) -> tuple[UnitStory, ...]:
    """Read the unit tree."""
    units = []
    for line in place.units.strip().splitlines():
        key, kind, parent, service, name = _cells(line)
        unit_kind: UnitKind = kind  # type: ignore[assignment]
        units.append(
            UnitStory(
                key=key,
                name=name,
                kind=unit_kind,
                parent=None if parent == "-" else parent,
                orgnr=numbers.orgnr() if kind == "enterprise" else None,
                service_type=None if service == "-" else service,
                phone=numbers.phone(),
            )
        )
    return tuple(units)


def title_in(title: str, language: Language) -> str:
    """Write a title in the municipality's language."""
    return _TITLES[title][3] if language == "nn" else title


def first_accounts(place: Place) -> dict[str, str]:
    """The user name of the first account with each title, by the title in bokmål."""
    names: dict[str, str] = {}
    for line in place.accounts.strip().splitlines():
        _key, title, name, *_rest = _cells(line)
        given, _, family = name.rpartition(" ")
        names.setdefault(title, user_name(given, family))
    return names


def build_staff(place: Place, days: Days, numbers: Numbers) -> list[Post]:
    """Employ everybody."""
    posts = [
        _account(_cells(line), place, days, numbers)
        for line in place.accounts.strip().splitlines()
    ]
    number = _FIRST_AUTHOR - 1
    taken = {(p.worker.given, p.worker.family) for p in posts}
    for line in AUTHORS.strip().splitlines():
        title, count, units, *flags = _cells(line)
        for n in range(int(count)):
            number += 1
            key = (
                SUBSTITUTE
                if title == SUBSTITUTE
                else f"{title[:4]}-{units.split()[0]}-{number}"
            )
            posts.append(_author(key, (title, units, n), place, days, numbers))
            name = (posts[-1].worker.given, posts[-1].worker.family)
            if name in taken:
                raise ValueError(name)
            taken.add(name)
            if "natt" in flags:
                posts[-1] = Post(posts[-1].worker, works_nights=True)
    return posts


def _account(cells: list[str], place: Place, days: Days, numbers: Numbers) -> Post:
    key, title, name, units, since, *flags = cells
    given, _, family = name.rpartition(" ")
    until = next(
        (days.day(f.removeprefix("slutt ")) for f in flags if f.startswith("slutt")),
        None,
    )
    profession, role, has_hpr, _nynorsk = _TITLES[title]
    worker = WorkerStory(
        key=key,
        given=given,
        family=family,
        profession=profession,
        title=title_in(title, place.language),
        hpr=numbers.hpr() if has_hpr else None,
        username=user_name(given, family),
        employments=tuple(
            EmploymentStory(u, role, _first_day(since, key, days), until)
            for u in units.split()
        ),
    )
    return Post(worker, works_nights="natt" in flags)


def _author(
    key: str, what: tuple[str, str, int], place: Place, days: Days, numbers: Numbers
) -> Post:
    title, units, _nth = what
    is_substitute = title == SUBSTITUTE
    title = "sykepleier" if is_substitute else title
    rng = dice(place.name, "author", key)
    sex: Sex = "male" if rng.random() < 0.17 else "female"
    sami = place.sami_share * 0.8
    profession, role, has_hpr, _nynorsk = _TITLES[title]
    code = SUBSTITUTE_FROM if is_substitute else f"y{rng.randint(1, 15)}"
    since = _first_day(code, key, days)
    worker = WorkerStory(
        key=key,
        given=given_name(rng, rng.randint(22, 62), sex, sami_share=sami),
        family=place.family_name(rng, is_sami=rng.random() < sami),
        profession=profession,
        title=title_in(title, place.language),
        hpr=numbers.hpr() if has_hpr else None,
        username=None,
        employments=tuple(EmploymentStory(u, role, since, None) for u in units.split()),
    )
    return Post(worker, works_nights=False)


def _first_day(code: str, key: str, days: Days) -> date:
    """The day a code stands for; of a year's code, the first of a month before it."""
    day = days.day(code)
    if not code.startswith("y"):
        return day
    months = dice("first day", key).randint(0, 10)
    return (day - timedelta(days=30 * months)).replace(day=1)
