"""The consortium's register of municipalities and their host names.

Everything here lies in the schema `public` and holds no person's data.
"""

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from django_tenants.models import DomainMixin, TenantMixin

# Django finds the models of an app here.
from tenants.agreements.agreement import Agreement  # noqa: F401
from tenants.agreements.contacts import ContactPerson  # noqa: F401
from tenants.agreements.deadlines import DeadlineNotice  # noqa: F401
from tenants.agreements.letters import LetterOfIntent, SignedLetter  # noqa: F401
from tenants.alarms.models import Alarm, AlarmReceiver  # noqa: F401
from tenants.archiving.models import Archiving, Deletion, Export  # noqa: F401
from tenants.backup.models import Backup  # noqa: F401
from tenants.health import HealthReport  # noqa: F401
from tenants.modules.models import ModuleSetting  # noqa: F401
from tenants.registry.changes import ChangedMunicipality, MunicipalityChange  # noqa: F401
from tenants.registry.models import InhabitantCount  # noqa: F401
from tenants.registry.regions import region_of
from tenants.rollout.clusters import Cluster, ClusterMembership  # noqa: F401
from tenants.rollout.models import ReadinessCheck, RolloutStage  # noqa: F401
from tenants.running.models import StorageMeasure, UseCount  # noqa: F401
from tenants.schemas import SchemaTemplate  # noqa: F401
from tenants.suspending.models import Suspension  # noqa: F401

SCHEMA_NAME = r"^[a-z][a-z0-9_]{0,39}$"
RESERVED_SCHEMA_NAMES = ("public", "extensions", "information_schema")
# A label of letters, digits and hyphens; at least one dot; lower case.
_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
HOST_NAME = rf"^{_LABEL}(\.{_LABEL})+$"


class DateRange(Func):
    """PostgreSQL's half-open period between two dates; no end means for ever."""

    function = "daterange"
    output_field: ClassVar["models.Field[date, date]"] = models.DateField()


