"""Contacts at a legevakt (henvendelser): who is there now, or on the telephone."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.models import Unit
from journal.record.models import HealthRecord, Patient
from journal.record.models.rows import IdentityRow, RecordHistory


class Arrival(models.TextChoices):
    """How somebody came to the legevakt."""

    SELF = "selv", _("Kom selv")
    PHONE = "telefon", _("Ringte")
    AMBULANCE = "ambulanse", _("Ambulanse")
    REFERRED = "henvist", _("Henvist")
    POLICE = "politi", _("Politi")


class Urgency(models.TextChoices):
    """How much it hurries (hastegrad), as judged on arrival."""

    RED = "rod", _("Rød – akutt")
    ORANGE = "oransje", _("Oransje – haster mye")
    YELLOW = "gul", _("Gul – haster")
    GREEN = "gronn", _("Grønn – vanlig")


class NoNote(models.TextChoices):
    """Why a contact is closed with no signed note."""

    LEFT = "gikk", _("Gikk før helsehjelpen begynte")
    ELSEWHERE = "vist_videre", _("Vist videre uten helsehjelp her")
    MISTAKE = "feil", _("Registrert ved en feil")


class Encounter(IdentityRow):
    """Somebody arrives at a legevakt, or calls it (kontakt; FHIR: Encounter, class EMER).

    Why he comes is in the note. How he came and how much it hurries is told to whoever
    may see his particulars, so that the list of who is there can be shown.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    patient = models.ForeignKey(
        Patient, on_delete=models.PROTECT, related_name="encounters"
    )
    record = models.ForeignKey(
        HealthRecord, on_delete=models.PROTECT, related_name="encounters"
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("legevakt"), on_delete=models.PROTECT, related_name="+"
    )
    arrival = models.CharField(_("kom"), max_length=12, choices=Arrival)
    arrived_at = models.DateTimeField(_("når"))
    registered_at = models.DateTimeField(default=timezone.now, editable=False)
    urgency = models.CharField(
        _("hastegrad"), max_length=12, choices=Urgency, blank=True
    )
    closed_at = models.DateTimeField(_("avsluttet"), null=True, blank=True)
    no_note = models.CharField(
        _("hvorfor ikke noe notat"), max_length=12, choices=NoNote, blank=True
    )
    history = RecordHistory()

    class Meta:
        verbose_name = _("kontakt ved legevakten")
        constraints = [
            models.UniqueConstraint(
                fields=["record", "unit"],
                condition=Q(closed_at=None),
                name="one_open_contact_per_person_and_unit",
            ),
            models.CheckConstraint(
                name="a_contact_closes_after_it_was_registered",
                condition=Q(closed_at=None) | Q(closed_at__gte=F("registered_at")),
            ),
            models.CheckConstraint(
                name="an_open_contact_lacks_no_note_yet",
                condition=Q(closed_at__isnull=False) | Q(no_note=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
