"""Who is on duty where, and when."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from access.models.units import Unit


class Shift(models.Model):
    """A person is on duty at a unit for a time (vakt; FHIR: Slot of a Schedule).

    It gives no access of itself: together with an employment in force it makes of the
    unit's patients somebody's own, which is a stronger ground than being employed there.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("enhet"), on_delete=models.PROTECT, related_name="+"
    )
    valid_from = models.DateTimeField(_("fra"))
    valid_until = models.DateTimeField(_("til"))
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("vakt")
        verbose_name_plural = _("vakter")
        indexes = [
            models.Index(fields=["user", "valid_until"], name="shift_user"),
            models.Index(fields=["unit", "valid_from"], name="shift_unit"),
        ]
        constraints = [
            models.CheckConstraint(
                name="shift_ends_after_it_begins",
                condition=Q(valid_until__gt=F("valid_from")),
                violation_error_message=_("Vakten må slutte etter at den begynner."),
            ),
            models.UniqueConstraint(
                fields=["user", "unit", "valid_from"], name="a_shift_begins_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.valid_from:%d.%m.%Y %H.%M}"
