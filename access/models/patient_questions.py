"""What a patient asks about accesses to his record, and the coded answer he is given.

He may demand to be told who has had access, and why (pasientjournalloven § 18). The
questions hold UUIDs, codes and moments; his words stand in `PatientWords`, behind the row
policy of the case.
"""

from calendar import monthrange
from datetime import date
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from access.models.review_cases import CaseOutcome, ReviewCase

_USER = settings.AUTH_USER_MODEL


class PatientAnswer(models.TextChoices):
    """What a patient is told of the accesses he asked about; never what the employee wrote."""

    NEEDED = "tjenstlig", _("Den ansatte trengte opplysningene i arbeidet sitt")
    MISTAKE = "feil", _("Journalen ble åpnet ved en feil, uten hensikt")
    UNSETTLED = "uavklart", _("Vi har ikke funnet ut hvorfor journalen ble åpnet")
    UNLAWFUL = "urett", _("Den ansatte hadde ikke rett til å åpne journalen")


# One case may concern several patients: none is told worse than what was concluded.
ANSWERS_BY_OUTCOME = {
    CaseOutcome.IN_ORDER: frozenset({PatientAnswer.NEEDED}),
    CaseOutcome.MISTAKE: frozenset({PatientAnswer.NEEDED, PatientAnswer.MISTAKE}),
    CaseOutcome.UNSETTLED: frozenset({PatientAnswer.NEEDED, PatientAnswer.UNSETTLED}),
    CaseOutcome.DEVIATION: frozenset(PatientAnswer),
}


def a_month_after(day: date) -> date:
    """The same day a month later, or the last of that month (GDPR article 12 no. 3)."""
    year, month = day.year + day.month // 12, day.month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


class PatientQuestion(models.Model):
    """A patient asks why somebody opened his record (krav om forklaring)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    case = models.ForeignKey(
        ReviewCase, on_delete=models.PROTECT, related_name="questions"
    )
    patient_id = models.UUIDField(db_index=True)
    record_id = models.UUIDField()
    asked_at = models.DateTimeField()
    written_by = models.ForeignKey(_USER, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=12, blank=True, choices=PatientAnswer)
    answered_at = models.DateTimeField(null=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("spørsmål fra en pasient")
        verbose_name_plural = _("spørsmål fra pasienter")
        constraints = [
            models.CheckConstraint(
                name="an_answer_to_a_patient_is_coded",
                condition=Q(answered_at=None, answer="")
                | (Q(answered_at__isnull=False) & ~Q(answer="")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_answer_display())

    @property
    def due_on(self) -> date:
        """The last day on which it is to be answered."""
        return a_month_after(timezone.localdate(self.asked_at))

    @property
    def is_late(self) -> bool:
        """Whether it should have been answered."""
        return self.answered_at is None and timezone.localdate() > self.due_on


class PatientWords(models.Model):
    """What the patient says, in his own words; it never changes.

    The row policy shows it only under a committed event whose target is the case.
    """

    question = models.OneToOneField(
        PatientQuestion, on_delete=models.PROTECT, related_name="+"
    )
    case = models.ForeignKey(ReviewCase, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(_USER, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    text = models.TextField(max_length=4000)

    class Meta:
        verbose_name = _("det en pasient spør om")

    def __str__(self) -> str:
        return str(self.written_at)
