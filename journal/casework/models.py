"""Applications for municipal services (søknader om helse- og omsorgstjenester)."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.codes import ServiceType
from access.models import Unit
from journal.record.models import HealthRecord, Patient
from journal.record.models.rows import IdentityRow, RecordHistory


class Applicant(models.TextChoices):
    """Who sent the application."""

    SELF = "selv", _("Personen selv")
    RELATIVE = "parorende", _("Pårørende")
    PROXY = "verge", _("Verge eller fullmektig")
    HOSPITAL = "sykehus", _("Sykehuset")
    GP = "fastlege", _("Fastlegen")
    MUNICIPALITY = "kommunen", _("Andre tjenester i kommunen")


class Outcome(models.TextChoices):
    """What an application came to (utfall)."""

    GRANTED = "innvilget", _("Innvilget")
    PARTLY = "delvis", _("Delvis innvilget")
    REFUSED = "avslag", _("Avslag")
    DISMISSED = "avvist", _("Avvist")
    WITHDRAWN = "trukket", _("Trukket av søkeren")
    LAPSED = "bortfalt", _("Bortfalt")


class Application(IdentityRow):
    """Somebody asks for services (søknad; FHIR: ServiceRequest); a case until it is closed.

    It says which services, as a stay does, and nothing of why: the reasons are in the
    assessment. So it is told to whoever may see the person's particulars.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    patient = models.ForeignKey(
        Patient, on_delete=models.PROTECT, related_name="applications"
    )
    record = models.ForeignKey(
        HealthRecord, on_delete=models.PROTECT, related_name="applications"
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("enhet"), on_delete=models.PROTECT, related_name="+"
    )
    services = ArrayField(
        models.CharField(max_length=4, choices=ServiceType), verbose_name=_("tjenester")
    )
    applicant = models.CharField(_("søkt av"), max_length=12, choices=Applicant)
    received_on = models.DateField(_("mottatt"))
    registered_at = models.DateTimeField(default=timezone.now, editable=False)
    replied_on = models.DateField(_("foreløpig svar sendt"), null=True, blank=True)
    outcome = models.CharField(_("utfall"), max_length=12, choices=Outcome, blank=True)
    closed_at = models.DateTimeField(_("avsluttet"), null=True, blank=True)
    history = RecordHistory()

    class Meta:
        verbose_name = _("søknad")
        constraints = [
            models.CheckConstraint(
                name="an_application_is_for_something",
                condition=Q(services__len__gt=0),
            ),
            models.CheckConstraint(
                name="an_application_is_closed_with_an_outcome",
                condition=Q(closed_at=None, outcome="")
                | (Q(closed_at__isnull=False) & ~Q(outcome="")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a decision."""
        return self.closed_at is None

    @property
    def services_text(self) -> str:
        """The services in words."""
        return ", ".join(str(ServiceType(code).label) for code in self.services)
