"""Exports that were made, and what is archived. They lie in `public` and hold no person's data."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from tenants.deciding import Decision


class Export(models.Model):
    """That everything of a municipality was taken out (uttak): as of when, and how to know it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="exports",
        verbose_name=_("kommune"),
    )
    moment = models.DateTimeField(_("slik det var"))
    fingerprint = models.CharField(_("fingeravtrykk"), max_length=64)

    class Meta:
        ordering = ("-moment",)
        verbose_name = _("uttak")
        verbose_name_plural = _("uttak")
        default_permissions = ("view",)
        indexes = (
            models.Index(fields=["municipality", "-moment"], name="export_newest"),
        )

    def __str__(self) -> str:
        return f"{self.municipality} {self.moment:%Y-%m-%d %H:%M}"


class Archiving(Decision):
    """That a municipality is closed for everybody and its schema kept (arkivering).

    Lifting one that is confirmed is taking the municipality into use again.
    """

    export = models.ForeignKey(
        Export, on_delete=models.PROTECT, related_name="+", verbose_name=_("uttak")
    )

    class Meta(Decision.Meta):
        verbose_name = _("arkivering")
        verbose_name_plural = _("arkiveringer")

    def __str__(self) -> str:
        return f"{self.municipality} {self.proposed_at:%d.%m.%Y}"
