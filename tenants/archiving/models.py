"""Exports that were made, and what is archived. They lie in `public` and hold no person's data."""

import uuid
from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tenants.deciding import Decision

# An archived municipality is kept this long before it can be deleted.
KEPT_FOR = timedelta(days=30)


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


class Deletion(Decision):
    """That an archived municipality's schema and roles are dropped (sletting).

    Decided here, done by an operator's command; the register keeps this and the rest.
    """

    done_at = models.DateTimeField(_("slettet"), null=True)
    fingerprint = models.CharField(_("fingeravtrykk"), max_length=64, blank=True)

    class Meta(Decision.Meta):
        verbose_name = _("sletting")
        verbose_name_plural = _("slettinger")
        constraints = (
            *Decision.Meta.constraints,
            models.CheckConstraint(
                name="deletion_is_done_as_decided_and_from_an_export",
                condition=Q(done_at=None, fingerprint="")
                | Q(done_at__isnull=False, confirmed_at__isnull=False, lifted_at=None)
                & ~Q(fingerprint=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality} {self.proposed_at:%d.%m.%Y}"
