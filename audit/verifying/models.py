"""How verifications of the sealed log went: rows that only grow, for the auditor to see."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from audit.models import ClockTimestamp


class LogVerification(models.Model):
    """One verification of the log (etterprøving av loggen), and how far it came.

    Args:
        era: The tree it came to,
        size: how many leaves of it,
        root: and the root over them.
        since: from which leaf on; 0 for a verification of everything.
        events: how many events were looked at.
        faults: how many faults were found.
        wrong: what kind the first one is, by its name in `audit.verifying.findings`.
        event_id: which event it is about, where one can be named.
    """

    id = models.BigAutoField(primary_key=True)
    era = models.PositiveSmallIntegerField()
    size = models.BigIntegerField()
    root = models.BinaryField()
    since = models.BigIntegerField()
    events = models.BigIntegerField()
    faults = models.PositiveIntegerField()
    wrong = models.CharField(max_length=20, blank=True)
    event_id = models.UUIDField(null=True)
    verified_at = models.DateTimeField(db_default=ClockTimestamp())

    class Meta:
        app_label = "audit"
        verbose_name = _("etterprøving av loggen")
        constraints = (
            models.CheckConstraint(
                name="a_fault_is_of_a_kind",
                condition=models.Q(faults=0, wrong="")
                | models.Q(faults__gt=0) & ~models.Q(wrong=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.era}/{self.size}"
