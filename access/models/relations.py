"""Which records there are, and why somebody has business with them."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from access.bases import Basis
from access.models.units import Unit
from access.roles import RecordKind


class KnownRecord(models.Model):
    """What the policy knows of a record: that it exists, whose it is and of what kind."""

    record_id = models.UUIDField(primary_key=True)
    patient_id = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=12, choices=RecordKind)
    # How the person's address is protected; the database keeps it in step with the address.
    protection = models.CharField(max_length=20, db_default="ugradert", editable=False)

    class Meta:
        verbose_name = _("kjent journal")

    def __str__(self) -> str:
        return str(self.record_id)


class CareRelation(models.Model):
    """Why a unit or a person has business with a record (behandlerrelasjon).

    Derived and stored by the features: an episode gives one to its unit, the care
    team one to each person named, a leader's grant one to the person it is for. It is
    the access decision (tilgangsbeslutning) that the log refers to (`decision_ref`).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    record_id = models.UUIDField()
    patient_id = models.UUIDField()
    basis = models.CharField(max_length=24, choices=Basis)
    unit = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="+"
    )
    worker_id = models.UUIDField(null=True)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField(null=True)
    readable_until = models.DateTimeField(null=True)
    service_type = models.CharField(max_length=4, blank=True)
    source_id = models.UUIDField(null=True)
    granted_by_id = models.UUIDField(null=True)
    reason_code = models.CharField(max_length=24, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("behandlerrelasjon")
        indexes = [
            models.Index(fields=["record_id"], name="relation_record"),
            models.Index(fields=["patient_id"], name="relation_patient"),
            models.Index(fields=["unit", "valid_until"], name="relation_unit"),
            models.Index(fields=["worker_id", "valid_until"], name="relation_worker"),
            models.Index(fields=["source_id"], name="relation_source"),
        ]
        constraints = [
            models.CheckConstraint(
                name="relation_belongs_to_a_unit_or_a_worker",
                condition=Q(unit=None, worker_id__isnull=False)
                | Q(unit__isnull=False, worker_id=None),
            ),
            models.CheckConstraint(
                name="relation_ends_after_it_begins",
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="grant_has_an_end_and_a_giver",
                condition=~Q(basis="grant")
                | Q(
                    valid_until__isnull=False,
                    granted_by_id__isnull=False,
                    worker_id__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="what_one_takes_oneself_is_ones_own_and_ends",
                condition=~(Q(basis="need") | Q(basis="emergency"))
                | (
                    Q(worker_id__isnull=False, valid_until__isnull=False)
                    & ~Q(reason_code="")
                ),
            ),
            models.CheckConstraint(
                name="being_on_duty_is_not_stored",
                condition=~Q(basis="roster") & ~Q(basis="admission"),
            ),
            models.CheckConstraint(
                name="former_episode_has_a_reading_bound",
                condition=~Q(basis="former_episode")
                | Q(readable_until__isnull=False, valid_until__isnull=False),
            ),
            models.CheckConstraint(
                name="after_an_emergency_one_has_ones_own_for_a_time",
                condition=~Q(basis="after_emergency")
                | Q(
                    worker_id__isnull=False,
                    valid_until__isnull=False,
                    readable_until__isnull=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.basis} {self.record_id}"


class GrantReason(models.TextChoices):
    """Why a leader gives somebody time-limited access; coded, shown to the patient."""

    SUBSTITUTE = "vikar", _("Vikar eller ekstra bemanning")
    ASSISTANCE = "bistand", _("Faglig bistand til pasientens behandlere")
    SUPERVISION = "tilsyn", _("Tilsyn av annet helsepersonell")
    TRANSFER = "overforing", _("Forbereder overføring til annen enhet")
