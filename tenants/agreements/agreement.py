"""Agreements a municipality needs before patients' records are written: with whom, and signed when."""

import uuid
from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

# So long before an agreement ends, somebody has to begin with the next.
RENEW_WITHIN = timedelta(days=90)


class AgreementQuerySet(models.QuerySet["Agreement"]):
    """Questions about what is agreed."""

    def in_force_on(self, day: date) -> Self:
        """Those that are signed, and have neither ended nor been replaced by another."""
        not_ended = Q(valid_until=None) | Q(valid_until__gte=day)
        signed = "replacement__signed_on"
        not_replaced = Q(**{signed: None}) | Q(**{f"{signed}__gt": day})
        return self.filter(not_ended, not_replaced, signed_on__lte=day)

    def overdue_on(self, day: date) -> Self:
        """Those that should have been signed before a day, and are not."""
        return self.filter(signed_on=None, due_on__lt=day)

    def ending_soon_on(self, day: date) -> Self:
        """Those in force that end so soon that the next should be on its way."""
        return self.in_force_on(day).filter(valid_until__lte=day + RENEW_WITHIN)


class Agreement(models.Model):
    """What a municipality has agreed in writing about the record (avtale).

    One that is signed stays as it is; a new one replaces it, also when it is to end sooner.
    """

    class Kind(models.TextChoices):
        """What is agreed.

        The processor agreement is with the consortium (GDPR art. 28); one of a joint record
        is with an enterprise that shares the municipality's, such as a GP practice
        (pasientjournalloven § 9).
        """

        PROCESSOR = "processor", _("Databehandleravtale")
        JOINT_RECORD = "joint", _("Avtale om felles journal")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        "tenants.Municipality",
        on_delete=models.PROTECT,
        related_name="agreements",
        verbose_name=_("kommune"),
    )
    kind = models.CharField(_("slags"), max_length=9, choices=Kind)
    enterprise = models.CharField(
        _("virksomhet"),
        max_length=150,
        blank=True,
        help_text=_("Bare ved felles journal, for eksempel et fastlegekontor."),
    )
    enterprise_orgnr = models.CharField(
        _("virksomhetens organisasjonsnummer"), max_length=9, blank=True
    )
    due_on = models.DateField(_("frist for signering"), null=True, blank=True)
    signed_on = models.DateField(_("signert"), null=True, blank=True)
    signed_by = models.CharField(_("signert av"), max_length=150, blank=True)
    case_number = models.CharField(
        _("saksnummer i kommunen"), max_length=40, blank=True
    )
    valid_until = models.DateField(_("gjelder til og med"), null=True, blank=True)
    replaces = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replacement",
        verbose_name=_("erstatter"),
        help_text=_("Den gjelder til denne er signert."),
    )

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ("municipality__sort_key", "kind", "enterprise", "-signed_on")
        verbose_name = _("avtale")
        verbose_name_plural = _("avtaler")
        constraints = (
            models.CheckConstraint(
                name="joint_record_agreement_is_with_an_enterprise",
                condition=Q(kind="processor", enterprise="", enterprise_orgnr="")
                | Q(
                    ~Q(enterprise=""),
                    kind="joint",
                    enterprise_orgnr__regex=r"^[0-9]{9}$",
                ),
            ),
            models.CheckConstraint(
                name="agreement_is_signed_by_somebody_in_a_case",
                condition=Q(signed_on=None) | (~Q(signed_by="") & ~Q(case_number="")),
            ),
            models.CheckConstraint(
                name="agreement_ends_after_it_is_signed",
                condition=Q(valid_until=None)
                | Q(signed_on=None)
                | Q(valid_until__gte=F("signed_on")),
            ),
            models.UniqueConstraint(
                name="one_agreement_of_a_kind_waits_for_a_signature",
                fields=["municipality", "kind", "enterprise_orgnr"],
                condition=Q(signed_on=None),
                violation_error_message=_(
                    "En slik avtale venter allerede på å bli signert."
                ),
            ),
        )

    def __str__(self) -> str:
        signed = f"{self.signed_on:%d.%m.%Y}" if self.signed_on else ""
        parts = (self.get_kind_display(), self.municipality, self.enterprise, signed)
        return ", ".join(str(part) for part in parts if part)

    @property
    def is_replaced(self) -> bool:
        """Whether another, signed since, holds instead."""
        newer = Agreement.objects.filter(replaces=self.pk, signed_on__isnull=False)
        return newer.exists()
