"""Which municipalities a page of the platform is about: a county, a cluster, a wave, or all."""

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


def municipalities_of(area: Area) -> "QuerySet[Municipality]":
    """Give the municipalities that have a schema, with the names of cluster and wave."""
    found = Municipality.objects.filter(state__in=Municipality.WITH_SCHEMA)
    if area.county:
        found = found.filter(county_number=area.county)
    members = ClusterMembership.objects.current()
    if area.cluster:
        members = members.filter(cluster=area.cluster)
    if area.wave:
        members = members.filter(cluster__wave=area.wave)
    if area.cluster or area.wave:
        found = found.filter(pk__in=members.values("municipality_id"))
    named: QuerySet[Municipality] = found.annotate(
        cluster_name=cluster_name(), wave=cluster_wave()
    )
    return named
