"""What is counted of each municipality. It lies in the schema `public`: numbers alone."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


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
