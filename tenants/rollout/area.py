"""Which municipalities a page is about: those of a county, a cluster, a wave, or all."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from tenants.models import Municipality
from tenants.rollout.clusters import ClusterMembership, cluster_name, cluster_wave


@dataclass(frozen=True, slots=True)
class Area:
    """What is chosen; whatever is not narrows nothing.

    Args:
        county: The county's number.
        cluster: The cluster they are in now.
        wave: The wave of that cluster.
    """

    county: str = ""
    cluster: UUID | None = None
    wave: int | None = None

    @property
    def is_everything(self) -> bool:
        """Whether nothing is chosen."""
        return self == Area()


def municipalities_in(area: Area) -> "QuerySet[Municipality]":
    """Give all municipalities of the register that are in an area."""
    found: QuerySet[Municipality] = Municipality.objects.all()
    if area.county:
        found = found.filter(county_number=area.county)
    members = ClusterMembership.objects.current()
    if area.cluster:
        members = members.filter(cluster=area.cluster)
    if area.wave:
        members = members.filter(cluster__wave=area.wave)
    if area.cluster or area.wave:
        found = found.filter(pk__in=members.values("municipality_id"))
    return found


def started_in(area: Area) -> "QuerySet[Municipality]":
    """Give those that have a schema, with the name of their cluster and its wave."""
    started = municipalities_in(area).filter(state__in=Municipality.WITH_SCHEMA)
    named: QuerySet[Municipality] = started.annotate(
        cluster_name=cluster_name(), wave=cluster_wave()
    )
    return named
