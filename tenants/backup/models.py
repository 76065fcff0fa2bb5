"""The backups that were made. They lie in the schema `public` and hold no person's data."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Backup(models.Model):
    """One backup of one municipality (sikkerhetskopi): as of when, and how to know it again."""

    class Way(models.TextChoices):
        """How it was made."""

        FILE = "file", _("En fil for kommunen")
        SERVER = "server", _("Hele databaseserveren")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="backups",
        verbose_name=_("kommune"),
    )
    way = models.CharField(_("måte"), max_length=6, choices=Way)
    moment = models.DateTimeField(_("slik det var"))
    bytes = models.PositiveBigIntegerField(_("størrelse i byte"), null=True)
    fingerprint = models.CharField(_("fingeravtrykk"), max_length=64, blank=True)

    class Meta:
        ordering = ("-moment",)
        verbose_name = _("sikkerhetskopi")
        verbose_name_plural = _("sikkerhetskopier")
        default_permissions = ("view",)
        indexes = (
            models.Index(fields=["municipality", "-moment"], name="backup_newest"),
        )

    def __str__(self) -> str:
        return f"{self.municipality} {self.moment:%Y-%m-%d %H:%M}"
