"""Whom a GP's list or a health station's programme follows, and since when."""

from uuid import uuid4

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import (
    DateRangeField,
    RangeBoundary,
    RangeOperators,
)
from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.bases import Basis
from access.models import Unit
from journal.record.models.patient import HealthRecord, Patient
from journal.record.models.rows import IdentityRow, RecordHistory


class Programme(models.TextChoices):
    """What somebody is followed in: a GP's list, or one of a health station's programmes.

    Pregnancy has no programme here: the national age steps (kodeverk 9505) are a child's.
    """

    GP_LIST = "fastlege", _("Fastlegeliste")
    CHILD = "helsestasjon", _("Helsestasjon, 0–5 år")
    SCHOOL = "skole", _("Skolehelsetjeneste, 5–20 år")


class EndReason(models.TextChoices):
    """Why somebody is followed there no longer."""

    CHANGED = "byttet", _("Byttet")
    MOVED = "flyttet", _("Flyttet fra kommunen")
    COMPLETED = "fullfort", _("Fullført")
    DECLINED = "takket_nei", _("Ønsker ikke å være med")
    DEAD = "dod", _("Død")
    MISTAKE = "feil", _("Meldt inn ved en feil")


class Days(Func):
    """The half-open range from one day to another, open-ended when the last is null."""

    function = "DATERANGE"
    output_field = DateRangeField()


class Enrolment(IdentityRow):
    """Somebody is on a GP's list, or follows a programme (listeplass, innmelding; FHIR: EpisodeOfCare).

    `ends_on` is the first day he is there no longer, so that he who changes his GP is on
    the one list or the other every day.

    Source:
        forskrift om fastlegeordning i kommunene: everybody has one GP at a time.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    patient = models.ForeignKey(
        Patient, on_delete=models.PROTECT, related_name="enrolments"
    )
    record = models.ForeignKey(
        HealthRecord, on_delete=models.PROTECT, related_name="enrolments"
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("enhet"), on_delete=models.PROTECT, related_name="+"
    )
    programme = models.CharField(_("program"), max_length=12, choices=Programme)
    starts_on = models.DateField(_("fra og med"))
    ends_on = models.DateField(_("ut fra og med"), null=True, blank=True)
    end_reason = models.CharField(
        _("hvorfor"), max_length=12, choices=EndReason, blank=True
    )
    registered_at = models.DateTimeField(default=timezone.now, editable=False)
    history = RecordHistory()

    class Meta:
        verbose_name = _("innmelding på fastlegeliste eller i program")
        indexes = [models.Index(fields=["patient"], name="enrolment_patient")]
        constraints = [
            models.CheckConstraint(
                name="enrolment_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="enrolment_ends_for_a_reason",
                condition=Q(ends_on=None, end_reason="")
                | (Q(ends_on__isnull=False) & ~Q(end_reason="")),
            ),
            ExclusionConstraint(
                name="one_gp_and_one_of_each_programme_at_a_time",
                expressions=[
                    ("patient", RangeOperators.EQUAL),
                    ("programme", RangeOperators.EQUAL),
                    (
                        Days("starts_on", "ends_on", RangeBoundary()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def basis(self) -> Basis:
        """The ground it gives the unit."""
        is_gp_list = self.programme == Programme.GP_LIST
        return Basis.GP_LIST if is_gp_list else Basis.PROGRAMME
