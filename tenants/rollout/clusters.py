"""Municipalities that come into Akson together: which, led by whom, and in which wave."""

import uuid
from typing import Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _


class Cluster(models.Model):
    """Neighbours that share training and start (klynge), led by one of them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("navn"), max_length=100, unique=True)
    # Always a member: the trigger `cluster_is_led_by_a_member` watches at commit.
    lead = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="clusters_led",
        verbose_name=_("ledes av"),
        help_text=_("Kommunen blir med i klyngen."),
    )
    wave = models.PositiveSmallIntegerField(
        _("bølge"), help_text=_("Klynger i samme bølge starter omtrent samtidig.")
    )
    starts_on = models.DateField(_("planlagt start"), null=True, blank=True)

    class Meta:
        ordering = ("wave", "name")
        verbose_name = _("klynge")
        verbose_name_plural = _("klynger")
        default_permissions = ("view", "add", "change")
        constraints = (
            models.CheckConstraint(
                name="cluster_is_in_a_wave_from_one_to_99",
                condition=Q(wave__range=(1, 99)),
                violation_error_message=_("Skriv et tall fra 1 til 99."),
            ),
        )

    def __str__(self) -> str:
        return self.name


class ClusterMembershipQuerySet(models.QuerySet["ClusterMembership"]):
    """Questions about who belongs together."""

    def current(self) -> Self:
        """Those that have not ended."""
        return self.filter(left_at=None)


class ClusterMembership(models.Model):
    """That a municipality belonged to a cluster from one moment to another (medlemskap)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    cluster = models.ForeignKey(
        Cluster,
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name=_("klynge"),
    )
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="cluster_memberships",
        verbose_name=_("kommune"),
    )
    joined_at = models.DateTimeField(_("lagt til"), auto_now_add=True)
    joined_by = models.CharField(_("lagt til av"), max_length=150)
    left_at = models.DateTimeField(_("tatt ut"), null=True)
    left_by = models.CharField(_("tatt ut av"), max_length=150, blank=True)

    objects = ClusterMembershipQuerySet.as_manager()

    class Meta:
        ordering = ("municipality__sort_key",)
        verbose_name = _("medlemskap i klynge")
        verbose_name_plural = _("medlemskap i klynger")
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(
                name="municipality_is_in_one_cluster_at_a_time",
                fields=["municipality"],
                condition=Q(left_at=None),
            ),
            models.CheckConstraint(
                name="membership_is_ended_by_somebody",
                condition=Q(left_at=None, left_by="")
                | Q(left_at__isnull=False) & ~Q(left_by=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality}: {self.cluster}"


def cluster_name() -> Subquery:
    """The cluster of each municipality asked about, as a column; nothing outside them."""
    return _of_cluster("name")


def cluster_wave() -> Subquery:
    """The wave of that cluster, as a column; a municipality in none has no wave."""
    return _of_cluster("wave")


def _of_cluster(field: str) -> Subquery:
    own = ClusterMembership.objects.current().filter(municipality=OuterRef("pk"))
    return Subquery(own.values(f"cluster__{field}")[:1])
