"""Which municipalities there are, as the consortium's list and pages tell it."""

from typing import Any

from django.contrib import admin
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from tenants.admin.change_words import in_words
from tenants.models import Municipality
from tenants.registry.changes import ChangedMunicipality
from tenants.registry.periods import ceased_by, coming_after, in_force_on


class InForceFilter(admin.SimpleListFilter):
    """Those there are today, unless others are asked for; a search finds them all."""

    title = _("gyldighet")
    parameter_name = "gyldig"

    def lookups(self, *_args: Any) -> list[tuple[str, Any]]:
        """Name what else one may see."""
        return [
            ("opphort", _("Opphørte")),
            ("kommer", _("Kommer senere")),
            ("alle", _("Alle")),
        ]

    def choices(self, changelist: Any) -> Any:
        """Call what is shown when nothing is chosen what it is."""
        first, *others = super().choices(changelist)
        return [{**first, "display": _("Finnes i dag")}, *others]

    def queryset(
        self, request: HttpRequest, queryset: "QuerySet[Any]"
    ) -> "QuerySet[Any]":
        """Choose."""
        today = timezone.localdate()
        if self.value() == "opphort":
            return queryset.filter(ceased_by(today)).exclude(ceases_on=F("begins_on"))
        if self.value() == "kommer":
            return queryset.filter(coming_after(today)).exclude(
                ceases_on=F("begins_on"), ceases_on__isnull=False
            )
        if self.value() == "alle" or request.GET.get("q"):
            return queryset
        return queryset.filter(in_force_on(today))


class ShowsChanges:
    """Adds `show_changes`: from and to whom a municipality came, and when."""

    @admin.display(description=_("Kommuneendringer"), empty_value="–")
    def show_changes(self, municipality: Municipality) -> str | None:
        """The changes it was in, the oldest first, with a link to the others of each."""
        parts = ChangedMunicipality.objects.filter(municipality=municipality)
        told = parts.select_related("change", "municipality").order_by(
            "change__takes_effect_on"
        )
        lines = [(in_words(part), _links(part)) for part in told]
        if not lines:
            return None
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{} {}</li>", lines))


def _links(part: ChangedMunicipality) -> str:
    others = part.change.parts.exclude(pk=part.pk).select_related("municipality")
    return format_html_join(
        " ",
        '<a class="text-link" href="{}">{}</a>',
        (
            (
                reverse(
                    "admin:tenants_municipality_change", args=[one.municipality_id]
                ),
                one.municipality.name,
            )
            for one in others
        ),
    )
