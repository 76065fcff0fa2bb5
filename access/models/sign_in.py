"""What is remembered for the next sign-in, and for a municipality's first."""

from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from access.models.units import Unit


class LastWorkplace(models.Model):
    """Where a person worked last, so that the next shift is one tap away."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    unit_ids = ArrayField(models.UUIDField())

    class Meta:
        verbose_name = _("sist valgte arbeidssted")

    def __str__(self) -> str:
        return str(self.pk)


class FirstUserInvitation(models.Model):
    """A one-time link for the first local administrator of a new municipality.

    The link itself is shown once and never stored; only its SHA-256 is kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    token_hash = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("invitasjon til første bruker")

    def __str__(self) -> str:
        return str(self.id)
