"""Parts of the access log that auditors come back to."""

from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from access.models.units import Unit

_CODE_MOST = 64


def _codes() -> "ArrayField[list[str], list[str]]":
    return ArrayField(models.CharField(max_length=_CODE_MOST), default=list, blank=True)


class SavedFilter(models.Model):
    """A named part of the access log (lagret utvalg): codes and ids, nothing that was typed.

    No patient stands here: where it is about one, `reading_id` is the event by which the
    log was told so, and the log knows whom it concerns.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("navn"), max_length=60)
    is_shared = models.BooleanField(_("delt med andre revisorer"), default=False)
    saved_at = models.DateTimeField()
    # So many days that end with the one it is opened on; else the days themselves.
    days = models.PositiveSmallIntegerField(null=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    reading_id = models.UUIDField(null=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="+"
    )
    verbs = _codes()
    bases = _codes()
    pages = _codes()
    outcome = models.PositiveSmallIntegerField(null=True)
    purpose = models.CharField(max_length=12, blank=True)
    keyed_hash = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name = _("lagret utvalg")
        verbose_name_plural = _("lagrede utvalg")
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"], name="a_saved_filter_has_a_name_of_its_own"
            ),
            models.CheckConstraint(
                name="a_saved_filter_has_one_kind_of_period",
                condition=Q(days__gt=0, since=None, until=None)
                | Q(days=None, since__isnull=False, until__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name
