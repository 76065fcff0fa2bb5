"""What witnesses have said of the sealed log: that it grew, or that it did not.

All of it only grows. A cosignature is proved by the witness's key, not by the row.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from audit.models import ClockTimestamp


class LogCosignature(models.Model):
    """A witness's signature on a checkpoint (vitnets signatur), and when it says it signed."""

    pk = models.CompositePrimaryKey("era", "size", "witness", "moment")
    era = models.PositiveSmallIntegerField()
    size = models.BigIntegerField()
    witness = models.TextField()
    moment = models.BigIntegerField()
    line = models.TextField()
    stored_at = models.DateTimeField(db_default=ClockTimestamp())

    class Meta:
        app_label = "audit"
        verbose_name = _("signatur fra et vitne")

    def __str__(self) -> str:
        return f"{self.era}/{self.size} {self.witness}"


class LogRefusal(models.Model):
    """A witness's refusal of a tree: it has seen another one (vitnets nei).

    One for each tree and witness, the first. It stands for ever, as the tree is lost for
    who trusts that witness; a new tree begins without.
    """

    class Reason(models.TextChoices):
        """Why a witness says no."""

        SHORTER = "shorter", _("Loggen er kortere enn den vitnet har sett")
        FORKED = "forked", _("Loggen er en annen enn den vitnet har sett")

    pk = models.CompositePrimaryKey("era", "witness")
    era = models.PositiveSmallIntegerField()
    witness = models.TextField()
    size = models.BigIntegerField()
    reason = models.CharField(max_length=8, choices=Reason)
    refused_at = models.DateTimeField(db_default=ClockTimestamp())

    class Meta:
        app_label = "audit"
        verbose_name = _("nei fra et vitne")

    def __str__(self) -> str:
        return f"{self.era} {self.witness}"
