"""Writes the notes that sum up, from the patient's own facts."""

from datetime import date, datetime, time, timedelta
from random import Random

from akson_project.demo.stories.chart import Chart
from akson_project.demo.stories.days import moment
from akson_project.demo.stories.grammar import say
from akson_project.demo.stories.inventing import Adult
from akson_project.demo.stories.model import Language
from akson_project.demo.stories.phrases import summaries
from akson_project.demo.stories.stage import Stage
from akson_project.demo.stories.voices import Setting


def _facts(
    adult: Adult, language: Language, at: datetime, rng: Random
) -> dict[str, str]:
    tags = adult.profile.tags
    illness = adult.condition.nn if language == "nn" else adult.condition.nb
    aids = [word for tag, word in summaries.AIDS[language].items() if tag in tags]
    home = next(t for t in ("alene", "ektefelle", "") if t in tags or not t)
    medicines = next(
        t for t in ("multidose", "dosett", "dispenser", "") if t in tags or not t
    )
    age = at.year - adult.person.born.year
    age -= (at.month, at.day) < (adult.person.born.month, adult.person.born.day)
    facts = {
        "name": f"{adult.person.given} {adult.person.family}",
        "age": str(age),
        "marital": adult.person.marital,
        "illness": illness,
        "illness_up": illness[:1].upper() + illness[1:],
        "home": summaries.HOME[language][home],
        "aids": ", ".join(aids) or summaries.AIDS[language][""],
        "med": summaries.MEDICINES[language][medicines],
        "kin": _kin(adult, language),
        "matters": rng.choice(summaries.MATTERS[language]),
    }
    return adult.profile.slots(language, at, rng) | facts


def _kin(adult: Adult, language: Language) -> str:
    if not adult.person.kin:
        return summaries.NO_KIN[language]
    kind, name, *_rest = (cell.strip() for cell in adult.person.kin[0].split("|"))
    return f"{summaries.KIN_WORD[language].get(kind, '')} {name}".strip()


def _write(
    stage: Stage,
    chart: Chart,
    adult: Adult,
    plan: tuple[str, datetime, str, str],
    rng: Random,
) -> None:
    kind, at, profession, unit = plan
    author = stage.writer(rng, unit, at, profession)
    language = stage.language_of(author)
    texts = {
        "arrival-home": summaries.ARRIVAL_HOME,
        "arrival-ward": summaries.ARRIVAL_WARD,
        "review": summaries.REVIEW,
        "round": summaries.ROUND,
    }[kind]
    text = say(rng.choice(texts[language]), _facts(adult, language, at, rng), rng)
    note_kind = {"review": "mote", "round": "legenotat"}.get(kind, "innkomst")
    if not chart.memory.admits(text):
        return
    written = at + timedelta(minutes=rng.randint(8, 55))
    chart.write(author.key, stage.workplace(unit), note_kind, (at, written), text)


def write_arrival(
    stage: Stage, chart: Chart, adult: Adult, setting: Setting, rng: Random
) -> None:
    """Write the note of the first day, if that day is told."""
    first = chart.episodes[0]
    if first.starts.date() >= stage.days.first:
        at = first.starts + timedelta(minutes=rng.randint(25, 75))
        _write(stage, chart, adult, (f"arrival-{setting}", at, "SP", first.unit), rng)


def write_review(stage: Stage, chart: Chart, adult: Adult, rng: Random) -> None:
    """Write the review of the plan, on a weekday."""
    day = _weekday(stage.days.first + timedelta(days=rng.randint(8, 80)))
    at = moment(day, time(13, rng.choice((0, 15, 30))))
    episode = chart.episode_at(at)
    if episode and chart.episode_at(at + timedelta(hours=1)):
        _write(stage, chart, adult, ("review", at, "SP", episode.unit), rng)


def write_rounds(stage: Stage, chart: Chart, adult: Adult, rng: Random) -> None:
    """Write what the doctor found on some of the weekly rounds."""
    for week in rng.sample(range(1, 12), 2):
        day = stage.days.day(f"{week}on")
        at = moment(day, time(rng.choice((10, 11)), rng.choice((5, 20, 40, 50))))
        episode = chart.episode_at(at)
        if (
            episode
            and day not in chart.busy
            and chart.episode_at(at + timedelta(hours=1))
        ):
            _write(stage, chart, adult, ("round", at, "LE", episode.unit), rng)


def _weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))
