"""Whoever lets himself in: by a stated need, or in an emergency; and what came of it.

The tables hold UUIDs, codes and moments, like the care relations that follow from them.
What somebody writes in words is kept apart, in `EmergencyText`, behind a row policy of its own.
"""

from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from access.models.units import Unit
from access.roles import Role

# An emergency lasts four hours; it may be made longer once.
EMERGENCY_LASTS = timedelta(hours=4)
EMERGENCY_LONGEST = timedelta(hours=8)
# It is explained while it is remembered, and concluded as soon as a case of control.
EXPLAIN_WITHIN = timedelta(hours=48)
CONCLUDE_WITHIN = timedelta(days=14)


class NeedReason(models.TextChoices):
    """Why somebody needs a record nobody has let him into (domain.md 2.3); shown to the patient."""

    PATIENT_ASKS = "pasient_ber", _("Henvendelse fra pasienten")
    RELATIVE_ASKS = "parorende_ber", _("Henvendelse fra pårørende")
    CARER_ASKS = "behandler_ber", _("Henvendelse fra pasientens behandler")
    TAKES_PART = "deltar", _("Deltar i behandlingen")
    REPORTED = "meldt_pasient", _("Meldt pasient på vei til oss")
    SUPERVISES = "ser_til", _("Tilsyn av pasienten")
    OUTSIDE_RESULT = "eksternt_svar", _("Eksternt prøvesvar til vurdering")
    OTHER_PATIENT = "annen_pasient", _("Helsehjelp til en annen pasient")
    LEARNING = "laering", _("Egen læring eller kvalitetssikring")
    ADMINISTRATION = "administrasjon", _("Administrasjon av helsehjelp")
    INTERNAL_CONTROL = "internkontroll", _("Internkontroll")


class EmergencyReason(models.TextChoices):
    """Why it could not wait; coded, shown to the patient."""

    LIFE = "fare_for_liv", _("Fare for liv eller alvorlig helseskade")
    UNCONSCIOUS = "kan_ikke_svare", _("Pasienten kan ikke gjøre rede for seg")
    ACUTE = "akutt_forverring", _("Akutt skade, sykdom eller forverring")
    MEDICINE = "haster_legemiddel", _("Må vite om legemidler eller allergier nå")
    SAFETY = "fare_for_andre", _("Fare for andre menneskers liv eller helse")


class EmergencyOutcome(models.TextChoices):
    """What whoever reviewed an emergency access came to."""

    IN_ORDER = "i_orden", _("I orden. Tilgangen var nødvendig")
    OTHER_WAY = "annen_vei", _("Ment riktig, men det fantes en vanlig vei inn")
    DEVIATION = "avvik", _("Ikke i orden. Følges opp som avvik")


class _LetIn(models.Model):
    """What both have: who, to whose record, from where, and why."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    record_id = models.UUIDField()
    patient_id = models.UUIDField(db_index=True)
    worker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=24, choices=Role)
    began_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        abstract = True


class StatedNeed(_LetIn):
    """Somebody said himself what he needed a record for (oppgitt behov; selvautorisasjon)."""

    reason_code = models.CharField(max_length=24, choices=NeedReason)
    looked_at = models.DateTimeField(null=True)
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("oppgitt behov")
        verbose_name_plural = _("oppgitte behov")
        indexes = [models.Index(fields=["unit", "began_at"], name="need_unit")]
        constraints = [
            models.CheckConstraint(
                name="a_need_is_looked_at_by_somebody_else",
                condition=Q(looked_at=None, looked_by=None)
                | (
                    Q(looked_at__isnull=False, looked_by__isnull=False)
                    & ~Q(looked_by=F("worker"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_reason_code_display())


class EmergencyAccess(_LetIn):
    """Somebody opened one patient's record past the ordinary rules (nødtilgang, blålys).

    `ends_at` is when it closes at the latest; `ended_at` when the person ended it. The case
    stays open until it has been explained, and until somebody else has concluded.
    """

    reason_code = models.CharField(max_length=24, choices=EmergencyReason)
    extended_at = models.DateTimeField(null=True)
    extension_reason = models.CharField(
        max_length=24, blank=True, choices=EmergencyReason
    )
    ended_at = models.DateTimeField(null=True)
    explained_at = models.DateTimeField(null=True)
    concluded_at = models.DateTimeField(null=True)
    concluded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=12, blank=True, choices=EmergencyOutcome)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("nødtilgang")
        verbose_name_plural = _("nødtilganger")
        indexes = [
            models.Index(fields=["unit", "began_at"], name="emergency_unit"),
            models.Index(
                fields=["worker"],
                name="emergency_unexplained",
                condition=Q(explained_at=None),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="an_emergency_lasts_eight_hours_at_most",
                condition=Q(ends_at__gt=F("began_at"))
                & Q(ends_at__lte=F("began_at") + EMERGENCY_LONGEST),
            ),
            models.CheckConstraint(
                name="an_emergency_is_made_longer_for_a_reason",
                condition=Q(extended_at=None, extension_reason="")
                | (Q(extended_at__isnull=False) & ~Q(extension_reason="")),
            ),
            models.CheckConstraint(
                name="an_emergency_is_concluded_by_somebody_else",
                condition=Q(concluded_at=None, concluded_by=None, outcome="")
                | (
                    Q(concluded_at__isnull=False, concluded_by__isnull=False)
                    & ~Q(concluded_by=F("worker"))
                    & ~Q(outcome="")
                ),
            ),
            models.CheckConstraint(
                name="an_emergency_is_explained_before_it_is_concluded",
                condition=Q(concluded_at=None) | Q(explained_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_reason_code_display())

    @property
    def closed_at(self) -> datetime:
        """When the record closed to the person again."""
        return self.ended_at or self.ends_at

    @property
    def is_late(self) -> bool:
        """Whether it should have been explained, or concluded on, by now."""
        if self.concluded_at is not None:
            return False
        if self.explained_at is None:
            return timezone.now() > self.closed_at + EXPLAIN_WITHIN
        return timezone.now() > self.explained_at + CONCLUDE_WITHIN


class TextPart(models.TextChoices):
    """What is said in words about an emergency access."""

    EXPLANATION = "explanation", _("Forklaring")
    CONCLUSION = "conclusion", _("Kommentar fra den som konkluderte")


class EmergencyText(models.Model):
    """What was written about an emergency access, for those who review it (forklaring).

    It never reaches the citizen, and names no patient. The row policy shows it only under
    a committed event whose target is the case; nobody can change or remove it.
    """

    case = models.ForeignKey(
        EmergencyAccess, on_delete=models.PROTECT, related_name="+"
    )
    part = models.CharField(max_length=12, choices=TextPart)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField()
    text = models.TextField(max_length=4000)

    class Meta:
        verbose_name = _("forklaring på nødtilgang")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "part"], name="each_part_is_written_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_part_display())
