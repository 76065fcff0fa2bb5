"""What the consortium's lists are narrowed by, beside the fields of their rows."""

from typing import Any
from uuid import UUID

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tenants.registry.regions import COUNTIES, HealthRegion
from tenants.rollout.clusters import Cluster, ClusterMembership
from tenants.rollout.models import RolloutStage, Stage


class RegionFilter(admin.SimpleListFilter):
    """The health region of a municipality's county."""

    title = _("helseregion")
    parameter_name = "helseregion"
    of_municipality = ""

    def lookups(self, *_args: Any) -> list[tuple[str, Any]]:
        """Name the regions."""
        return [(one.name.lower(), one.value) for one in HealthRegion if one.value]

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's
        queryset: "QuerySet[Any]",
    ) -> "QuerySet[Any]":
        """Choose."""
        chosen = {one.name.lower(): one for one in HealthRegion}.get(self.value() or "")
        if not chosen:
            return queryset
        county = f"{self.of_municipality}county_number__in"
        return queryset.filter(**{county: COUNTIES[chosen]})


class RegionOfMunicipalityFilter(RegionFilter):
    """The same in lists of what municipalities have."""

    of_municipality = "municipality__"


class StageFilter(admin.SimpleListFilter):
    """How far a municipality has come today."""

    title = _("trinn")
    parameter_name = "trinn"

    def lookups(self, *_args: Any) -> list[tuple[str, Any]]:
        """Name the stages, and having come to none."""
        return [*Stage.choices, ("none", _("Ingen trinn"))]

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's
        queryset: "QuerySet[Any]",
    ) -> "QuerySet[Any]":
        """Choose."""
        today = RolloutStage.objects.current_on(timezone.localdate())
        if self.value() == "none":
            return queryset.exclude(pk__in=today.values("municipality_id"))
        if self.value() in Stage.values:
            at_it = RolloutStage.objects.filter(pk__in=today.values("pk"))
            at_it = at_it.filter(stage=self.value())
            return queryset.filter(pk__in=at_it.values("municipality_id"))
        return queryset


class ClusterFilter(admin.SimpleListFilter):
    """The cluster a municipality is in now; for those who may see clusters."""

    title = _("klynge")
    parameter_name = "klynge"
    municipality = "pk"

    def lookups(
        self,
        request: HttpRequest,
        model_admin: Any,  # noqa: ARG002 - Django's
    ) -> list[tuple[str, Any]]:
        """Name the clusters, and being in none; nothing while there are none."""
        if not request.user.has_perm("tenants.view_cluster"):
            return []
        named = [(str(one.pk), one.name) for one in Cluster.objects.all()]
        return [*named, ("none", _("Ingen klynge"))] if named else []

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's
        queryset: "QuerySet[Any]",
    ) -> "QuerySet[Any]":
        """Choose."""
        chosen = self.value()
        members = ClusterMembership.objects.current()
        is_one_of = f"{self.municipality}__in"
        if chosen == "none":
            return queryset.exclude(**{is_one_of: members.values("municipality_id")})
        if chosen in {key for key, _name in self.lookup_choices}:
            members = members.filter(cluster=UUID(chosen))
            return queryset.filter(**{is_one_of: members.values("municipality_id")})
        return queryset


class ClusterOfMunicipalityFilter(ClusterFilter):
    """The same in lists of what municipalities have."""

    municipality = "municipality"


class WaveFilter(admin.SimpleListFilter):
    """The wave of the cluster a municipality is in now; for those who may see clusters."""

    title = _("bølge")
    parameter_name = "bolge"
    municipality = "pk"

    def lookups(
        self,
        request: HttpRequest,
        model_admin: Any,  # noqa: ARG002 - Django's
    ) -> list[tuple[str, Any]]:
        """Number the waves there are."""
        if not request.user.has_perm("tenants.view_cluster"):
            return []
        waves = Cluster.objects.order_by("wave").values_list("wave", flat=True)
        named = _("Bølge %(number)s")
        return [(str(one), str(named) % {"number": one}) for one in waves.distinct()]

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's
        queryset: "QuerySet[Any]",
    ) -> "QuerySet[Any]":
        """Choose."""
        chosen = self.value()
        if chosen not in {key for key, _name in self.lookup_choices}:
            return queryset
        members = ClusterMembership.objects.current().filter(cluster__wave=chosen)
        is_one_of = f"{self.municipality}__in"
        return queryset.filter(**{is_one_of: members.values("municipality_id")})


class WaveOfMunicipalityFilter(WaveFilter):
    """The same in lists of what municipalities have."""

    municipality = "municipality"
