"""Stays and services at units, and the people named to give them."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from access.accounts.models import User
from access.codes import ServiceType
from access.models import Unit
from journal.record.models.patient import HealthRecord, Patient
from journal.record.models.rows import IdentityRow, RecordHistory


class Episode(IdentityRow):
    """A period in which a unit gives a person a service (opphold; FHIR: EpisodeOfCare)."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    patient = models.ForeignKey(
        Patient, on_delete=models.PROTECT, related_name="episodes"
    )
    record = models.ForeignKey(
        HealthRecord, on_delete=models.PROTECT, related_name="episodes"
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("enhet"), on_delete=models.PROTECT, related_name="+"
    )
    service_type = models.CharField(_("tjeneste"), max_length=4, choices=ServiceType)
    starts_at = models.DateTimeField(_("fra"))
    ends_at = models.DateTimeField(_("til"), null=True, blank=True)
    room = models.CharField(_("rom"), max_length=20, blank=True)
    bed = models.CharField(_("seng"), max_length=20, blank=True)
    decided_hours = models.CharField(_("vedtatte timer"), max_length=60, blank=True)
    decision_reference = models.CharField(_("vedtak"), max_length=60, blank=True)
    history = RecordHistory()

    class Meta:
        verbose_name = _("opphold eller tjeneste")
        indexes = [models.Index(fields=["record"], name="episode_record")]
        constraints = [
            models.CheckConstraint(
                name="episode_ends_after_it_starts",
                condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")),
                violation_error_message=_("Slutt må være etter start."),
            ),
            models.UniqueConstraint(
                fields=["record", "unit", "service_type"],
                condition=Q(ends_at=None),
                name="one_open_episode_per_service_and_unit",
                violation_error_message=_(
                    "Pasienten får allerede denne tjenesten ved enheten."
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def place_text(self) -> str:
        """Room and bed for a list, empty when the person lives at home: `204, seng 1`."""
        parts = [self.room, self.bed and f"{_('seng')} {self.bed}"]
        return ", ".join(part for part in parts if part)

    @property
    def place_words(self) -> str:
        """Room and bed in a sentence: `rom 204, seng 1`."""
        return f"{_('rom')} {self.place_text}" if self.room else self.place_text


class TeamFunction(models.TextChoices):
    """What a named person does for the patient."""

    PRIMARY_CONTACT = "primarkontakt", _("Primærkontakt")
    SERVICE_RESPONSIBLE = "tjenesteansvarlig", _("Tjenesteansvarlig")
    PHYSICIAN = "lege", _("Behandlende lege")
    MEMBER = "medlem", _("Med i behandlerteamet")


class CareTeamMember(IdentityRow):
    """A person named to follow the patient (behandlerteam; FHIR: CareTeam.participant)."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    patient = models.ForeignKey(
        Patient, on_delete=models.PROTECT, related_name="care_team"
    )
    record = models.ForeignKey(
        HealthRecord, on_delete=models.PROTECT, related_name="care_team"
    )
    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(_("funksjon"), max_length=20, choices=TeamFunction)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField(null=True, blank=True)
    history = RecordHistory()

    class Meta:
        verbose_name = _("navngitt i behandlerteamet")

    def __str__(self) -> str:
        return str(self.id)
