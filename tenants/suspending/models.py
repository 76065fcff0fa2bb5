"""Suspensions. They lie in the schema `public` and hold no patient's data."""

import uuid
from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# People are told this long ahead, counted from when it is decided.
NOTICE = timedelta(days=7)


class Suspension(models.Model):
    """That a municipality may only read from a day on (stans): proposed, confirmed, lifted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="suspensions",
        verbose_name=_("kommune"),
    )
    takes_effect_on = models.DateField(_("fra og med"))
    reason = models.CharField(_("begrunnelse"), max_length=300)
    proposed_by = models.CharField(_("foreslått av"), max_length=150)
    proposed_at = models.DateTimeField(_("foreslått"), auto_now_add=True)
    confirmed_by = models.CharField(_("bekreftet av"), max_length=150, blank=True)
    confirmed_at = models.DateTimeField(_("bekreftet"), null=True)
    lifted_by = models.CharField(_("opphevet av"), max_length=150, blank=True)
    lifted_at = models.DateTimeField(_("opphevet"), null=True)

    class Meta:
        ordering = ("-proposed_at",)
        verbose_name = _("stans")
        verbose_name_plural = _("stanser")
        default_permissions = ("view", "add", "change")
        constraints = (
            models.UniqueConstraint(
                name="municipality_has_one_suspension_at_a_time",
                fields=["municipality"],
                condition=Q(lifted_at=None),
            ),
            models.CheckConstraint(
                name="suspension_is_confirmed_by_another",
                condition=Q(confirmed_at=None, confirmed_by="")
                | Q(confirmed_at__isnull=False)
                & ~Q(confirmed_by="")
                & ~Q(confirmed_by=F("proposed_by")),
            ),
            models.CheckConstraint(
                name="suspension_is_lifted_by_somebody",
                condition=Q(lifted_at=None, lifted_by="")
                | Q(lifted_at__isnull=False) & ~Q(lifted_by=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality} {self.takes_effect_on:%d.%m.%Y}"

    @property
    def is_in_force(self) -> bool:
        """Whether nothing is written there now."""
        return (
            self.confirmed_at is not None
            and self.lifted_at is None
            and self.takes_effect_on <= timezone.localdate()
        )
