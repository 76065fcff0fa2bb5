"""That municipalities were merged, divided, or got another number, and from what day."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class MunicipalityChangeQuerySet(models.QuerySet["MunicipalityChange"]):
    """Questions about what has changed, and will."""

    def standing(self) -> Self:
        """Those that were not withdrawn before their day."""
        return self.filter(withdrawn_on=None)


class MunicipalityChange(models.Model):
    """A change of which municipalities there are, or of a number (kommuneendring).

    `takes_effect_on` is the first day of what comes after it, mostly 1 January; it may be
    years ahead. Whoever ceases is told by the periods of its numbers, and by no state.
    Source of the words: inndelingslova § 3. That a border is moved between two which both
    go on (grensejustering) changes no number, and is told by the next count.
    """

    class Kind(models.TextChoices):
        """What is done."""

        MERGER = "merger", _("Sammenslåing")
        SPLIT = "split", _("Deling")
        NEW_NUMBER = "new_number", _("Nytt nummer")

    # After these, a municipality has others' inhabitants than before.
    REDRAWS = (Kind.MERGER, Kind.SPLIT)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("slag"), max_length=10, choices=Kind)
    takes_effect_on = models.DateField(_("gjelder fra"))
    legal_basis = models.CharField(_("vedtak"), max_length=300)
    decided_on = models.DateField(_("vedtatt dato"))
    recorded_by = models.CharField(_("ført av"), max_length=150)
    recorded_at = models.DateTimeField(_("ført"), auto_now_add=True)
    withdrawn_by = models.CharField(_("trukket tilbake av"), max_length=150, blank=True)
    withdrawn_on = models.DateField(_("trukket tilbake"), null=True)

    objects = MunicipalityChangeQuerySet.as_manager()

    class Meta:
        ordering = ("-takes_effect_on", "-recorded_at")
        verbose_name = _("kommuneendring")
        verbose_name_plural = _("kommuneendringer")
        default_permissions = ("view", "add")
        constraints = (
            models.CheckConstraint(
                name="municipality_change_is_of_a_known_kind",
                condition=Q(kind__in=("merger", "split", "new_number")),
            ),
            models.CheckConstraint(
                name="municipality_change_was_decided_before_it_takes_effect",
                condition=~Q(legal_basis="") & Q(decided_on__lte=F("takes_effect_on")),
            ),
            models.CheckConstraint(
                name="municipality_change_is_withdrawn_by_somebody_before_its_day",
                condition=Q(withdrawn_on=None, withdrawn_by="")
                | Q(withdrawn_on__lt=F("takes_effect_on")) & ~Q(withdrawn_by=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.takes_effect_on:%d.%m.%Y}"

    @property
    def is_ahead(self) -> bool:
        """Whether its day is still to come."""
        is_to_come = self.takes_effect_on > timezone.localdate()
        return is_to_come and self.withdrawn_on is None


class ChangedMunicipalityQuerySet(models.QuerySet["ChangedMunicipality"]):
    """Questions about what changes do to each."""

    def waiting(self) -> Self:
        """Those that stand and have not taken effect, the earliest first."""
        waiting = self.filter(applied_at=None, change__withdrawn_on=None)
        return waiting.order_by("change__takes_effect_on")

    def due_on(self, day: date) -> Self:
        """Those of them whose day has come by `day`."""
        return self.waiting().filter(change__takes_effect_on__lte=day)


class ChangedMunicipality(models.Model):
    """What a change does to one municipality (kommune i en kommuneendring).

    Without a number before, it came into being; without one after, it ceased. What it is
    called and where it belongs afterwards waits here until the day has come.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    change = models.ForeignKey(
        MunicipalityChange,
        on_delete=models.PROTECT,
        related_name="parts",
        verbose_name=_("kommuneendring"),
    )
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="changed_by",
        verbose_name=_("kommune"),
    )
    number_before = models.CharField(_("nummer før"), max_length=4, blank=True)
    number_after = models.CharField(_("nummer etter"), max_length=4, blank=True)
    name_before = models.CharField(_("navn før"), max_length=100, blank=True)
    name_after = models.CharField(_("navn etter"), max_length=100, blank=True)
    # These two are empty where it keeps what it has, which may be corrected meanwhile.
    county_name_after = models.CharField(_("fylke etter"), max_length=50, blank=True)
    orgnr_after = models.CharField(
        _("organisasjonsnummer etter"), max_length=9, blank=True
    )
    applied_at = models.DateTimeField(_("trådte i kraft"), null=True)

    objects = ChangedMunicipalityQuerySet.as_manager()

    class Meta:
        ordering = ("municipality__sort_key",)
        verbose_name = _("kommune i en kommuneendring")
        verbose_name_plural = _("kommuner i kommuneendringer")
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(
                name="municipality_is_in_a_change_once",
                fields=["change", "municipality"],
            ),
            models.CheckConstraint(
                name="changed_municipality_is_there_before_or_after",
                condition=~Q(number_before="") | ~Q(number_after=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.municipality}: {self.number_before} → {self.number_after}"

    @property
    def comes(self) -> bool:
        """Whether it came into being."""
        return not self.number_before

    @property
    def ceases(self) -> bool:
        """Whether it is no more."""
        return not self.number_after
