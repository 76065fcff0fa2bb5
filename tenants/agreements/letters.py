"""Letters of intent: one asked, one answer, and the signed letter as it came."""

import uuid
from datetime import date, datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# A worker that has not said how it went after so long, was killed.
SENDING_TAKES = timedelta(minutes=15)


class LetterOfIntentQuerySet(models.QuerySet["LetterOfIntent"]):
    """Questions about who has answered."""

    def open(self) -> Self:
        """Those that wait for an answer."""
        return self.filter(answered_at=None, withdrawn_at=None)

    def overdue_on(self, day: date) -> Self:
        """Those that should have been answered before a day: the silent ones."""
        return self.open().filter(answer_by__lt=day)

    def undelivered(self) -> Self:
        """Those that do not arrive."""
        return self.open().filter(failures__gt=0)

    def answerable_at(self, moment: datetime) -> Self:
        """Those whose code still lets somebody in."""
        return self.open().exclude(code_hash="").filter(code_expires_at__gt=moment)

    def to_be_sent_at(self, moment: datetime) -> Self:
        """Those that wait for background work, and that no worker is sending now."""
        free = Q(taken_at=None) | Q(taken_at__lt=moment - SENDING_TAKES)
        return self.open().filter(free, is_to_be_sent=True)


class LetterOfIntent(models.Model):
    """That a municipality is asked to say it will join, and its answer (intensjonserklæring)."""

    class Answer(models.TextChoices):
        """What the municipality says."""

        YES = "yes", _("Ja, kommunen har til hensikt å ta i bruk Akson")
        NO = "no", _("Nei, ikke nå")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="letters_of_intent",
        verbose_name=_("kommune"),
    )
    asked_at = models.DateTimeField(_("bedt om"), auto_now_add=True)
    asked_by = models.CharField(_("bedt om av"), max_length=150)
    answer_by = models.DateField(_("svarfrist"))
    # What the code is found by; the code itself is stored nowhere.
    code_hash = models.CharField(max_length=64, blank=True, editable=False)
    code_expires_at = models.DateTimeField(
        _("lenken virker til"), null=True, blank=True
    )
    is_to_be_sent = models.BooleanField(_("venter på sending"), default=True)
    # When a worker began to send it; one that was killed has it sent again by another.
    taken_at = models.DateTimeField(null=True, blank=True, editable=False)
    sent_at = models.DateTimeField(_("sist sendt"), null=True, blank=True)
    times_sent = models.PositiveIntegerField(_("ganger sendt"), default=0)
    failures = models.PositiveIntegerField(_("mislykte sendinger på rad"), default=0)
    withdrawn_at = models.DateTimeField(_("trukket tilbake"), null=True, blank=True)
    answered_at = models.DateTimeField(_("besvart"), null=True, blank=True)
    answer = models.CharField(_("svar"), max_length=3, choices=Answer, blank=True)
    case_number = models.CharField(
        _("saksnummer i kommunen"), max_length=40, blank=True
    )
    decided_on = models.DateField(_("vedtatt"), null=True, blank=True)
    signed_by = models.CharField(_("signert av"), max_length=150, blank=True)
    signed_by_title = models.CharField(_("stilling"), max_length=150, blank=True)

    objects = LetterOfIntentQuerySet.as_manager()

    class Meta:
        ordering = ("municipality__sort_key", "-asked_at")
        verbose_name = _("intensjonserklæring")
        verbose_name_plural = _("intensjonserklæringer")
        # Asked by an action, answered by the municipality.
        default_permissions = ("view", "change")
        constraints = (
            models.UniqueConstraint(
                name="municipality_has_one_open_letter_of_intent",
                fields=["municipality"],
                condition=Q(answered_at=None, withdrawn_at=None),
            ),
            models.UniqueConstraint(
                name="letter_of_intent_is_found_by_its_own_code",
                fields=["code_hash"],
                condition=~Q(code_hash=""),
            ),
            models.CheckConstraint(
                name="letter_of_intent_code_expires",
                condition=Q(code_hash="") | Q(code_expires_at__isnull=False),
            ),
            models.CheckConstraint(
                name="letter_of_intent_is_answered_whole",
                condition=Q(answered_at=None, answer="")
                | Q(
                    ~Q(case_number=""),
                    ~Q(signed_by=""),
                    ~Q(signed_by_title=""),
                    answered_at__isnull=False,
                    answer__in=("yes", "no"),
                    decided_on__isnull=False,
                    withdrawn_at=None,
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality}, {self.answer_by:%d.%m.%Y}"


class SignedLetter(models.Model):
    """The signed letter itself, as the municipality sent it (signert erklæring, PDF).

    A row and not a file: it is backed up with its letter, and no address leads to it but the
    administration's.
    """

    letter = models.OneToOneField(
        LetterOfIntent,
        on_delete=models.PROTECT,
        primary_key=True,
        related_name="signed",
        verbose_name=_("intensjonserklæring"),
    )
    content = models.BinaryField(_("innhold"))
    sha256 = models.CharField(_("kontrollsum"), max_length=64)
    received_at = models.DateTimeField(_("mottatt"), auto_now_add=True)

    class Meta:
        verbose_name = _("signert erklæring")
        verbose_name_plural = _("signerte erklæringer")
        default_permissions = ()

    def __str__(self) -> str:
        return self.sha256
