"""How large a share of the inhabitants each stage covers: country, counties, clusters, waves."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tenants.models import Municipality
from tenants.registry.models import InhabitantCount
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
    """Give the coverage as it was on a day, of the newest known inhabitants.

    Args:
        day: which day's stages.
        country: what the whole country is called on the screen.
        outside_central: what all but Central Norway is called.
    """
    counts = InhabitantCount.objects.latest_of_each()
    known = {c.municipality_id: c for c in counts}
    stages = dict(
        RolloutStage.objects.current_on(day).values_list("municipality_id", "stage")
    )
    members = dict(
        ClusterMembership.objects.current().values_list("municipality_id", "cluster_id")
    )
    places = [_place(one, known, stages, members) for one in Municipality.objects.all()]
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
        uncounted=len(places) - len(known),
        has_examples=any(c.is_example for c in known.values()),
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
    counts: Mapping[UUID, InhabitantCount],
    stages: Mapping[UUID, str],
    members: Mapping[UUID, UUID],
) -> Place:
    count = counts.get(municipality.pk)
    return Place(
        county_number=municipality.county_number,
        county_name=municipality.county_name,
        region=municipality.health_region,
        inhabitants=count.inhabitants if count else 0,
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
