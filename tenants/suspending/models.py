"""Suspensions. They lie in the schema `public` and hold no patient's data."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tenants.deciding import Decision

# People are told this long ahead, counted from when it is decided.
NOTICE = timedelta(days=7)


class Suspension(Decision):
    """That a municipality may only read from a day on (stans): proposed, confirmed, lifted."""

    takes_effect_on = models.DateField(_("fra og med"))
    reason = models.CharField(_("begrunnelse"), max_length=300)

    class Meta(Decision.Meta):
        verbose_name = _("stans")
        verbose_name_plural = _("stanser")

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
