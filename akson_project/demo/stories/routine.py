"""Ordinary days at home and in the nursing home, and small events between them."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from akson_project.demo.stories.chance import weighted
from akson_project.demo.stories.chart import Chart, days_of
from akson_project.demo.stories.days import moment
from akson_project.demo.stories.grammar import Spell, say, with_slip
from akson_project.demo.stories.model import Language, WorkerStory
from akson_project.demo.stories.profile import Profile
from akson_project.demo.stories.roster import DAY, EVENING, NIGHT, writing_moment
from akson_project.demo.stories.stage import WARD_FLOOR, Stage
from akson_project.demo.stories.voices import Setting, phrases_by_topic, spells

MOST_WORDS = 44
# In the order people tell: topic -> weight by day, evening, night.
_TOPICS = {
    "sovn": {DAY: 0.9, NIGHT: 2.0},
    "natt": {NIGHT: 5.0},
    "ankomst": {DAY: 3.0, EVENING: 3.0, NIGHT: 4.0},
    "stell": {DAY: 3.0, EVENING: 1.6},
    "hud": {DAY: 1.0, EVENING: 0.7},
    "tilstand": {DAY: 3.6, EVENING: 2.2, NIGHT: 1.2},
    "mobil": {DAY: 1.5, EVENING: 0.5},
    "mat": {DAY: 2.2, EVENING: 1.7},
    "med": {DAY: 2.0, EVENING: 1.5},
    "eliminasjon": {DAY: 0.8, EVENING: 0.5},
    "humor": {DAY: 1.4, EVENING: 1.6},
    "sosialt": {DAY: 1.2, EVENING: 0.8},
    "praktisk": {DAY: 0.8, EVENING: 0.4},
    "plan": {DAY: 0.3, EVENING: 0.3},
}
_LENGTHS = {DAY: (27, 51, 22), EVENING: (38, 47, 15), NIGHT: (100, 0, 0)}
_WINTER, _SUMMER = {11, 12, 1, 2, 3}, {5, 6, 7, 8}
_SLIPS = 0.012
# What belongs to the first visit of the day.
_NOON = 12
_EVENING_HOUR = 19
_MORNING_TOPICS = {"ankomst", "sovn", "stell"}
_MORNING_WORDS = re.compile(
    r"fro?u?kost|morg[eo]nmed|i dag tid|før første|fast[ea]nde|til lunsj"
)
_NURSES = {"SP", "VP"}


@dataclass(frozen=True, slots=True)
class Routine:
    """How often something is written, in which shifts, and what is left to the story."""

    rate: float
    shifts: tuple[tuple[str, float], ...]
    mute: frozenset[str] = frozenset()
    away: tuple[tuple[date, date], ...] = ()

    def is_away(self, day: date) -> bool:
        """Whether nobody writes, since the patient is somewhere else or the story has the word."""
        return any(start <= day <= end for start, end in self.away)


@dataclass(frozen=True, slots=True)
class Scene:
    """When somebody cared for the patient, in which shift, who, and where."""

    at: datetime
    shift: str
    author: WorkerStory
    setting: Setting


def write_routine(
    stage: Stage, chart: Chart, profile: Profile, routine: Routine, rng: Random
) -> None:
    """Write the notes of ordinary days, for every day somebody cared for the patient."""
    for day in stage.days.all:
        if day in chart.busy or routine.is_away(day) or rng.random() > routine.rate:
            continue
        shift = weighted(rng, routine.shifts)
        written = writing_moment(rng, day, shift)
        happened = _when_it_happened(rng, written, shift)
        episode = chart.episode_at(happened)
        if (
            episode is None
            or chart.episode_at(written) is None
            or episode.starts.date() == day
        ):
            continue
        author = stage.writer(rng, episode.unit, written)
        setting: Setting = "ward" if episode.unit in WARD_FLOOR else "home"
        scene = Scene(happened, shift, author, setting)
        text = _compose(stage, chart, profile, routine.mute, scene, rng)
        if text:
            text = with_slip(text, rng) if rng.random() < _SLIPS else text
            unit = stage.workplace(episode.unit)
            chart.write(
                author.key, unit, _kind(setting, shift), (happened, written), text
            )


def _kind(setting: Setting, shift: str) -> str:
    if setting == "home":
        return "besok"
    return "daglig" if shift == DAY else "vakt"


def _when_it_happened(rng: Random, written: datetime, shift: str) -> datetime:
    """Most is written within two hours; some is entered late."""
    if shift == NIGHT:
        return written - timedelta(minutes=rng.randint(5, written.hour * 60 - 15))
    minutes = rng.randint(4, 95) if rng.random() > 0.07 else rng.randint(180, 330)
    earliest = moment(written.date(), datetime.min.time()) + timedelta(
        minutes={DAY: 440, EVENING: 1020}[shift]
    )
    return max(earliest, written - timedelta(minutes=minutes))


def tags_at(profile: Profile, at: datetime, author: WorkerStory) -> frozenset[str]:
    """What holds at a moment: the patient's facts, the season, and who writes."""
    tags = set(profile.tags)
    if at.month in _WINTER:
        tags.add("vinter")
    if at.month in _SUMMER:
        tags.add("sommer")
    if _EVENING_HOUR <= at.hour <= 22:
        tags.add("sen")
    tags.add("sp" if author.profession in _NURSES else "hf")
    return frozenset(tags)


