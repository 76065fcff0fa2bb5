"""Where people work, as what, and which patients their units care for.

These tables hold UUIDs and codes only, and are the named exemptions from the row
policy: the decision "may I open this?" must be made before anything is open.
"""

from datetime import date, timedelta
from uuid import uuid4

from django.conf import settings
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
from access.roles import CODENAME_PREFIX, RecordKind, Role
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


class KnownRecord(models.Model):
    """What the policy knows of a record: that it exists, whose it is and of what kind."""

    record_id = models.UUIDField(primary_key=True)
    patient_id = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=12, choices=RecordKind)

    class Meta:
        verbose_name = _("kjent journal")

    def __str__(self) -> str:
        return str(self.record_id)


class Basis(models.TextChoices):
    """On what grounds a record is opened (grunnlag), weakest first."""

    ADMISSION = "admission", _("Tar imot en ny pasient")
    FORMER_EPISODE = "former_episode", _("Avsluttet opphold siste 14 dager")
    EPISODE = "episode", _("Aktivt opphold ved enheten")
    GRANT = "grant", _("Tidsbegrenset tilgang gitt av leder")
    TEAM = "team", _("Navngitt i behandlerteamet")


class CareRelation(models.Model):
    """Why a unit or a person has business with a record (behandlerrelasjon).

    Derived and stored by the features: an episode gives one to its unit, the care
    team one to each person named, a leader's grant one to the person it is for.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    record_id = models.UUIDField()
    patient_id = models.UUIDField()
    basis = models.CharField(max_length=24, choices=Basis)
    unit = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="+"
    )
    worker_id = models.UUIDField(null=True)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField(null=True)
    readable_until = models.DateTimeField(null=True)
    service_type = models.CharField(max_length=4, blank=True)
    source_id = models.UUIDField(null=True)
    granted_by_id = models.UUIDField(null=True)
    reason_code = models.CharField(max_length=24, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("behandlerrelasjon")
        indexes = [
            models.Index(fields=["record_id"], name="relation_record"),
            models.Index(fields=["patient_id"], name="relation_patient"),
            models.Index(fields=["unit", "valid_until"], name="relation_unit"),
            models.Index(fields=["worker_id", "valid_until"], name="relation_worker"),
            models.Index(fields=["source_id"], name="relation_source"),
        ]
        constraints = [
            models.CheckConstraint(
                name="relation_belongs_to_a_unit_or_a_worker",
                condition=Q(unit=None, worker_id__isnull=False)
                | Q(unit__isnull=False, worker_id=None),
            ),
            models.CheckConstraint(
                name="relation_ends_after_it_begins",
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="grant_has_an_end_and_a_giver",
                condition=~Q(basis="grant")
                | Q(
                    valid_until__isnull=False,
                    granted_by_id__isnull=False,
                    worker_id__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="former_episode_has_a_reading_bound",
                condition=~Q(basis="former_episode")
                | Q(readable_until__isnull=False, valid_until__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.basis} {self.record_id}"


class GrantReason(models.TextChoices):
    """Why a leader gives somebody time-limited access; coded, shown to the patient."""

    SUBSTITUTE = "vikar", _("Vikar eller ekstra bemanning")
    ASSISTANCE = "bistand", _("Faglig bistand til pasientens behandlere")
    SUPERVISION = "tilsyn", _("Tilsyn av annet helsepersonell")
    TRANSFER = "overforing", _("Forbereder overføring til annen enhet")


class LastWorkplace(models.Model):
    """Where a person worked last, so that the next shift is one tap away."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    unit_ids = ArrayField(models.UUIDField())

    class Meta:
        verbose_name = _("sist valgte arbeidssted")

    def __str__(self) -> str:
        return str(self.pk)


class FirstUserInvitation(models.Model):
    """A one-time link for the first local administrator of a new municipality.

    The link itself is shown once and never stored; only its SHA-256 is kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    token_hash = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("invitasjon til første bruker")

    def __str__(self) -> str:
        return str(self.id)
