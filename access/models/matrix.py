"""The role matrix (rollematrise): what is in force, and what the consortium has said of it."""

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from access.actions import Action
from access.roles import RecordKind, Role

if TYPE_CHECKING:
    _Codes = ArrayField[list[str], list[str]]

# Those who review or administer read no record, whatever a matrix says.
_READS_NO_RECORD = Q(role=Role.AUDITOR.value) | Q(role=Role.LOCAL_ADMIN.value)
_NOTHING = Q(reads__len=0, writes__len=0, signs__len=0, does__len=0)
# A record one may open stands in one's lists too.
_SEES_WHOSE = Q(does__contains=[Action.READ_IDENTITY.value])


def _codes() -> "_Codes":
    return ArrayField(models.CharField(max_length=40), default=list)


class MatrixRow(models.Model):
    """What one role may do in one kind of record; what is not listed is not allowed."""

    record_kind = models.CharField(
        _("journaltype"), max_length=12, choices=RecordKind, editable=False
    )
    role = models.CharField(_("rolle"), max_length=24, choices=Role, editable=False)
    reads = _codes()
    writes = _codes()
    signs = _codes()
    does = _codes()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_signs_what_it_writes_and_writes_what_it_reads",
                condition=Q(
                    signs__contained_by=F("writes"), writes__contained_by=F("reads")
                ),
            ),
            models.CheckConstraint(
                name="%(class)s_auditor_and_administrator_read_no_record",
                condition=~_READS_NO_RECORD | _NOTHING,
            ),
            models.CheckConstraint(
                name="%(class)s_who_does_anything_sees_whose_record_it_is",
                condition=_NOTHING | _SEES_WHOSE,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} – {self.get_record_kind_display()}"


class RoleRights(MatrixRow):
    """What one role may do in one kind of record: its cells of the role matrix (rollematrise).

    Published by the consortium, adapted by the municipality. The policy reads it in each
    decision, so a change counts from the next request. What is not listed is not allowed.
    """

    history = HistoricalRecords()

    class Meta(MatrixRow.Meta):
        abstract = False
        verbose_name = _("rettigheter for en rolle")
        verbose_name_plural = _("rollematrise")
        constraints = [
            *MatrixRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["record_kind", "role"], name="role_stands_once_in_the_matrix"
            ),
        ]


class PublishedRights(MatrixRow):
    """The same row as the consortium published it, in the version the municipality goes by.

    A copy, so that no row here depends on the shared schema. What differs from it in
    `RoleRights` is the municipality's own adaptation (lokal tilpasning).
    """

    class Meta(MatrixRow.Meta):
        abstract = False
        verbose_name = _("rettigheter slik konsortiet ga dem ut")
        verbose_name_plural = _("konsortiets rollematrise")
        constraints = [
            *MatrixRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["record_kind", "role"], name="role_stands_once_as_published"
            ),
        ]


class MatrixInForce(models.Model):
    """Which of the consortium's versions a municipality goes by (tatt i bruk); one row."""

    id = models.SmallIntegerField(primary_key=True, default=1, editable=False)
    number = models.PositiveIntegerField(_("versjon"))
    published_on = models.DateField(_("gitt ut"))
    adopted_at = models.DateTimeField(_("tatt i bruk"))
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("versjon av rollematrisen i bruk")
        verbose_name_plural = _("versjon av rollematrisen i bruk")
        constraints = [
            models.CheckConstraint(
                name="one_version_of_the_matrix_is_in_force", condition=Q(id=1)
            )
        ]

    def __str__(self) -> str:
        return str(self.number)
