"""How large a share of the inhabitants each stage covers: country, counties, clusters, waves."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tenants.models import Municipality
from tenants.registry.inhabitants import Counts, read_counts
from tenants.registry.periods import in_force_on, with_periods
from tenants.registry.regions import HealthRegion
from tenants.rollout.clusters import Cluster, ClusterMembership
from tenants.rollout.models import COMMITTED, RolloutStage, Stage

# The letter's goal: municipalities with about half of the inhabitants outside Central Norway.
GOAL_PERCENT = 50


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality as coverage sees it; no stage when it has not answered."""

    county_number: str
    county_name: str
    region: str
    inhabitants: int
    is_counted: bool
    is_example: bool
    stage: str
    cluster: UUID | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The inhabitants of an area, and how many live where each stage is the present one."""

    name: str
    inhabitants: int
    municipalities: int
    by_stage: Mapping[str, int]

    @property
    def percents(self) -> list[float]:
        """The share of each stage, in the order of the stages."""
        return [self._percent(self.by_stage.get(stage, 0)) for stage in Stage.values]

    @property
    def committed(self) -> int:
        """Inhabitants of municipalities that have signed at least a letter of intent."""
        return sum(self.by_stage.get(stage, 0) for stage in COMMITTED)

    @property
    def committed_percent(self) -> float:
        """The share that counts towards the goal."""
        return self._percent(self.committed)

    def _percent(self, part: int) -> float:
        return 100 * part / self.inhabitants if self.inhabitants else 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """Coverage of the country, of what the goal is about, of each county, cluster and wave."""

    country: Coverage
    outside_central: Coverage
    counties: tuple[Coverage, ...]
    clusters: tuple[Coverage, ...]
    waves: tuple[tuple[int, Coverage], ...]
    uncounted: int
    has_examples: bool

    @property
    def areas(self) -> tuple[Coverage, ...]:
        """All of it but clusters and waves, the largest first."""
        return (self.country, self.outside_central, *self.counties)


def coverage_on(day: date, *, country: str, outside_central: str) -> Picture:
    """Give the coverage of those there were on a day, of the newest known inhabitants.

    Args:
        day: which day's stages.
        country: what the whole country is called on the screen.
        outside_central: what all but Central Norway is called.
    """
    counts = read_counts()
    stages = dict(
        RolloutStage.objects.current_on(day).values_list("municipality_id", "stage")
    )
    members = dict(
        ClusterMembership.objects.current().values_list("municipality_id", "cluster_id")
    )
    there = with_periods(Municipality.objects.all()).filter(in_force_on(day))
    places = [_place(one, day, counts, stages, members) for one in there]
    outside = [p for p in places if p.region != HealthRegion.CENTRAL]
    names = {p.county_number: p.county_name for p in places}
    clusters = list(Cluster.objects.all())
    return Picture(
        country=_sum(country, places),
        outside_central=_sum(outside_central, outside),
        counties=tuple(
            _sum(name, [p for p in places if p.county_number == number])
            for number, name in sorted(names.items())
        ),
        clusters=tuple(
            _sum(cluster.name, [p for p in places if p.cluster == cluster.pk])
            for cluster in clusters
        ),
        waves=tuple(_waves(clusters, places)),
        uncounted=sum(not p.is_counted for p in places),
        has_examples=any(p.is_example for p in places),
    )


def _waves(
    clusters: Iterable[Cluster], places: Iterable[Place]
) -> Iterator[tuple[int, Coverage]]:
    """Sum up the clusters of each wave."""
    wave_of = {one.pk: one.wave for one in clusters}
    for wave in sorted(set(wave_of.values())):
        in_it = [p for p in places if p.cluster and wave_of[p.cluster] == wave]
        yield wave, _sum(str(wave), in_it)


def _place(
    municipality: Municipality,
    day: date,
    counts: Counts,
    stages: Mapping[UUID, str],
    members: Mapping[UUID, UUID],
) -> Place:
    figure = counts.on(municipality.pk, day)
    return Place(
        county_number=municipality.county_number,
        county_name=municipality.county_name,
        region=municipality.health_region,
        inhabitants=figure.inhabitants if figure else 0,
        is_counted=figure is not None,
        is_example=figure is not None and figure.is_example,
        stage=stages.get(municipality.pk, ""),
        cluster=members.get(municipality.pk),
    )


def _sum(name: str, places: Iterable[Place]) -> Coverage:
    many = list(places)
    by_stage = dict.fromkeys(Stage.values, 0)
    for place in many:
        if place.stage:
            by_stage[place.stage] += place.inhabitants
    return Coverage(
        name=name,
        inhabitants=sum(p.inhabitants for p in many),
        municipalities=len(many),
        by_stage=by_stage,
    )
