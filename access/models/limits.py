"""What stands in the way of a ground: the patient's own blocks, and too close a tie."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from access.information import Information
from access.models.units import Unit
from access.roles import Role


class BlockedWhat(models.TextChoices):
    """How much a block closes."""

    ALL = "all", _("Hele journalen")
    KIND = "kind", _("Én type opplysninger")
    DOCUMENT = "document", _("Ett dokument")


class BlockedWhom(models.TextChoices):
    """Against whom a block holds."""

    PERSON = "person", _("En navngitt ansatt")
    ROLE = "role", _("En rolle")
    UNIT = "unit", _("En enhet")
    ALL = "all", _("Alle")


class Block(models.Model):
    """The patient closes something to somebody (sperring; pjl § 17, pbrl § 5-3).

    Two dimensions: what, and against whom. Against a named person it holds in an
    emergency as well; against others, emergency access goes past it. What is said when
    it is set is kept in the record, behind the door.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    record_id = models.UUIDField()
    patient_id = models.UUIDField(db_index=True)
    what = models.CharField(max_length=12, choices=BlockedWhat)
    kind = models.CharField(max_length=24, blank=True, choices=Information)
    document_id = models.UUIDField(null=True)
    whom = models.CharField(max_length=12, choices=BlockedWhom)
    worker_id = models.UUIDField(null=True)
    role = models.CharField(max_length=24, blank=True, choices=Role)
    unit = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="+"
    )
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField(null=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("sperring")
        verbose_name_plural = _("sperringer")
        indexes = [models.Index(fields=["record_id"], name="block_record")]
        constraints = [
            models.CheckConstraint(
                name="block_says_what",
                condition=Q(what="all", kind="", document_id=None)
                | (Q(what="kind", document_id=None) & ~Q(kind=""))
                | Q(what="document", kind="", document_id__isnull=False),
            ),
            models.CheckConstraint(
                name="block_says_whom",
                condition=Q(whom="all", worker_id=None, role="", unit=None)
                | Q(whom="person", worker_id__isnull=False, role="", unit=None)
                | (Q(whom="role", worker_id=None, unit=None) & ~Q(role=""))
                | Q(whom="unit", worker_id=None, role="", unit__isnull=False),
            ),
            models.CheckConstraint(
                name="block_ends_after_it_begins",
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()} – {self.get_whom_display()}"


class Tie(models.TextChoices):
    """What a worker is to a patient in private life."""

    SELF = "self", _("Samme person")
    FAMILY = "family", _("Nær familie eller samme husstand")


class PersonTie(models.Model):
    """A patient and somebody close to him, named by a keyed hash of the national id.

    A worker's account has the same hash (`User.person_hash`), so that the policy knows
    who would read of himself or of his own family, and no number is stored here.
    """

    patient_id = models.UUIDField(db_index=True)
    person_hash = models.CharField(max_length=80)
    tie = models.CharField(max_length=8, choices=Tie)

    class Meta:
        verbose_name = _("nært forhold")
        constraints = [
            models.UniqueConstraint(
                fields=["person_hash", "patient_id"], name="a_tie_is_told_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.get_tie_display())
