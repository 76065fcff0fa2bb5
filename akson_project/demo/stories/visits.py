"""People seen once at the emergency clinic, and people who only have a case (tjenestesak)."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from random import Random

from akson_project.demo.stories.catalogue import AT_HOME
from akson_project.demo.stories.chart import Chart
from akson_project.demo.stories.days import birth_date, moment
from akson_project.demo.stories.grammar import say
from akson_project.demo.stories.inventing import invent_adult
from akson_project.demo.stories.model import EpisodeStory, Language, Sex
from akson_project.demo.stories.names import MARITAL, given_name
from akson_project.demo.stories.people import Person
from akson_project.demo.stories.phrases.nb_other import (
    CASES_NB,
    CLOSING_NB,
    EMERGENCY_NB,
)
from akson_project.demo.stories.phrases.nn_other import (
    CASES_NN,
    CLOSING_NN,
    EMERGENCY_NN,
)
from akson_project.demo.stories.profile import Profile
from akson_project.demo.stories.stage import Stage

_EMERGENCY: dict[Language, str] = {"nb": EMERGENCY_NB, "nn": EMERGENCY_NN}
_CASES: dict[Language, str] = {"nb": CASES_NB, "nn": CASES_NN}
_CLOSING: dict[Language, str] = {"nb": CLOSING_NB, "nn": CLOSING_NN}
# Ages at which people apply for what, by service type 9151.
_APPLICANTS = {
    "9": (18, 34),
    "7": (5, 14),
    "1": (66, 84),
    "11": (19, 31),
    "3": (20, 55),
    "5": (72, 88),
    "6": (74, 90),
}
_KIN_WORD: dict[Language, str] = {"nb": "mor", "nn": "mor"}


@dataclass(frozen=True, slots=True)
class Block:
    """One example in a table: its head and its lines."""

    head: tuple[str, ...]
    lines: tuple[str, ...]


@cache
def blocks(table: str) -> tuple[Block, ...]:
    """Read a table of examples, each beginning with `@`."""
    found = []
    for text in table.strip().removeprefix("@ ").split("\n@ "):
        first, *rest = text.splitlines()
        found.append(Block(tuple(first.split()), tuple(rest)))
    return tuple(found)


def closing_lines(language: Language) -> tuple[str, ...]:
    """Ways to write that a service ends."""
    return blocks(_CLOSING[language])[0].lines


def episode(
    unit: str,
    start: datetime,
    end: datetime | None,
    service: str,
    team: tuple[str, ...],
) -> EpisodeStory:
    """An episode without place or decision."""
    return EpisodeStory(unit, start, end, service, "", "", "", None, None, team)


def invent_emergency(stage: Stage, key: str, rng: Random) -> tuple[Person, Chart]:
    """Invent somebody who was at the emergency clinic once."""
    nth = rng.randrange(len(blocks(_EMERGENCY["nb"])))
    _name, sex_text, ages = blocks(_EMERGENCY["nb"])[nth].head
    low, high = (int(a) for a in ages.split("-"))
    sex: Sex = "female" if sex_text == "female" else rng.choice(("female", "male"))
    person = _person(stage, key, rng, sex, rng.randint(max(low, 1), high))
    at = moment(
        stage.days.last - timedelta(days=rng.randint(1, 85)),
        time(rng.randint(9, 22), rng.randint(0, 59)),
    )
    chart = Chart(key)
    chart.episodes.append(
        episode("lv", at, at + timedelta(hours=rng.randint(2, 3)), "K30", ())
    )
    write_emergency(stage, chart, person, nth, rng)
    return person, chart


def write_emergency(
    stage: Stage, chart: Chart, person: Person, nth: int, rng: Random
) -> None:
    """Write what the nurse and the doctor found, the doctor half an hour later."""
    at = chart.episodes[0].starts
    profile = Profile(
        person.key, person.sex, person.given, frozenset(), stage.days.first
    )
    for n, profession in enumerate(("SP", "LE")):
        seen = at + timedelta(minutes=12 + 38 * n + rng.randint(0, 9))
        author = stage.writer(rng, "lv", seen, profession)
        language = stage.language_of(author)
        line = blocks(_EMERGENCY[language])[nth].lines[n].removeprefix(f"{profession} ")
        text = say(line, profile.slots(language, at, rng), rng)
        kind = "legenotat" if profession == "LE" else "innkomst"
        chart.write(
            author.key,
            "lv",
            kind,
            (seen, seen + timedelta(minutes=rng.randint(2, 15))),
            text,
        )


def invent_case(stage: Stage, key: str, rng: Random) -> tuple[Person, Chart]:
    """Invent somebody who has a case and no health record."""
    nth = rng.randrange(len(blocks(CASES_NB)))
    service = blocks(CASES_NB)[nth].head[1]
    low, high = _APPLICANTS[service]
    person = _person(
        stage, key, rng, rng.choice(("female", "male")), rng.randint(low, high)
    )
    chart = Chart(key, kind="tjenestesak")
    write_case(stage, chart, person, nth, rng)
    return person, chart


def write_case(
    stage: Stage, chart: Chart, person: Person, nth: int, rng: Random
) -> None:
    """Write a case from application to follow-up, and the episode it is handled under."""
    service = blocks(CASES_NB)[nth].head[1]
    posts = [
        p for p in stage.roster.at_unit("tk", stage.days.first) if p.worker.username
    ]
    handler = rng.choice(posts).worker
    day = stage.days.first + timedelta(days=rng.randint(1, 12))
    chart.episodes.append(
        episode("tk", moment(day, time(8)), None, service, (handler.key,))
    )
    profile = Profile(
        person.key, person.sex, person.given, frozenset(), stage.days.first
    )
    language = stage.language_of(handler)
    for n, line in enumerate(blocks(_CASES[language])[nth].lines):
        day += timedelta(days=(0, 9, 14, 33)[n] + rng.randint(0, 4))
        day += timedelta(days=(7 - day.weekday()) % 7 if day.weekday() >= 5 else 0)
        if day > stage.days.last:
            return
        at = moment(day, time(rng.randint(9, 14), rng.choice((5, 20, 35, 50))))
        slots = profile.slots(language, at, rng) | {"kontakt": _KIN_WORD[language]}
        written = at + timedelta(minutes=rng.randint(20, 50))
        chart.write(
            handler.key, "tk", "saksnotat", (at, written), say(line, slots, rng)
        )


def _person(stage: Stage, key: str, rng: Random, sex: Sex, age: int) -> Person:
    if age > 45:
        person = invent_adult(stage, key, AT_HOME, at_home=True, who=(sex, age)).person
        person.critical, person.access_note = [], ""
        if any(line.startswith("EF") for line in person.kin):
            # Those who apply for help with daily life mostly live alone.
            person.kin = [line for line in person.kin if not line.startswith("EF")]
            person.marital = MARITAL[stage.place.language]["widowed"][sex]
        return person
    place = stage.place
    is_sami = rng.random() < place.sami_share
    family = place.family_name(rng, is_sami=is_sami)
    person = Person(
        key,
        given_name(rng, age, sex, sami_share=float(is_sami)),
        family,
        sex,
        birth_date(stage.days.today, age, rng),
    )
    person.language = place.language
    person.marital = "ugift"
    parent = given_name(rng, age + 29, "female")
    person.kin = [
        f"MO | {parent} {family} | next {'parent all' if age < 18 else 'important'}"
    ]
    return person
