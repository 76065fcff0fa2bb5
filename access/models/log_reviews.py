"""When the access log was last looked through, and what came of it."""

from typing import Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class LogReviewQuerySet(models.QuerySet["LogReview"]):
    """Questions about the runs."""

    def done(self) -> Self:
        """Those that came to their end, the newest first."""
        ended = self.filter(ended_at__isnull=False, has_failed=False)
        return ended.order_by("-began_at")


class LogReview(models.Model):
    """One run of the control of the access log (etterkontroll).

    It holds moments and numbers: the cases it made say the rest.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    # Nobody, when the clock asked for it.
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    events = models.PositiveIntegerField(default=0)
    made = models.PositiveIntegerField(default=0)
    drawn = models.PositiveIntegerField(default=0)
    has_failed = models.BooleanField(default=False)

    objects = LogReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("kontroll av tilgangsloggen")
        verbose_name_plural = _("kontroller av tilgangsloggen")
        indexes = [models.Index(fields=["-began_at"], name="log_review_newest")]
        constraints = [
            models.CheckConstraint(
                name="a_log_review_ends_after_it_began",
                condition=Q(ended_at=None) | Q(ended_at__gte=F("began_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.began_at:%d.%m.%Y %H.%M}"
