"""That somebody went through who has access, and what he decided of each."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from access.models.units import Unit
from access.roles import Role


class AccessReview(models.Model):
    """Somebody went through who has access at a unit (periodisk kontroll av tilganger).

    Stored once and never changed, as the decisions in it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    unit = models.ForeignKey(
        Unit, verbose_name=_("enhet"), on_delete=models.PROTECT, related_name="+"
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    concluded_at = models.DateTimeField(_("gjort"))

    class Meta:
        verbose_name = _("kontroll av tilganger")
        verbose_name_plural = _("kontroller av tilganger")
        indexes = [models.Index(fields=["unit", "-concluded_at"], name="review_unit")]

    def __str__(self) -> str:
        return f"{self.unit} {self.concluded_at:%d.%m.%Y}"


class RightKind(models.TextChoices):
    """What sort of right is reviewed."""

    EMPLOYMENT = "employment", _("Ansettelse")
    SHIFT_LEADER = "shift_leader", _("Vaktleder")
    GRANT = "grant", _("Tidsbegrenset tilgang til én journal")


class ReviewedRight(models.Model):
    """What was decided of one right at a review (kontrollert tilgang), as it was then."""

    review = models.ForeignKey(
        AccessReview, on_delete=models.PROTECT, related_name="rights"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=12, choices=RightKind)
    right_id = models.CharField(max_length=36)
    role = models.CharField(max_length=24, blank=True, choices=Role)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField(null=True)
    is_confirmed = models.BooleanField(_("beholdt"))

    class Meta:
        verbose_name = _("kontrollert tilgang")
        verbose_name_plural = _("kontrollerte tilganger")
        constraints = [
            models.UniqueConstraint(
                fields=["review", "kind", "right_id"],
                name="a_right_is_decided_once_in_a_review",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.right_id}"
