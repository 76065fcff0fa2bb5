"""How many people live in a municipality, as it was counted on a day."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class InhabitantCount(models.Model):
    """A municipality's inhabitants on one day (folkemengde), and who says so."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="inhabitant_counts",
        verbose_name=_("kommune"),
    )
    counted_on = models.DateField(_("telt"))
    inhabitants = models.PositiveIntegerField(_("innbyggere"))
    source = models.CharField(_("kilde"), max_length=200)
    is_example = models.BooleanField(_("eksempeltall"), default=False)
    recorded_by = models.CharField(_("ført av"), max_length=150)
    recorded_at = models.DateTimeField(_("ført"), auto_now=True)

    class Meta:
        ordering = ("municipality__sort_key", "-counted_on")
        verbose_name = _("innbyggertall")
        verbose_name_plural = _("innbyggertall")
        constraints = (
            models.UniqueConstraint(
                name="municipality_is_counted_once_a_day",
                fields=["municipality", "counted_on"],
            ),
            models.CheckConstraint(
                name="inhabitant_count_has_a_source", condition=~Q(source="")
            ),
        )

    def __str__(self) -> str:
        return str(self.inhabitants)
