"""What the policy goes by, besides who works where and who has whom: the municipality's own rules."""

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from access.roles import RecordKind, Role

if TYPE_CHECKING:
    _Codes = ArrayField[list[str], list[str]]


def _codes() -> "_Codes":
    return ArrayField(models.CharField(max_length=40), default=list)


class RoleRights(models.Model):
    """What one role may do in one kind of record: its cells of the role matrix (rollematrise).

    Published by the consortium, adapted by the municipality. The policy reads it in each
    decision, so a change counts from the next request. What is not listed is not allowed.
    """

    record_kind = models.CharField(max_length=12, choices=RecordKind)
    role = models.CharField(max_length=24, choices=Role)
    reads = _codes()
    writes = _codes()
    signs = _codes()
    does = _codes()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("rettigheter for en rolle")
        verbose_name_plural = _("rollematrise")
        constraints = [
            models.UniqueConstraint(
                fields=["record_kind", "role"], name="role_stands_once_in_the_matrix"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} – {self.get_record_kind_display()}"


class UnitWide(models.TextChoices):
    """What working where the patient stays is worth by itself, with no closer relation."""

    MEASURED = "measured", _("Gir tilgang, og måles")
    STATED_NEED = "stated_need", _("Krever at behovet oppgis")


class AccessRules(models.Model):
    """The choices about access that a municipality makes for itself; one row."""

    id = models.SmallIntegerField(primary_key=True, default=1, editable=False)
    unit_wide = models.CharField(
        _("ansatt der pasienten er"),
        max_length=12,
        choices=UnitWide,
        default=UnitWide.MEASURED,
    )
    need_hours = models.PositiveSmallIntegerField(
        _("et oppgitt behov varer"), default=4
    )
    needs_second_factor = models.BooleanField(
        _("passord er ikke nok til å logge inn"), default=True
    )
    idle_minutes = models.PositiveSmallIntegerField(
        _("skjermen låses etter"), default=10
    )
    shared_idle_minutes = models.PositiveSmallIntegerField(
        _("skjermen låses på en delt enhet etter"), default=3
    )
    review_months = models.PositiveSmallIntegerField(
        _("tilganger kontrolleres hver"), default=6
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("kommunens regler for tilgang")
        verbose_name_plural = _("kommunens regler for tilgang")
        constraints = [
            models.CheckConstraint(
                name="a_municipality_has_one_set_of_rules", condition=models.Q(id=1)
            ),
            models.CheckConstraint(
                name="access_is_reviewed_within_two_years",
                condition=models.Q(review_months__range=(1, 24)),
            ),
            models.CheckConstraint(
                name="a_stated_need_lasts_hours_not_days",
                condition=models.Q(need_hours__range=(1, 24)),
            ),
            models.CheckConstraint(
                name="a_screen_is_hidden_within_the_hour",
                condition=models.Q(idle_minutes__range=(1, 60)),
            ),
            models.CheckConstraint(
                name="a_shared_screen_is_hidden_within_the_hour",
                condition=models.Q(shared_idle_minutes__range=(1, 60)),
            ),
        ]

    def __str__(self) -> str:
        return str(_("Kommunens regler for tilgang"))
