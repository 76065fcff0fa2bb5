"""Decisions to erase the oldest part of the log, each by two persons, and what was erased.

All of it only grows. What the rows say is proved by the two events they name, which lie
sealed in the log itself.
"""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from audit.models import ClockTimestamp


class LogErasure(models.Model):
    """A proposal to erase an era's first leaves' events (forslag om sletting fra loggen)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    era = models.PositiveSmallIntegerField()
    leaves = models.BigIntegerField()
    before = models.DateTimeField()
    proposed_by = models.UUIDField()
    proposed_event = models.UUIDField(unique=True)
    proposed_at = models.DateTimeField(db_default=ClockTimestamp())

    class Meta:
        app_label = "audit"
        verbose_name = _("forslag om sletting fra tilgangsloggen")
        constraints = [
            # What a confirmation refers to, so that it cannot misname who proposed.
            models.UniqueConstraint(
                fields=["id", "proposed_by"], name="erasure_and_who_proposed_it"
            ),
            models.CheckConstraint(
                name="erasure_erases_something", condition=models.Q(leaves__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.era}/{self.leaves}"


class LogErasureConfirmation(models.Model):
    """That another person confirms a proposal: now it is decided (vedtak)."""

    erasure = models.OneToOneField(
        LogErasure, on_delete=models.DO_NOTHING, primary_key=True
    )
    proposed_by = models.UUIDField()
    confirmed_by = models.UUIDField()
    confirmed_event = models.UUIDField(unique=True)
    confirmed_at = models.DateTimeField(db_default=ClockTimestamp())

    class Meta:
        app_label = "audit"
        verbose_name = _("bekreftelse av sletting fra tilgangsloggen")
        constraints = [
            models.CheckConstraint(
                name="erasure_is_confirmed_by_another",
                condition=~models.Q(confirmed_by=models.F("proposed_by")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.erasure_id)


class LogErased(models.Model):
    """That a decided erasure was begun; only the owner's function writes it."""

    confirmation = models.OneToOneField(
        LogErasureConfirmation, on_delete=models.DO_NOTHING, primary_key=True
    )
    era = models.PositiveSmallIntegerField()
    leaves = models.BigIntegerField()
    began_at = models.DateTimeField(db_default=ClockTimestamp())

    class Meta:
        app_label = "audit"
        verbose_name = _("slettet del av tilgangsloggen")

    def __str__(self) -> str:
        return f"{self.era}/{self.leaves}"
