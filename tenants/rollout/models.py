"""The stages of a municipality's way into Akson, and what must be ready before a pilot."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """How far a municipality has come with Akson (innføringstrinn), in their order."""

    INTERESTED = "interested", _("Interessert")
    INTENT = "intent", _("Intensjonserklæring")
    AGREEMENT = "agreement", _("Avtale")
    PREPARED = "prepared", _("Forberedt")
    PILOT = "pilot", _("Pilot")
    LIVE = "live", _("I bruk")
    LEAVING = "leaving", _("På vei ut")


# Those that count towards the goal: they have said in writing that they will join.
COMMITTED = (Stage.INTENT, Stage.AGREEMENT, Stage.PREPARED, Stage.PILOT, Stage.LIVE)
# Patients' records are written in these, so that everything must be in place before.
NEED_ALL_READY = (Stage.PILOT, Stage.LIVE)


class RolloutStageQuerySet(models.QuerySet["RolloutStage"]):
    """Questions about how far municipalities have come."""

    def current_on(self, day: date) -> Self:
        """The stage each municipality was in on a day."""
        begun = self.filter(begins_on__lte=day)
        order = ("municipality_id", "-begins_on", "-recorded_at")
        return begun.order_by(*order).distinct("municipality_id")


class RolloutStage(models.Model):
    """That a municipality came to a stage on a day; a row is never changed or removed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="stages",
        verbose_name=_("kommune"),
    )
    stage = models.CharField(_("trinn"), max_length=10, choices=Stage)
    begins_on = models.DateField(_("fra og med"))
    note = models.CharField(_("merknad"), max_length=200, blank=True)
    recorded_by = models.CharField(_("ført av"), max_length=150)
    recorded_at = models.DateTimeField(_("ført"), auto_now_add=True)

    objects = RolloutStageQuerySet.as_manager()

    class Meta:
        ordering = ("-begins_on", "-recorded_at")
        verbose_name = _("innføringstrinn")
        verbose_name_plural = _("innføringstrinn")
        constraints = (
            models.CheckConstraint(
                name="rollout_stage_is_known", condition=Q(stage__in=Stage.values)
            ),
        )

    def __str__(self) -> str:
        return str(self.get_stage_display())


def stage_on(day: date) -> Subquery:
    """The stage of each municipality asked about on a day, as a column."""
    begun = RolloutStage.objects.filter(municipality=OuterRef("pk"), begins_on__lte=day)
    return Subquery(begun.values("stage")[:1])


class ReadinessCheckQuerySet(models.QuerySet["ReadinessCheck"]):
    """Questions about what is ready."""

    def missing(self) -> Self:
        """What is not done yet."""
        return self.filter(done_on=None)

    def overdue_on(self, day: date) -> Self:
        """What should have been done before a day, and is not."""
        return self.missing().filter(due_on__lt=day)


class ReadinessCheck(models.Model):
    """One thing that must be in place before a municipality's pilot (klar til pilot)."""

    class Item(models.TextChoices):
        """What must be in place."""

        TRAINING = "training", _("Opplæring er gitt")
        ROLES = "roles", _("Roller og tilganger er satt opp")
        DPIA = "dpia", _("Personvernkonsekvenser er vurdert (DPIA)")
        DEVICES = "devices", _("Utstyr er på plass")
        TAKE_ON = "take_on", _("Prøvekonvertering er godkjent")
        DOWNTIME = "downtime", _("Nedetid er øvd på")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="readiness_checks",
        verbose_name=_("kommune"),
    )
    item = models.CharField(_("krav"), max_length=10, choices=Item)
    owner = models.CharField(_("ansvarlig"), max_length=150, blank=True)
    owner_email = models.EmailField(
        _("ansvarliges e-post"),
        blank=True,
        help_text=_("Får varsel om fristen. Uten den får kontaktpersonene det."),
    )
    due_on = models.DateField(_("frist"), null=True, blank=True)
    done_on = models.DateField(_("gjort"), null=True, blank=True)
    evidence = models.CharField(
        _("dokumentasjon"),
        max_length=300,
        blank=True,
        help_text=_("Hva viser at dette er gjort, og hvor ligger det?"),
    )

    objects = ReadinessCheckQuerySet.as_manager()

    class Meta:
        ordering = ("municipality__sort_key", "item")
        verbose_name = _("krav før pilot")
        verbose_name_plural = _("krav før pilot")
        constraints = (
            models.UniqueConstraint(
                name="municipality_has_each_readiness_check_once",
                fields=["municipality", "item"],
            ),
            models.CheckConstraint(
                name="readiness_check_is_known",
                condition=Q(
                    item__in=(
                        "training",
                        "roles",
                        "dpia",
                        "devices",
                        "take_on",
                        "downtime",
                    )
                ),
            ),
            models.CheckConstraint(
                name="readiness_check_is_done_by_someone_with_evidence",
                condition=Q(done_on=None) | (~Q(owner="") & ~Q(evidence="")),
            ),
        )

    def __str__(self) -> str:
        return str(self.get_item_display())
