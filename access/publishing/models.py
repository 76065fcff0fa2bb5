"""The versions of the role matrix the consortium publishes (rollematrise), in the shared schema.

A municipality reads the published ones and copies what it takes into use; no row of its
own depends on these.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from access.models import MatrixRow


class MatrixVersion(models.Model):
    """One version of the role matrix: a draft, until it is published and never changes again."""

    number = models.PositiveIntegerField(_("versjon"), unique=True, editable=False)
    note = models.TextField(
        _("hva som er endret, og hvorfor"),
        blank=True,
        max_length=2000,
        help_text=_("Kommunene leser dette før de tar versjonen i bruk."),
    )
    published_at = models.DateTimeField(_("gitt ut"), null=True, editable=False)
    published_by = models.CharField(
        _("gitt ut av"), max_length=200, blank=True, editable=False
    )

    class Meta:
        ordering = ("-number",)
        verbose_name = _("versjon av rollematrisen")
        verbose_name_plural = _("rollematrisen")
        constraints = (
            models.CheckConstraint(
                name="a_published_matrix_says_what_changed",
                condition=Q(published_at=None) | ~Q(note=""),
            ),
            models.UniqueConstraint(
                name="one_matrix_at_a_time_is_a_draft",
                fields=["published_at"],
                condition=Q(published_at=None),
                nulls_distinct=False,
            ),
        )

    def __str__(self) -> str:
        return str(_("Versjon %(number)s") % {"number": self.number})

    @property
    def is_draft(self) -> bool:
        """Whether it may still be changed."""
        return self.published_at is None


class MatrixVersionRow(MatrixRow):
    """What a version lets one role do in one kind of record (rad i rollematrisen)."""

    version = models.ForeignKey(
        MatrixVersion,
        on_delete=models.CASCADE,
        related_name="rows",
        verbose_name=_("versjon"),
        editable=False,
    )

    class Meta(MatrixRow.Meta):
        abstract = False
        ordering = ("record_kind", "role")
        verbose_name = _("rolle")
        verbose_name_plural = _("roller")
        constraints = [
            *MatrixRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["version", "record_kind", "role"],
                name="role_stands_once_in_a_version",
            ),
        ]
