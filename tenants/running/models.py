"""What is counted of each municipality. It lies in the schema `public`: numbers alone."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tenants.modules.registry import Module

# Counted beside each module's units.
PEOPLE, UNITS = "people", "units"
# Fewer than so many, and more than none, are never told.
FEWEST = 5


class StorageMeasure(models.Model):
    """How much room a municipality's schema took on a day (lagringsplass)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("kommune"),
    )
    day = models.DateField(_("dag"))
    bytes = models.PositiveBigIntegerField(_("størrelse i byte"))

    class Meta:
        ordering = ("municipality", "-day")
        verbose_name = _("lagringsplass")
        verbose_name_plural = _("lagringsplass")
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(
                name="storage_is_measured_once_a_day", fields=["municipality", "day"]
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.day}"


def counted_choices() -> list[tuple[str, Any]]:
    """What is counted, in words; a function, so that a new module needs no migration."""
    return [
        (PEOPLE, _("Aktive brukere")),
        (UNITS, _("Enheter i bruk")),
        *Module.choices,
    ]


class UseCount(models.Model):
    """How many people, or units, used Akson in a municipality in a week (bruk i en uke).

    No count is one of fewer than five: what is said of one to four could be of somebody one
    knows. They are hidden before they leave the municipality.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("kommune"),
    )
    week_begins_on = models.DateField(_("uken begynner"))
    what = models.CharField(_("hva"), max_length=20, choices=counted_choices)
    count = models.PositiveIntegerField(_("antall"), null=True)

    class Meta:
        ordering = ("municipality", "-week_begins_on", "what")
        verbose_name = _("bruk i en uke")
        verbose_name_plural = _("bruk, uke for uke")
        default_permissions = ("view",)
        constraints = (
            models.UniqueConstraint(
                name="use_is_counted_once_a_week",
                fields=["municipality", "week_begins_on", "what"],
            ),
            models.CheckConstraint(
                name="use_by_one_to_four_is_never_told",
                condition=Q(count=None) | Q(count=0) | Q(count__gte=FEWEST),
            ),
            models.CheckConstraint(
                name="use_is_counted_by_weeks_from_monday",
                condition=Q(week_begins_on__iso_week_day=1),
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.week_begins_on} {self.what}"
