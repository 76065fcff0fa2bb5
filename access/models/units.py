"""Where people work, and as what."""

from datetime import date, timedelta
from uuid import uuid4

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import (
    ArrayField,
    DateTimeRangeField,
    RangeBoundary,
    RangeOperators,
)
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from guardian.models import UserObjectPermissionBase
from simple_history.models import HistoricalRecords

from access.codes import ServiceType
from access.orgnr import check_orgnr
from access.roles import CODENAME_PREFIX, Role
from access.sort_keys import SortKeyField


class Period(Func):
    """The half-open range from one moment to another, open-ended when the last is null."""

    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


class UnitKind(models.TextChoices):
    """Level of a unit in the municipality's tree."""

    ENTERPRISE = "enterprise", _("Virksomhet")
    DEPARTMENT = "department", _("Avdeling")
    WARD = "ward", _("Post")
    LIST = "list", _("Liste")


class Unit(models.Model):
    """An organisational unit (organisasjonsenhet; FHIR: Organization)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("hører til"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    path = ArrayField(models.UUIDField(), editable=False, default=list)
    kind = models.CharField(_("nivå"), max_length=12, choices=UnitKind)
    name = models.CharField(_("navn"), max_length=120)
    sort_key = SortKeyField("name")
    orgnr = models.CharField(
        _("organisasjonsnummer"), max_length=9, blank=True, validators=[check_orgnr]
    )
    service_type = models.CharField(
        _("tjenestetype"), max_length=4, blank=True, choices=ServiceType
    )
    phone = models.CharField(_("telefon"), max_length=20, blank=True)
    is_active = models.BooleanField(_("i bruk"), default=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("enhet")
        verbose_name_plural = _("enheter")
        ordering = ["sort_key"]
        permissions = [
            (f"{CODENAME_PREFIX}{role}", f"Arbeide som {label}")
            for role, label in (
                ("sykepleier", "sykepleier"),
                ("helsefagarbeider", "helsefagarbeider"),
                ("helsesykepleier", "helsesykepleier"),
                ("lege", "lege"),
                ("saksbehandler", "saksbehandler"),
                ("merkantil", "merkantil"),
                ("leder", "leder"),
                ("revisor", "revisor"),
                ("lokal_administrator", "lokal administrator"),
            )
        ]
        indexes = [GinIndex(fields=["path"], name="unit_path")]
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "name"], name="unit_names_differ_beside_each_other"
            ),
            models.CheckConstraint(
                name="enterprise_has_an_orgnr",
                condition=~Q(kind="enterprise") | ~Q(orgnr=""),
                violation_error_message=_(
                    "En virksomhet må ha et organisasjonsnummer."
                ),
            ),
            models.CheckConstraint(
                name="unit_orgnr_is_nine_digits_or_none",
                condition=Q(orgnr="") | Q(orgnr__regex=r"^[89]\d{8}$"),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Employment(UserObjectPermissionBase):
    """A person works at a unit in one role for a period (ansettelse; FHIR: PractitionerRole).

    It is guardian's permission on the unit, one permission per role, with a period.
    Only `access.policy` decides by it.
    """

    content_object = models.ForeignKey(
        Unit,
        verbose_name=_("enhet"),
        on_delete=models.PROTECT,
        related_name="employments",
    )
    valid_from = models.DateTimeField(_("fra"))
    valid_until = models.DateTimeField(_("til"), null=True, blank=True)
    # Given by whoever leads a shift, and so for a week at most.
    is_substitute = models.BooleanField(_("vikar"), default=False, editable=False)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ansettelse")
        verbose_name_plural = _("ansettelser")
        constraints = [
            models.CheckConstraint(
                name="employment_ends_after_it_begins",
                condition=Q(valid_until=None) | Q(valid_until__gt=F("valid_from")),
                violation_error_message=_("Sluttdato må være etter startdato."),
            ),
            models.CheckConstraint(
                name="substitute_is_there_for_a_week",
                # A week may have an hour more, when the clocks are put back.
                condition=Q(is_substitute=False)
                | Q(valid_until__lte=F("valid_from") + timedelta(days=7, hours=1)),
            ),
            ExclusionConstraint(
                name="one_employment_per_role_and_unit_at_a_time",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("content_object", RangeOperators.EQUAL),
                    ("permission", RangeOperators.EQUAL),
                    (
                        Period("valid_from", "valid_until", RangeBoundary()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message=_(
                    "Personen har allerede denne rollen ved enheten i perioden."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role.label} – {self.content_object}"

    @property
    def role(self) -> Role:
        """The role the permission stands for."""
        return Role(self.permission.codename.removeprefix(CODENAME_PREFIX))

    @property
    def first_day(self) -> date:
        """The day it begins, in Norway."""
        return timezone.localdate(self.valid_from)

    @property
    def last_day(self) -> date | None:
        """The last day it touches, in Norway; None when no end is set."""
        if self.valid_until is None:
            return None
        return timezone.localdate(self.valid_until - timedelta(microseconds=1))
