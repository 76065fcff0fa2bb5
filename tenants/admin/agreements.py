"""The consortium's list of agreements: who has signed, what is late, what ends soon."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import display

from access.forms.fields import DayField, OrgnrField
from tenants.admin.filters import (
    ClusterOfMunicipalityFilter,
    RegionOfMunicipalityFilter,
    WaveOfMunicipalityFilter,
)
from tenants.admin.rights import NothingIsDeleted
from tenants.agreements.agreement import RENEW_WITHIN, Agreement


class AgreementForm(forms.ModelForm):  # type: ignore[type-arg] # not subscriptable at run time
    """Who has agreed on what, by when it is to be signed, and who signed it."""

    enterprise_orgnr = OrgnrField(
        label=_("Virksomhetens organisasjonsnummer"), required=False
    )
    due_on = DayField(label=_("Frist for signering"), required=False)
    signed_on = DayField(label=_("Signert"), required=False)
    valid_until = DayField(label=_("Gjelder til og med"), required=False)

    class Meta:
        model = Agreement
        fields = (
            "municipality",
            "kind",
            "enterprise",
            "enterprise_orgnr",
            "due_on",
            "signed_on",
            "signed_by",
            "case_number",
            "valid_until",
        )

    def clean_signed_on(self) -> date | None:
        """What is signed is not still to come."""
        day: date | None = self.cleaned_data["signed_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("Datoen kan ikke være fram i tid."))
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse at its field what the database would refuse."""
        told = super().clean() or {}
        is_joint = told.get("kind") == Agreement.Kind.JOINT_RECORD
        for field in ("enterprise", "enterprise_orgnr"):
            if field in self.errors or bool(told.get(field)) == is_joint:
                continue
            say = _("Fyll ut virksomheten avtalen er med.")
            self.add_error(field, say if is_joint else _("Bare ved felles journal."))
        signed_on, valid_until = told.get("signed_on"), told.get("valid_until")
        for field in ("signed_by", "case_number"):
            if signed_on and not told.get(field) and field not in self.errors:
                self.add_error(field, _("Fyll ut dette når avtalen er signert."))
        if signed_on and valid_until and valid_until < signed_on:
            say = _("Avtalen kan ikke ende før den er signert.")
            self.add_error("valid_until", say)
        return told


class AgreementFilter(admin.SimpleListFilter):
    """How far agreements have come."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, *_args: Any) -> list[tuple[str, Any]]:
        """Name the choices."""
        return [
            ("forfalt", _("Fristen er ute")),
            ("usignert", _("Ikke signert")),
            ("gjelder", _("Gjelder nå")),
            ("utloper", _("Utløper snart")),
        ]

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's
        queryset: "QuerySet[Agreement]",
    ) -> "QuerySet[Agreement]":
        """Choose."""
        today = timezone.localdate()
        chosen = {
            "forfalt": Agreement.objects.overdue_on(today),
            "usignert": Agreement.objects.filter(signed_on=None),
            "gjelder": Agreement.objects.in_force_on(today),
            "utloper": Agreement.objects.ending_soon_on(today),
        }.get(self.value() or "")
        return queryset if chosen is None else queryset.filter(pk__in=chosen)


class AgreementAdmin(NothingIsDeleted, ModelAdmin):
    """Data processor agreements, and those of a joint record with other enterprises."""

    form = AgreementForm
    list_display = (
        "municipality",
        "kind",
        "enterprise",
        "show_state",
        "due_on",
        "signed_on",
        "valid_until",
    )
    list_filter = (
        AgreementFilter,
        "kind",
        ClusterOfMunicipalityFilter,
        WaveOfMunicipalityFilter,
        RegionOfMunicipalityFilter,
        "municipality__county_name",
    )
    search_fields = ("municipality__name", "enterprise", "enterprise_orgnr")
    autocomplete_fields = ("municipality",)
    list_select_related = ("municipality",)
    list_per_page = 60

    @display(  # type: ignore[untyped-decorator]
        description=_("Status"),
        label={
            "overdue": "danger",
            "unsigned": "default",
            "ended": "danger",
            "ending": "warning",
            "valid": "success",
        },
    )
    def show_state(self, agreement: Agreement) -> tuple[str, Any]:
        """How far it has come, in words with a colour beside."""
        today = timezone.localdate()
        if agreement.signed_on is None:
            is_late = agreement.due_on is not None and agreement.due_on < today
            late = "overdue", _("Fristen er ute")
            return late if is_late else ("unsigned", _("Ikke signert"))
        if agreement.valid_until is None:
            return "valid", _("Gjelder")
        if agreement.valid_until < today:
            return "ended", _("Utløpt")
        if agreement.valid_until <= today + RENEW_WITHIN:
            return "ending", _("Utløper snart")
        return "valid", _("Gjelder")
