"""The people around the patient, and what they may be told."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from access.norwegian_order import text_key
from journal.record.codes import FamilyRelation
from journal.record.models.patient import Patient
from journal.record.models.rows import IdentityRow, RecordHistory


class MayBeTold(models.TextChoices):
    """What the patient agrees that a relative is told."""

    ALL = "all", _("Alt")
    IMPORTANT = "important", _("Bare viktige endringer")
    NOTHING = "nothing", _("Ingenting")
    NOT_ASKED = "not_asked", _("Ikke avklart")


class RelatedPerson(IdentityRow):
    """A relative or representative (pårørende; FHIR: RelatedPerson)."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    patient = models.ForeignKey(
        Patient, on_delete=models.PROTECT, related_name="relatives"
    )
    linked_patient = models.ForeignKey(
        Patient, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # A keyed hash of the national id, so that his own family's record is closed to a worker.
    person_hash = models.CharField(
        max_length=80, blank=True, db_default="", default="", editable=False
    )
    name = models.CharField(_("navn"), max_length=200)
    kind = models.CharField(_("relasjon"), max_length=2, choices=FamilyRelation)
    phone = models.CharField(_("telefon"), max_length=20, blank=True)
    is_next_of_kin = models.BooleanField(_("nærmeste pårørende"), default=False)
    is_guardian = models.BooleanField(_("verge"), default=False)
    is_proxy = models.BooleanField(_("fullmektig"), default=False)
    may_be_told = models.CharField(
        _("kan få vite"), max_length=10, choices=MayBeTold, default=MayBeTold.NOT_ASKED
    )
    told_note = models.CharField(_("merknad"), max_length=200, blank=True)
    has_parental_responsibility = models.BooleanField(
        _("foreldreansvar"), default=False
    )
    parental_from = models.DateField(_("foreldreansvar fra"), null=True, blank=True)
    parental_until = models.DateField(_("foreldreansvar til"), null=True, blank=True)
    ended_on = models.DateField(_("ikke lenger pårørende fra"), null=True, blank=True)
    history = RecordHistory()

    class Meta:
        verbose_name = _("pårørende")
        constraints = [
            models.CheckConstraint(
                name="parental_responsibility_ends_after_it_begins",
                condition=Q(parental_until=None)
                | Q(parental_from=None)
                | Q(parental_until__gte=F("parental_from")),
            ),
            models.CheckConstraint(
                name="nobody_is_his_own_relative",
                condition=Q(linked_patient=None) | ~Q(linked_patient=F("patient")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def place_in_list(self) -> tuple[bool, bool, bool, str]:
        """Who decide or are told first stand first; equals as a Norwegian orders names."""
        return (
            not self.is_next_of_kin,
            not self.is_guardian,
            not self.is_proxy,
            text_key(self.name),
        )
