"""The consortium's way to help: what it asks to see, and the municipality's answer."""

import uuid
from datetime import datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_HOURS = 72


class SupportGrant(models.Model):
    """One person of the consortium may see the municipality's settings for some hours (støttetilgang).

    It lies in the municipality's own schema: the consortium's database role can neither
    read nor write it, so that a grant is worth what the municipality itself has stored.
    Never a patient: what it opens is named in `access.consortium.settings_shown`.
    """

    class State(models.TextChoices):
        """How far it has come."""

        WAITING = "waiting", _("Venter på svar fra kommunen")
        OPEN = "open", _("Gjelder nå")
        REFUSED = "refused", _("Avslått")
        ENDED = "ended", _("Avsluttet før tiden")
        OVER = "over", _("Tiden er ute")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # The account is the consortium's, in another schema: no foreign key reaches it.
    asked_by_id = models.UUIDField(editable=False)
    asked_by = models.CharField(_("bedt om av"), max_length=200)
    asked_at = models.DateTimeField(_("bedt om"), default=timezone.now)
    reason = models.CharField(
        _("hva det gjelder"),
        max_length=500,
    )
    hours = models.PositiveSmallIntegerField(
        _("antall timer"),
        default=4,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_HOURS)],
    )
    decided_at = models.DateTimeField(_("besvart"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("besvart av"),
    )
    until = models.DateTimeField(_("gjelder til"), null=True, editable=False)
    ended_at = models.DateTimeField(_("avsluttet"), null=True, editable=False)
    ended_by = models.CharField(
        _("avsluttet av"), max_length=200, blank=True, editable=False
    )

    class Meta:
        ordering = ("-asked_at",)
        verbose_name = _("støttetilgang")
        verbose_name_plural = _("støttetilganger")
        constraints = (
            models.CheckConstraint(
                name="support_lasts_some_hours",
                condition=Q(hours__range=(1, LONGEST_HOURS)),
            ),
            models.CheckConstraint(
                name="support_is_granted_by_somebody_until_a_time",
                condition=Q(until=None)
                | Q(
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                    until__gt=F("decided_at"),
                ),
            ),
            models.UniqueConstraint(
                name="support_is_asked_once_at_a_time",
                fields=["asked_by_id"],
                condition=Q(decided_at=None, ended_at=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.asked_by} {timezone.localtime(self.asked_at):%d.%m.%Y kl. %H.%M}"

    def state_at(self, moment: datetime) -> State:
        """Tell how far it has come."""
        if self.ended_at is not None:
            return self.State.ENDED
        if self.decided_at is None:
            return self.State.WAITING
        if self.until is None:
            return self.State.REFUSED
        return self.State.OPEN if moment < self.until else self.State.OVER

    @property
    def state(self) -> State:
        """How far it has come by now."""
        return self.state_at(timezone.now())
