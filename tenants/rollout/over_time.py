"""How the shares have grown: month by month, who had come to each stage or past it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from tenants.registry.models import InhabitantCount
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
    back: a curve that moved with births would say nothing of the rollout.
    """
    counts = list(InhabitantCount.objects.latest_of_each())
    people = _people_of(area, {c.municipality_id: c.inhabitants for c in counts})
    steps = list(
        RolloutStage.objects.filter(municipality__in=people)
        .order_by("begins_on", "recorded_at")
        .values_list("begins_on", "municipality_id", "stage")
    )
    return Story(
        shares=tuple(_share(day, people, steps) for day in _month_ends(today)),
        has_examples=any(c.is_example for c in counts if c.municipality_id in people),
    )


def _people_of(area: Area, known: Mapping[UUID, int]) -> dict[UUID, int]:
    """The inhabitants of each municipality; of the whole country, those the goal is about."""
    return {
        one.pk: known.get(one.pk, 0)
        for one in municipalities_in(area)
        if not area.is_everything or one.health_region != HealthRegion.CENTRAL
    }


def _share(
    day: date, people: Mapping[UUID, int], steps: Sequence[tuple[date, UUID, str]]
) -> Share:
    # Later steps come later, and take the place of those before.
    present = {whose: stage for begins_on, whose, stage in steps if begins_on <= day}
    total = sum(people.values())
    percents, so_far = {}, 0
    for stage in reversed(COMMITTED):
        so_far += sum(people[whose] for whose, at in present.items() if at == stage)
        percents[stage.value] = 100 * so_far / total if total else 0.0
    return Share(day, percents)


def _month_ends(today: date) -> list[date]:
    days = [today]
    while len(days) < MONTHS:
        days.append(days[-1].replace(day=1) - timedelta(days=1))
    return days[::-1]