def _compose(
    stage: Stage,
    chart: Chart,
    profile: Profile,
    mute: Collection[str],
    scene: Scene,
    rng: Random,
) -> str:
    language = stage.language_of(scene.author)
    tables = phrases_by_topic(stage.place.name, scene.setting, language)
    tags = tags_at(profile, scene.at, scene.author)
    slots = profile.slots(language, scene.at, rng)
    wanted = weighted(rng, [(n + 1, w) for n, w in enumerate(_LENGTHS[scene.shift])])
    told: dict[str, str] = {}
    is_late = scene.setting == "home" and scene.shift == DAY and scene.at.hour >= _NOON
    for topic in _pick_topics(
        rng, scene.shift, {*mute, *_MORNING_TOPICS} if is_late else mute
    ):
        if len(told) == wanted or (topic == "plan" and not told):
            continue
        for phrase in chart.memory.freshest(
            tables.get(topic, ()), scene.shift, tags, rng
        )[:4]:
            text = say(phrase.text, slots, rng)
            if is_late and _MORNING_WORDS.search(text):
                continue
            if chart.memory.admits(text):
                told[topic] = text
                chart.memory.use(phrase)
                break
    text = " ".join(told[topic] for topic in _TOPICS if topic in told)
    return text if len(text.split()) <= MOST_WORDS else next(iter(told.values()))


def _pick_topics(rng: Random, shift: str, mute: Collection[str]) -> list[str]:
    """Order the topics of a shift by chance, by their weight."""
    ranked = [
        (rng.random() ** (1 / weights[shift]), topic)
        for topic, weights in _TOPICS.items()
        if shift in weights and topic not in mute
    ]
    return [topic for _rank, topic in sorted(ranked, reverse=True)]


def choose_spells(
    stage: Stage, profile: Profile, setting: Setting, start: date, rng: Random
) -> list[tuple[str, date]]:
    """Let one or two small things happen, some weeks apart."""
    suiting = sorted(
        n for n, s in spells(setting, "nb").items() if s.suits(profile.tags)
    )
    count = weighted(rng, [(0, 2), (1, 5), (2, 3)])
    suiting.sort(key=lambda name: stage.heard[f"@{setting} {name}"] + 2 * rng.random())
    chosen = suiting[:count]
    stage.heard.update(f"@{setting} {name}" for name in chosen)
    left = (stage.days.last - start).days
    if left < 30:
        return []
    half = left // 2
    return [
        (name, start + timedelta(days=rng.randint(2, half - 12) + n * half))
        for n, name in enumerate(chosen)
    ]


def write_spell(
    stage: Stage,
    chart: Chart,
    profile: Profile,
    happening: tuple[str, date, Setting],
    rng: Random,
) -> None:
    """Write the notes of one small course of events, as far as it has come."""
    name, start, setting = happening
    earlier: datetime | None = None
    for n, line in enumerate(spells(setting, "nb")[name].lines):
        day = start + timedelta(days=line.day)
        if line.profession == "LE" and day.weekday() >= 5:
            day += timedelta(days=2)
        written = writing_moment(rng, day, line.shift)
        if earlier is not None and written <= earlier:
            written = earlier + timedelta(minutes=rng.randint(15, 60))
        earlier = written
        happened = max(
            written - timedelta(minutes=rng.randint(3, 14)),
            moment(day, datetime.min.time()),
        )
        episode = chart.episode_at(happened)
        if (
            day > stage.days.last
            or episode is None
            or chart.episode_at(written) is None
        ):
            return
        author = stage.writer(rng, episode.unit, written, line.profession)
        text = _spell_text(stage, (name, setting, n), profile, (happened, author), rng)
        chart.write(
            author.key,
            stage.workplace(episode.unit),
            line.kind,
            (happened, written),
            text,
        )
        chart.busy.update(days_of(day, day + timedelta(days=1)))


def _spell_text(
    stage: Stage,
    which: tuple[str, Setting, int],
    profile: Profile,
    scene: tuple[datetime, WorkerStory],
    rng: Random,
) -> str:
    name, setting, n = which
    at, author = scene
    language: Language = stage.language_of(author)
    spell: Spell = spells(setting, language)[name]
    return say(spell.lines[n].text, profile.slots(language, at, rng), rng)


def after_spell(profile: Profile, name: str, start: date) -> Profile:
    """Give the facts as they are once it has happened."""
    if name == "ernaering":
        return replace(
            profile, drops=((start - timedelta(days=2), 1.6),), weight_slope=0.0
        )
    return profile
