"""Ordinary patients of home care and of the nursing home, from first visit to last."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from akson_project.demo.stories.catalogue import (
    AT_HOME,
    IN_NURSING_HOME,
    NO_RESUSCITATION,
    SHORT_STAY,
)
from akson_project.demo.stories.chance import dice, weighted
from akson_project.demo.stories.chart import Chart
from akson_project.demo.stories.days import moment
from akson_project.demo.stories.grammar import say
from akson_project.demo.stories.inventing import Adult, invent_adult
from akson_project.demo.stories.model import EpisodeStory, Language
from akson_project.demo.stories.places.place import LISTS
from akson_project.demo.stories.roster import DAY, EVENING, NIGHT
from akson_project.demo.stories.routine import (
    Routine,
    after_spell,
    choose_spells,
    write_routine,
    write_spell,
)
from akson_project.demo.stories.stage import Stage
from akson_project.demo.stories.summing_up import (
    write_arrival,
    write_review,
    write_rounds,
)
from akson_project.demo.stories.visits import closing_lines
from akson_project.demo.stories.voices import Setting

_HOURS: dict[Language, str] = {"nb": "{h} timer per uke", "nn": "{h} timar per veke"}
_WARD_SHIFTS = ((DAY, 0.5), (EVENING, 0.3), (NIGHT, 0.2))


@dataclass(frozen=True, slots=True)
class Visits:
    """How much help somebody gets at home, and how often something is written about it."""

    weight: int
    half_hours: tuple[int, int]
    chance_of_text: float
    shifts: tuple[tuple[str, float], ...]


_VISITS = (
    Visits(5, (3, 7), 0.12, ((DAY, 1.0),)),
    Visits(5, (7, 16), 0.19, ((DAY, 0.74), (EVENING, 0.26))),
    Visits(2, (18, 40), 0.28, ((DAY, 0.6), (EVENING, 0.3), (NIGHT, 0.1))),
)


@dataclass(frozen=True, slots=True)
class Stay:
    """How long somebody is at a unit, on whole days."""

    start: date
    end: date | None


def home_resident(stage: Stage, key: str, unit: str) -> tuple[Adult, Chart]:
    """Invent a patient of home care with 90 ordinary days."""
    adult = invent_adult(stage, key, AT_HOME, at_home=True)
    rng = dice(stage.place.name, "home", key)
    if unit in LISTS["zb"]:
        tags = adult.profile.tags | {"bygd"}
        adult = replace(adult, profile=replace(adult.profile, tags=tags))
    chart = Chart(key, memory=stage.memory())
    stay = _home_stay(stage, rng)
    visits = weighted(rng, [(v, v.weight) for v in _VISITS])
    hours = f"{rng.randint(*visits.half_hours) / 2:g}".replace(".", ",")
    chart.episodes.append(_home_episode(stage, unit, stay, hours, rng))
    write_arrival(stage, chart, adult, "home", rng)
    adult = _spells(stage, chart, adult, "home", stay, rng)
    if stay.start < stage.days.first:
        write_review(stage, chart, adult, rng)
    routine = Routine(visits.chance_of_text, visits.shifts)
    write_routine(stage, chart, adult.profile, routine, rng)
    if stay.end:
        _write_closing(stage, chart, adult, rng)
    return adult, chart


def ward_resident(stage: Stage, key: str, ward: str) -> tuple[Adult, Chart]:
    """Invent somebody who lives at the nursing home, or is there for some weeks."""
    is_short = ward == "w3"
    adult = invent_adult(
        stage, key, SHORT_STAY if is_short else IN_NURSING_HOME, at_home=False
    )
    rng = dice(stage.place.name, "ward", key)
    chart = Chart(key, memory=stage.memory())
    stay = _short_stay(stage, rng) if is_short else _long_stay(stage, rng)
    chart.episodes.append(ward_episode(stage, ward, stay, rng))
    write_arrival(stage, chart, adult, "ward", rng)
    adult = _spells(stage, chart, adult, "ward", stay, rng)
    write_rounds(stage, chart, adult, rng)
    routine = Routine(rng.uniform(0.24, 0.44), _WARD_SHIFTS)
    write_routine(stage, chart, adult.profile, routine, rng)
    return adult, chart


def _spells(
    stage: Stage, chart: Chart, adult: Adult, setting: Setting, stay: Stay, rng: Random
) -> Adult:
    profile = adult.profile
    start = max(stay.start, stage.days.first)
    for name, day in choose_spells(stage, profile, setting, start, rng):
        profile = after_spell(profile, name, day)
        write_spell(stage, chart, profile, (name, day, setting), rng)
        if name == "forhand":
            when = f"d{max((stage.days.today - day).days - 1, 1)}"
            adult.person.critical.append(
                NO_RESUSCITATION[stage.place.language].format(when=when)
            )
            adult.person.asked = None
    return Adult(adult.person, profile, adult.condition, adult.age)


def _home_stay(stage: Stage, rng: Random) -> Stay:
    if rng.random() < 0.1:
        start = stage.days.first + timedelta(days=rng.randint(3, 50))
        return Stay(start - timedelta(days=max(0, start.weekday() - 4)), None)
    start = stage.days.first - timedelta(days=rng.randint(30, 1500))
    if rng.random() < 0.05:
        return Stay(start, stage.days.last - timedelta(days=rng.randint(5, 40)))
    return Stay(start, None)


def _long_stay(stage: Stage, rng: Random) -> Stay:
    if rng.random() < 0.12:
        return Stay(stage.days.first + timedelta(days=rng.randint(4, 60)), None)
    return Stay(stage.days.first - timedelta(days=rng.randint(40, 1300)), None)


def _short_stay(stage: Stage, rng: Random) -> Stay:
    start = stage.days.last - timedelta(days=rng.randint(12, 60))
    end = start + timedelta(days=rng.randint(14, 28))
    return Stay(start, end if end < stage.days.last else None)


def _home_episode(
    stage: Stage, unit: str, stay: Stay, hours: str, rng: Random
) -> EpisodeStory:
    starts = moment(stay.start, time(9 + rng.randint(0, 3)))
    return EpisodeStory(
        unit=unit,
        starts=starts,
        ends=moment(stay.end, time(15)) if stay.end else None,
        service_type="15",
        ward=stage.unit(unit).name,
        room="",
        bed="",
        decided_hours=_HOURS[stage.place.language].format(h=hours),
        decision_reference=f"{stay.start.year}/{rng.randint(1000, 9899)}",
        team=stage.team(unit, starts, rng),
    )


def ward_episode(stage: Stage, ward: str, stay: Stay, rng: Random) -> EpisodeStory:
    """A stay in the next free room of a ward."""
    starts = moment(stay.start, time(12 + rng.randint(0, 2)))
    return EpisodeStory(
        unit=ward,
        starts=starts,
        ends=moment(stay.end, time(11)) if stay.end else None,
        service_type=stage.unit(ward).service_type or "21",
        ward=stage.unit(ward).name,
        room=stage.next_room(ward),
        bed="",
        decided_hours=None,
        decision_reference=f"{stay.start.year}/{rng.randint(1000, 9899)}",
        team=stage.team(ward, starts, rng),
    )


def _write_closing(stage: Stage, chart: Chart, adult: Adult, rng: Random) -> None:
    end = chart.episodes[0].ends
    if end is None:
        return
    at: datetime = end - timedelta(hours=2)
    author = stage.writer(rng, chart.episodes[0].unit, at, "SP")
    language = stage.language_of(author)
    text = say(
        rng.choice(closing_lines(language)), adult.profile.slots(language, at, rng), rng
    )
    unit = stage.workplace(chart.episodes[0].unit)
    chart.write(author.key, unit, "mote", (at, at + timedelta(minutes=40)), text)
