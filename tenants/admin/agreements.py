"""The consortium's list of agreements: who has signed, what is late, what ends soon."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import display

from access.admin_refusals import TellsRefusals
from access.forms.fields import DayField, OrgnrField
from tenants.admin.filters import (
    ClusterOfMunicipalityFilter,
    RegionOfMunicipalityFilter,
    WaveOfMunicipalityFilter,
)
from tenants.admin.lists import BeginsWithMunicipality
from tenants.admin.rights import NothingIsDeleted
from tenants.agreements.agreement import RENEW_WITHIN, Agreement

_PRINT_PAGE = "admin/tenants/agreement/print.html"


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
            "replaces",
        )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        signed: Any = self.fields.get("replaces")
        if signed is not None:
            free = Q(replacement=None) | Q(replacement=self.instance.pk)
            found = Agreement.objects.filter(free, signed_on__isnull=False)
            signed.queryset = found.select_related("municipality")
            signed.empty_label = _("Ingen")

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
        if refusal := _why_not_replace(told):
            self.add_error("replaces", refusal)
        return told


def _why_not_replace(told: dict[str, Any]) -> str:
    """Say why one agreement cannot take another's place; nothing when it can."""
    old: Agreement | None = told.get("replaces")
    same = ("municipality", "kind", "enterprise_orgnr")
    if old is None:
        return ""
    if any(getattr(old, field) != told.get(field) for field in same):
        return _now("Velg en av samme slags, med samme kommune og virksomhet.")
    if (signed_on := told.get("signed_on")) and signed_on < old.signed_on:
        return _now("Den er signert etter denne.")
    return ""


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


class AgreementAdmin(
    TellsRefusals, BeginsWithMunicipality, NothingIsDeleted, ModelAdmin
):
    """Data processor agreements, and those of a joint record with other enterprises.

    One that is signed is only read; a new one replaces it.
    """

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
    list_select_related = ("municipality", "replacement")
    list_per_page = 60
    readonly_fields: ClassVar[tuple[str, ...]] = ("show_ways",)

    def has_change_permission(
        self, request: HttpRequest, obj: Agreement | None = None
    ) -> bool:
        """What is signed stays; the database refuses it too."""
        is_signed = obj is not None and obj.signed_on is not None
        return super().has_change_permission(request, obj) and not is_signed

    def get_fields(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's
        obj: Agreement | None = None,
    ) -> Any:
        """Lead on from one that is stored."""
        fields = AgreementForm.Meta.fields
        return fields if obj is None else (*fields, "show_ways")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin a new agreement with what the one it replaces has."""
        given: dict[str, Any] = super().get_changeform_initial_data(request)
        try:
            old = Agreement.objects.filter(pk=str(given.get("replaces"))).first()
        except ValidationError:
            old = None
        same = ("municipality", "kind", "enterprise", "enterprise_orgnr")
        return given if old is None else given | model_to_dict(old, fields=same)

    @admin.display(description=_("Videre"))
    def show_ways(self, agreement: Agreement) -> str:
        """Lead to a page to print, and to a new agreement that replaces one that holds."""
        ways = [(reverse("admin:agreement_print", args=[agreement.pk]), _("Skriv ut"))]
        if agreement.signed_on and not agreement.is_replaced:
            new = f"{reverse('admin:tenants_agreement_add')}?replaces={agreement.pk}"
            ways.append((new, _("Erstatt med en ny avtale")))
        links = format_html_join("", '<li><a href="{}">{}</a></li>', ways)
        return format_html("<ul>{}</ul>", links)

    def get_urls(self) -> list[URLPattern]:
        """Add the address of the page to print."""
        page = self.admin_site.admin_view(self.print_page)
        own = path("<uuid:pk>/utskrift/", page, name="agreement_print")
        return [own, *super().get_urls()]

    def print_page(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Show an agreement as a page of its own, for paper or PDF."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = Agreement.objects.select_related("municipality", "replaces")
        agreement = get_object_or_404(found, pk=pk)
        _tone, state = self.show_state(agreement)
        context = {"agreement": agreement, "state": state, "now": timezone.now()}
        return render(request, _PRINT_PAGE, context)

    @display(  # type: ignore[untyped-decorator]
        description=_("Status"),
        label={
            "overdue": "danger",
            "unsigned": "default",
            "ended": "danger",
            "replaced": "default",
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
        newer = getattr(agreement, "replacement", None)
        if newer is not None and newer.signed_on:
            return "replaced", _("Erstattet")
        if agreement.valid_until is None:
            return "valid", _("Gjelder")
        if agreement.valid_until < today:
            return "ended", _("Utløpt")
        if agreement.valid_until <= today + RENEW_WITHIN:
            return "ending", _("Utløper snart")
        return "valid", _("Gjelder")
