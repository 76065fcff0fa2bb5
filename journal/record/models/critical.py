"""Critical information, and whether anybody has asked for it."""

from datetime import datetime
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from journal.record.models.patient import HealthRecord
from journal.record.models.rows import ClinicalRow, RecordHistory


class CriticalCategory(models.IntegerChoices):
    """The six categories of critical information (kjernejournal)."""

    HYPERSENSITIVITY = 1, _("Overfølsomhet")
    ANAESTHESIA = 2, _("Komplikasjoner ved anestesi")
    CONDITION = 3, _("Kritisk tilstand")
    TREATMENT = 4, _("Pågående behandling eller implantat")
    ROUTINE_CHANGE = 5, _("Endret behandlingsrutine")
    INFECTION = 6, _("Smitte")


class Severity(models.TextChoices):
    """How grave it is."""

    HIGH = "high", _("Livstruende")
    MEDIUM = "medium", _("Alvorlig")
    LOW = "low", _("Moderat")


class CriticalStatus(models.TextChoices):
    """Whether it still counts."""

    ACTIVE = "active", _("Gjelder")
    INACTIVE = "inactive", _("Gjelder ikke lenger")
    REFUTED = "refuted", _("Avkreftet")


class CriticalInformation(ClinicalRow):
    """One thing everybody must know before they act (kritisk informasjon; FHIR: Flag).

    What no longer counts, or never was true, stays with why, by whom and since when.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    record = models.ForeignKey(
        HealthRecord, on_delete=models.PROTECT, related_name="critical_information"
    )
    category = models.PositiveSmallIntegerField(_("kategori"), choices=CriticalCategory)
    text = models.CharField(_("hva"), max_length=300)
    reaction = models.CharField(_("reaksjon eller merknad"), max_length=300, blank=True)
    severity = models.CharField(_("alvorlighet"), max_length=8, choices=Severity)
    source = models.CharField(_("kilde"), max_length=120, blank=True)
    status = models.CharField(
        max_length=10, choices=CriticalStatus, default=CriticalStatus.ACTIVE
    )
    written_at = models.DateTimeField(_("registrert"))
    author_id = models.UUIDField()
    author_name = models.CharField(max_length=200)
    ended_at = models.DateTimeField(_("avsluttet"), null=True, blank=True)
    ended_by_name = models.CharField(max_length=200, blank=True)
    ended_why = models.CharField(_("hvorfor"), max_length=300, blank=True)
    history = RecordHistory()

    class Meta:
        verbose_name = _("kritisk informasjon")
        indexes = [models.Index(fields=["record"], name="critical_record")]
        constraints = [
            models.CheckConstraint(
                name="ended_critical_says_when_who_and_why",
                condition=Q(
                    status=CriticalStatus.ACTIVE,
                    ended_at=None,
                    ended_by_name="",
                    ended_why="",
                )
                | (
                    ~Q(status=CriticalStatus.ACTIVE)
                    & Q(ended_at__isnull=False)
                    & ~Q(ended_by_name="")
                    & ~Q(ended_why="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def counts_for(self, until: datetime | None) -> bool:
        """Whether it counts to somebody who may read up to a moment; None is now."""
        if self.ended_at is None:
            return True
        return until is not None and self.ended_at > until


class CriticalReview(ClinicalRow):
    """That somebody has asked about critical information, when, and that there was none.

    Without it, "nothing registered" and "not asked" would look the same.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    record = models.OneToOneField(
        HealthRecord, on_delete=models.PROTECT, related_name="critical_review"
    )
    written_at = models.DateTimeField(_("spurt"))
    author_id = models.UUIDField()
    author_name = models.CharField(max_length=200)
    history = RecordHistory()

    class Meta:
        verbose_name = _("gjennomgang av kritisk informasjon")

    def __str__(self) -> str:
        return str(self.id)
