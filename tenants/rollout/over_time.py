"""How the shares have grown: month by month, who had come to each stage or past it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from tenants.models import Municipality
from tenants.registry.inhabitants import Counts, Figure, read_counts
from tenants.registry.periods import is_in_force, with_periods
from tenants.registry.regions import HealthRegion
from tenants.rollout.area import Area, municipalities_in
from tenants.rollout.models import COMMITTED, RolloutStage

MONTHS = 18


@dataclass(frozen=True, slots=True)
class Share:
    """Of the inhabitants the goal is about, how many had come to each stage by a day."""

    day: date
    percents: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Story:
    """The shares from the oldest on, and whether any of the inhabitants are examples."""

    shares: tuple[Share, ...]
    has_examples: bool


def over_time(today: date, area: Area) -> Story:
    """Give the shares at each month's end, and today, of the newest known inhabitants.

    Of the whole country, those the goal is about; of an area, all who live there now.
    Whoever is leaving counts at no stage. Inhabitants are those known now, all the way
    back: a curve that moved with births would say nothing of the rollout. Whoever was merged
    away counts until then, and not after.
    """
    counts, those = read_counts(), _those_of(area)
    steps = list(
        RolloutStage.objects.filter(municipality__in=[one.pk for one in those])
        .order_by("begins_on", "recorded_at")
        .values_list("begins_on", "municipality_id", "stage")
    )
    figures = {day: _people(day, those, counts) for day in _month_ends(today)}
    return Story(
        shares=tuple(_share(day, people, steps) for day, people in figures.items()),
        has_examples=any(one.is_example for one in figures[today].values()),
    )


def _those_of(area: Area) -> list[Municipality]:
    """The municipalities with their periods; of the whole country, those the goal is about."""
    return [
        one
        for one in with_periods(municipalities_in(area))
        if not area.is_everything or one.health_region != HealthRegion.CENTRAL
    ]


def _people(
    day: date, municipalities: Iterable[Municipality], counts: Counts
) -> dict[UUID, Figure]:
    """The inhabitants of each that was there on a day, and has been counted."""
    there = (one.pk for one in municipalities if is_in_force(one, day))
    figures = {pk: counts.on(pk, day) for pk in there}
    return {pk: figure for pk, figure in figures.items() if figure}


def _share(
    day: date, people: Mapping[UUID, Figure], steps: Sequence[tuple[date, UUID, str]]
) -> Share:
    # Later steps come later, and take the place of those before.
    present = {
        whose: stage
        for begins_on, whose, stage in steps
        if begins_on <= day and whose in people
    }
    total = sum(one.inhabitants for one in people.values())
    percents, so_far = {}, 0
    for stage in reversed(COMMITTED):
        so_far += sum(
            people[whose].inhabitants for whose, at in present.items() if at == stage
        )
        percents[stage.value] = 100 * so_far / total if total else 0.0
    return Share(day, percents)


def _month_ends(today: date) -> list[date]:
    days = [today]
    while len(days) < MONTHS:
        days.append(days[-1].replace(day=1) - timedelta(days=1))
    return days[::-1]
