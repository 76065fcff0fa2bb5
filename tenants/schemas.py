"""How municipalities' schemas are made and brought up to date: what the consortium sees of it.

Everything here lies in the schema `public` and holds no person's data.
"""

import uuid
from datetime import timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ProvisioningRun(models.Model):
    """One attempt to start a municipality: what the progress page shows."""

    class State(models.TextChoices):
        """How far the attempt has come."""

        WAITING = "waiting", _("Venter")
        RUNNING = "running", _("Pågår")
        DONE = "done", _("Ferdig")
        FAILED = "failed", _("Mislyktes")
        CANCELLED = "cancelled", _("Avbrutt")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # What was asked for at once has one; it names the page where they are watched.
    batch = models.UUIDField(_("samlet oppstart"), null=True, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="runs",
        verbose_name=_("kommune"),
    )
    requested_by = models.CharField(_("startet av"), max_length=200)
    requested_at = models.DateTimeField(_("startet"), auto_now_add=True)
    state = models.CharField(
        _("status"), max_length=9, choices=State, default=State.WAITING
    )
    step = models.PositiveSmallIntegerField(_("trinn"), default=0)
    steps_total = models.PositiveSmallIntegerField(_("antall trinn"), default=0)
    step_label = models.CharField(_("trinnets navn"), max_length=100, blank=True)
    # Moves with every step, so that a run whose worker died can be told from a slow one.
    touched_at = models.DateTimeField(_("sist endret"), auto_now=True)
    finished_at = models.DateTimeField(_("avsluttet"), null=True, blank=True)
    error = models.TextField(_("feil"), blank=True)

    class Meta:
        ordering = ("-requested_at",)
        verbose_name = _("oppstart")
        verbose_name_plural = _("oppstarter")
        constraints = (
            models.UniqueConstraint(
                name="municipality_is_started_once_at_a_time",
                fields=["municipality"],
                condition=Q(finished_at=None),
            ),
            models.UniqueConstraint(
                name="municipality_is_in_a_batch_once", fields=["batch", "municipality"]
            ),
            models.CheckConstraint(
                name="provisioning_step_is_one_of_them",
                condition=Q(step__lte=F("steps_total")),
            ),
            models.CheckConstraint(
                name="provisioning_is_finished_when_it_is_over",
                condition=Q(state__in=("waiting", "running"), finished_at=None)
                | Q(
                    state__in=("done", "failed", "cancelled"),
                    finished_at__isnull=False,
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality} {self.requested_at:%Y-%m-%d %H:%M}"


class SchemaTemplate(models.Model):
    """The SQL that makes a municipality's schema, dumped once per set of migrations.

    No login of the application may read or write it: it is run as the owner.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    digest = models.CharField(_("fingeravtrykk"), max_length=64, unique=True)
    structure_sql = models.TextField()
    seed_sql = models.TextField()
    finish_sql = models.TextField()
    # The migrations it holds, as `tenants.upgrading.applied` fingerprints them.
    applied = models.CharField(_("migrasjoner"), max_length=32, blank=True)
    made_at = models.DateTimeField(_("laget"), auto_now_add=True)

    class Meta:
        ordering = ("-made_at",)
        verbose_name = _("skjemamal")
        verbose_name_plural = _("skjemamaler")
        default_permissions = ()

    def __str__(self) -> str:
        return self.digest[:12]


# A chunk that waits behind a slow one lets its lease run out, and is not stuck for that.
STUCK_AFTER = timedelta(minutes=10)


class SchemaUpgradeQuerySet(models.QuerySet["SchemaUpgrade"]):
    """Questions about upgrades."""

    def stopped(self) -> Self:
        """Those that nobody is at: they failed, or their process was killed."""
        long_ago = timezone.now() - STUCK_AFTER
        is_left = Q(state="running", read_only_until__lte=long_ago)
        return self.filter(is_left | Q(state="failed"))


class SchemaUpgrade(models.Model):
    """How a municipality's schema was last brought up to date (skjemaoppgradering)."""

    class State(models.TextChoices):
        """How far it has come; one that runs can be read in and not written in."""

        WAITING = "waiting", _("Venter")
        RUNNING = "running", _("Oppgraderes")
        DONE = "done", _("Oppdatert")
        FAILED = "failed", _("Mislyktes")

    municipality = models.OneToOneField(
        "tenants.Municipality",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="upgrade",
        verbose_name=_("kommune"),
    )
    state = models.CharField(
        _("status"), max_length=7, choices=State, default=State.WAITING
    )
    from_digest = models.CharField(_("fra migrasjonene"), max_length=32, blank=True)
    to_digest = models.CharField(_("til migrasjonene"), max_length=32, blank=True)
    attempts = models.PositiveSmallIntegerField(_("forsøk"), default=0)
    error = models.TextField(_("feil"), blank=True)
    # A lease that is renewed: an upgrade whose process was killed locks nobody out.
    read_only_until = models.DateTimeField(_("skrivebeskyttet til"), null=True)
    touched_at = models.DateTimeField(_("sist endret"), auto_now=True)
    finished_at = models.DateTimeField(_("avsluttet"), null=True)

    objects = SchemaUpgradeQuerySet.as_manager()

    class Meta:
        ordering = ("municipality",)
        verbose_name = _("skjemaoppgradering")
        verbose_name_plural = _("skjemaoppgraderinger")
        default_permissions = ("view",)
        constraints = (
            models.CheckConstraint(
                name="schema_upgrade_state_is_known",
                condition=Q(state__in=("waiting", "running", "done", "failed")),
            ),
            models.CheckConstraint(
                name="schema_is_read_only_while_it_is_upgraded",
                condition=Q(read_only_until=None) | Q(state="running"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.state}"
