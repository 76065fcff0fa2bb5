"""What a witness remembers: of each log, whose signature it knows it by, and how far it was."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class WitnessedLog(models.Model):
    """A log, and the newest checkpoint of it that was cosigned (bevitnet logg).

    `note` is empty and `size` 0 before the first. The database lets `size` grow only.
    """

    origin = models.CharField(_("logg"), max_length=255, primary_key=True)
    vkeys = models.TextField(_("offentlige nøkler"))
    size = models.BigIntegerField(_("antall hendelser"), default=0)
    root = models.BinaryField(_("rot"), default=bytes)
    note = models.TextField(_("sjekkpunkt"), blank=True)
    seen_at = models.DateTimeField(_("sist sett"), null=True)

    class Meta:
        ordering = ("origin",)
        verbose_name = _("bevitnet logg")
        verbose_name_plural = _("bevitnede logger")
        default_permissions = ("view",)
        constraints = (
            models.CheckConstraint(
                name="witnessed_checkpoint_is_whole",
                condition=models.Q(note="", size=0)
                | models.Q(size__gte=0, seen_at__isnull=False) & ~models.Q(note=""),
            ),
        )

    def __str__(self) -> str:
        return self.origin
