"""Alarms and their receivers. They lie in the schema `public` and hold no person's data.

An alarm is about a kind of work in a municipality: codes and moments, never what the work
was about.
"""

import uuid
from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tenants.health import HealthReport

# Nobody is told more often than this, and nobody is left in peace before it is taken on.
AGAIN_AFTER = timedelta(hours=1)


class AlarmReceiver(models.Model):
    """Who is told of alarms (varslingsmottaker): of one municipality, or of them all."""

    class Channel(models.TextChoices):
        """By what."""

        MAIL = "mail", _("E-post")
        WEBHOOK = "webhook", _("Webhook")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("kommune"),
        help_text=_("Uten kommune: varsles om alle."),
    )
    channel = models.CharField(_("måte"), max_length=8, choices=Channel)
    address = models.CharField(
        _("adresse"),
        max_length=300,
        help_text=_("E-postadressen, eller webhookens adresse, som begynner på https."),
    )
    is_active = models.BooleanField(_("varsles"), default=True)
    failures = models.PositiveIntegerField(_("mislykte sendinger på rad"), default=0)

    class Meta:
        ordering = ("municipality", "channel", "address")
        verbose_name = _("varslingsmottaker")
        verbose_name_plural = _("varslingsmottakere")
        constraints = (
            models.UniqueConstraint(
                name="a_receiver_is_named_once",
                fields=["municipality", "channel", "address"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="a_webhook_is_reached_in_secret",
                condition=~Q(channel="webhook") | Q(address__startswith="https://"),
            ),
        )

    def __str__(self) -> str:
        return self.address

    def clean(self) -> None:
        """Check that the address is one of its kind.

        Raises:
            ValidationError: it is not.
        """
        try:
            if self.channel == self.Channel.MAIL:
                validate_email(self.address)
            else:
                URLValidator(schemes=["https"])(self.address)
        except ValidationError as error:
            said = (
                _("Skriv en e-postadresse.")
                if self.channel == self.Channel.MAIL
                else _("Skriv en adresse som begynner på https://.")
            )
            raise ValidationError({"address": said}) from error


class AlarmQuerySet(models.QuerySet["Alarm"]):
    """Questions about alarms."""

    def going_on(self) -> Self:
        """Those whose cause is still there."""
        return self.filter(ended_at=None)

    def to_be_told(self, now: datetime) -> Self:
        """Those nobody has taken on, and that nobody was told of the last hour."""
        is_due = Q(told_at=None) | Q(told_at__lte=now - AGAIN_AFTER)
        return self.going_on().filter(is_due, accepted_at=None)


class Alarm(models.Model):
    """Something that somebody has to look at (alarm): it goes on until its cause is gone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.CASCADE,
        related_name="alarms",
        verbose_name=_("kommune"),
    )
    work = models.CharField(_("arbeid"), max_length=20, choices=HealthReport.Work)
    problem = models.CharField(
        _("stanset fordi"), max_length=20, choices=HealthReport.Problem, blank=True
    )
    began_at = models.DateTimeField(_("begynte"))
    told_at = models.DateTimeField(_("sist varslet"), null=True)
    times_told = models.PositiveIntegerField(_("ganger varslet"), default=0)
    accepted_at = models.DateTimeField(_("tatt imot"), null=True)
    accepted_by = models.CharField(_("tatt imot av"), max_length=200, blank=True)
    ended_at = models.DateTimeField(_("slutt"), null=True)

    objects = AlarmQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ("-began_at",)
        verbose_name = _("alarm")
        verbose_name_plural = _("alarmer")
        default_permissions = ("view", "change")
        constraints = (
            models.UniqueConstraint(
                name="work_has_one_alarm_at_a_time",
                fields=["municipality", "work"],
                condition=Q(ended_at=None),
            ),
            models.CheckConstraint(
                name="an_alarm_is_accepted_by_somebody",
                condition=Q(accepted_at=None, accepted_by="")
                | (Q(accepted_at__isnull=False) & ~Q(accepted_by="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality}: {self.get_work_display()}"

    @property
    def why(self) -> str:
        """What is wrong, in words."""
        if self.problem:
            return str(self.get_problem_display())
        if self.work == HealthReport.Work.SCHEMA:
            return str(_("Oppgraderingen mislyktes eller stanset"))
        return str(_("Det går for sent, eller ingen melder fra lenger"))

    @property
    def runbook(self) -> str:
        """Which heading of the runbook says what to do: the problem, else the work."""
        return self.problem or self.work
