"""Who wrote down what is critical, and who asked and heard that nothing is."""

from dataclasses import replace
from datetime import date, timedelta

from akson_project.demo.stories.chance import dice
from akson_project.demo.stories.chart import Chart
from akson_project.demo.stories.model import (
    AskedStory,
    CriticalStory,
    EpisodeStory,
    WorkerStory,
)
from akson_project.demo.stories.stage import Stage

_ROLES = frozenset({"sykepleier", "helsesykepleier", "lege"})
# How long it took until somebody found out that something does not count (any more).
_COUNTED_FOR = timedelta(days=20)


def registered(stage: Stage, chart: Chart, item: CriticalStory) -> CriticalStory:
    """Give a piece of critical information its author, at the unit that had the person then.

    What was known before the record began was written down on its first day.
    """
    day = max(item.registered_on, min(e.starts for e in chart.episodes).date())
    author, unit = _somebody(stage, chart.patient, _stay_on(chart, day), day)
    item = replace(item, registered_on=day, author=author, unit=unit)
    if item.status == "active":
        return item
    ended_on = min(day + _COUNTED_FOR, stage.days.last)
    stay = _stay_on(chart, ended_on)
    ended_by, _unit = _somebody(stage, chart.patient, stay, ended_on)
    return replace(item, ended_on=ended_on, ended_by=ended_by)


def asked(stage: Stage, chart: Chart) -> AskedStory:
    """Let somebody ask, on the record's first day, and hear that nothing is critical."""
    first = min(chart.episodes, key=lambda e: e.starts)
    author, unit = _somebody(stage, chart.patient, first, first.starts.date())
    return AskedStory(author, unit, first.starts)


def _stay_on(chart: Chart, day: date) -> EpisodeStory:
    """The stay somebody was in on a day; his last one when he was in none."""
    stays = sorted(chart.episodes, key=lambda e: e.starts)
    return next((s for s in reversed(stays) if _is_on(s, day)), stays[-1])


def _is_on(stay: EpisodeStory, day: date) -> bool:
    return stay.starts.date() <= day and (stay.ends is None or day <= stay.ends.date())


def _somebody(
    stage: Stage, patient: str, stay: EpisodeStory, day: date
) -> tuple[str | None, str]:
    """Choose a nurse or physician who worked there that day, the patient's own more often.

    Returns:
        The worker, None when nobody is left from then, and the unit he worked at.
    """
    unit = stage.workplace(stay.unit)
    there = [
        post.worker for post in stage.roster.at_unit(unit, day) if _may(post.worker)
    ]
    own = [worker for worker in there if worker.key in stay.team]
    if not there:
        return None, unit
    rng = dice(stage.place.name, "critical", patient, (stage.days.today - day).days)
    return rng.choice([*own, *there]).key, unit


def _may(worker: WorkerStory) -> bool:
    return worker.employments[0].role in _ROLES