class Municipality(TenantMixin):
    """A Norwegian municipality (kommune), controller of the records in its schema.

    Its identity is `id`, and towards the world `orgnr`; the municipality number is an
    attribute with a period of validity, since numbers change when municipalities merge.
    """

    class State(models.TextChoices):
        """How far the municipality has come on the platform."""

        LISTED = "listed", _("Ikke startet")
        CREATING = "creating", _("Opprettes")
        ACTIVE = "active", _("I drift")
        FAILED = "failed", _("Mislyktes")
        ARCHIVED = "archived", _("Arkivert")
        DELETED = "deleted", _("Slettet")

    class Language(models.TextChoices):
        """The form of Norwegian a municipality has decided to use (målform)."""

        BOKMAL = "nb", _("Bokmål")
        NYNORSK = "nn", _("Nynorsk")
        NEUTRAL = "neutral", _("Nøytral")

    # Those whose schema is there: commands serve them, the screens only the first.
    WITH_SCHEMA = (State.ACTIVE, State.ARCHIVED)

    # Nobody works there any more.
    AFTERWARDS = (State.ARCHIVED, State.DELETED)

    auto_create_schema = False
    auto_drop_schema = False

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    orgnr = models.CharField(
        _("organisasjonsnummer"),
        max_length=9,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{9}$", _("Skriv ni sifre."))],
    )
    name = models.CharField(_("navn"), max_length=100)
    official_name = models.CharField(_("offisielt navn"), max_length=200)
    county_number = models.CharField(_("fylkesnummer"), max_length=2)
    county_name = models.CharField(_("fylke"), max_length=50)
    is_sami_area = models.BooleanField(
        _("i forvaltningsområdet for samisk språk"), default=False
    )
    language = models.CharField(
        _("målform"), max_length=7, choices=Language, default=Language.NEUTRAL
    )
    schema_name = models.CharField(
        _("skjema"),
        max_length=40,
        unique=True,
        validators=[
            RegexValidator(
                SCHEMA_NAME, _("Bruk bare små bokstaver fra a til z, tall og _.")
            )
        ],
    )
    state = models.CharField(
        _("status"), max_length=8, choices=State, default=State.LISTED
    )
    # Å comes last in Norwegian, but before Æ and Ø in Unicode; {, | and } follow z.
    sort_key = models.GeneratedField(
        expression=Func(
            Lower("name"), Value("æøå"), Value("{|}"), function="translate"
        ),
        output_field=models.CharField(max_length=100),
        db_persist=True,
    )

    class Meta:
        ordering = ("sort_key",)
        verbose_name = _("kommune")
        verbose_name_plural = _("kommuner")
        constraints = (
            models.CheckConstraint(
                name="municipality_orgnr_is_nine_digits_or_unknown",
                condition=Q(orgnr="") | Q(orgnr__regex=r"^[0-9]{9}$"),
            ),
            models.UniqueConstraint(
                name="municipality_orgnr_belongs_to_one",
                fields=["orgnr"],
                condition=~Q(orgnr=""),
            ),
            models.CheckConstraint(
                name="municipality_schema_name_is_plain",
                condition=Q(schema_name__regex=SCHEMA_NAME)
                & ~Q(schema_name__in=RESERVED_SCHEMA_NAMES)
                & ~Q(schema_name__startswith="pg_")
                & ~Q(schema_name__startswith="akson"),
            ),
            models.CheckConstraint(
                name="municipality_state_is_known",
                condition=Q(
                    state__in=(
                        *("listed", "creating", "active", "failed"),
                        *("archived", "deleted"),
                    )
                ),
            ),
            models.CheckConstraint(
                name="municipality_language_is_known",
                condition=Q(language__in=("nb", "nn", "neutral")),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_active(self) -> bool:
        """Whether its schema is complete, so that it can be worked in."""
        return self.state == self.State.ACTIVE

    @property
    def is_archived(self) -> bool:
        """Whether its schema is kept and nobody works in it."""
        return self.state == self.State.ARCHIVED

    @property
    def has_left(self) -> bool:
        """Whether it is archived, or deleted after that."""
        return self.state in self.AFTERWARDS

    @property
    def health_region(self) -> str:
        """The health region (helseregion) its county belongs to; empty if none is known."""
        return str(region_of(self.county_number))


class MunicipalityNumber(models.Model):
    """The four-digit number (kommunenummer) of a municipality in one period."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        related_name="numbers",
        verbose_name=_("kommune"),
    )
    number = models.CharField(
        _("kommunenummer"),
        max_length=4,
        validators=[RegexValidator(r"^[0-9]{4}$", _("Skriv fire sifre."))],
    )
    valid_from = models.DateField(_("gyldig fra"))
    valid_until = models.DateField(_("gyldig til"), null=True, blank=True)

    class Meta:
        ordering = ("valid_from",)
        verbose_name = _("kommunenummer")
        verbose_name_plural = _("kommunenumre")
        constraints = (
            models.CheckConstraint(
                name="municipality_number_is_four_digits",
                condition=Q(number__regex=r"^[0-9]{4}$"),
            ),
            models.CheckConstraint(
                # The same day: it was planned, and never was anybody's.
                name="municipality_number_ends_after_it_starts_or_never_was",
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
            ),
            ExclusionConstraint(
                name="municipality_has_one_number_at_a_time",
                expressions=[
                    ("municipality", RangeOperators.EQUAL),
                    (DateRange("valid_from", "valid_until"), RangeOperators.OVERLAPS),
                ],
            ),
            ExclusionConstraint(
                name="municipality_number_belongs_to_one_at_a_time",
                expressions=[
                    ("number", RangeOperators.EQUAL),
                    (DateRange("valid_from", "valid_until"), RangeOperators.OVERLAPS),
                ],
            ),
        )

    def __str__(self) -> str:
        return self.number


class Domain(DomainMixin):
    """A host name (vertsnavn) that leads to a municipality."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    domain = models.CharField(
        _("vertsnavn"),
        max_length=253,
        unique=True,
        validators=[RegexValidator(HOST_NAME, _("Skriv et vertsnavn."))],
    )

    class Meta:
        ordering = ("domain",)
        verbose_name = _("vertsnavn")
        verbose_name_plural = _("vertsnavn")
        constraints = (
            models.CheckConstraint(
                name="domain_is_a_host_name_in_lower_case",
                condition=Q(domain__regex=HOST_NAME),
            ),
            models.UniqueConstraint(
                name="municipality_has_one_primary_domain",
                fields=["tenant"],
                condition=Q(is_primary=True),
            ),
        )

    def __str__(self) -> str:
        return self.domain
