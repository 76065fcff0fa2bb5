"""What a person confirms himself with inside a page, and how often it went wrong."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class StepUp(models.Model):
    """A person's PIN, and the failures that close it (ny bekreftelse; step-up).

    A PIN opens nothing by itself: it counts only in a session its person has signed in,
    on the machine where he did. Failures are counted here, for the account, and not
    beside the sign-in's: those remember the form that was sent, with all that stood in it.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    # Django's password hash; empty when the person has chosen no PIN.
    pin_hash = models.CharField(max_length=128, blank=True)
    pin_set_at = models.DateTimeField(null=True)
    wrong_pins = models.PositiveSmallIntegerField(default=0)
    # Wrong passwords and one-time codes.
    failures = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("PIN-kode")
        verbose_name_plural = _("PIN-koder")

    def __str__(self) -> str:
        return str(self.pk)
