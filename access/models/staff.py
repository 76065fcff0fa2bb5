"""Who may staff a shift, and when somebody last went through who has access."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from access.models.units import Unit


class ShiftLeader(models.Model):
    """A person staffs the shifts of a unit for a period, appointed by its leader (vaktleder).

    It lets him write the duty roster and take in substitutes there while he works there
    himself; it opens no record.
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
        verbose_name = _("vaktleder")
        verbose_name_plural = _("vaktledere")
        indexes = [models.Index(fields=["user", "valid_until"], name="shift_leader")]
        constraints = [
            models.CheckConstraint(
                name="shift_leader_ends_after_it_begins",
                condition=Q(valid_until__gte=F("valid_from")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit}"
