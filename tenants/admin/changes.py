"""The list of mergers, divisions and new numbers, and the page that records one.

As with the register's import: what would become of it is shown first, goes along in the page,
and is stored when it is confirmed and still the same (ADR 0007).
"""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms import HiddenInput
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import display

from tenants.admin.change_form import MunicipalityChangeForm
from tenants.admin.history import note_change
from tenants.admin.rights import NothingIsDeleted
from tenants.registry.changes import ChangedMunicipality, MunicipalityChange
from tenants.registry.changing.carrying_out import PlanChangedError, carry_out
from tenants.registry.changing.consequences import consequences_of
from tenants.registry.changing.moves import Plan

_PAGE = "admin/tenants/municipalitychange/record.html"
_COLOURS = {"ahead": "info", "done": "success"}


class MunicipalityChangeAdmin(NothingIsDeleted, ModelAdmin):
    """What has become of municipalities, and what will."""

    list_display = (
        "takes_effect_on",
        "kind",
        "show_before",
        "show_after",
        "show_state",
    )
    list_filter = ("kind",)
    search_fields = (
        "parts__municipality__name",
        "parts__name_before",
        "parts__number_before",
        "parts__number_after",
    )
    fields: ClassVar = (
        *list_display,
        "legal_basis",
        "decided_on",
        "recorded_by",
        "recorded_at",
    )
    readonly_fields: ClassVar = fields

    def has_change_permission(self, *_args: Any) -> bool:
        """What was recorded stays as it is."""
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch what became of whom with the list."""
        found = super().get_queryset(request)
        return found.prefetch_related("parts__municipality")

    @admin.display(description=_("Før"))
    def show_before(self, change: MunicipalityChange) -> str:
        """Those there were, as they were called."""
        return ", ".join(
            f"{part.number_before} {part.name_before}"
            for part in change.parts.all()
            if not part.comes
        )

    @admin.display(description=_("Etter"))
    def show_after(self, change: MunicipalityChange) -> str:
        """Those it became."""
        return ", ".join(
            f"{part.number_after} {part.name_after}"
            for part in change.parts.all()
            if not part.ceases
        )

    @display(description=_("Status"), label=_COLOURS)  # type: ignore[untyped-decorator]
    def show_state(self, change: MunicipalityChange) -> tuple[str, str]:
        """Whether its day has come."""
        if change.is_ahead:
            return "ahead", str(_("Planlagt"))
        return "done", str(_("Gjelder"))

    def add_view(
        self,
        request: HttpRequest,
        form_url: str = "",  # noqa: ARG002 - Django's
        extra_context: dict[str, Any] | None = None,  # noqa: ARG002
    ) -> HttpResponse:
        """Take what is filled in, show what it would do, and do it when that is confirmed."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = MunicipalityChangeForm(request.POST or None)
        if not form.is_valid() or form.plan is None or "edit" in request.POST:
            status = 422 if form.errors else 200
            return self._answer(request, {"form": form}, status=status)
        if "shown" in request.POST:
            return self._confirmed(request, form)
        return self._preview(request, form, form.plan)

    def _confirmed(
        self, request: HttpRequest, form: MunicipalityChangeForm
    ) -> HttpResponse:
        by, shown = str(request.user.get_username()), request.POST["shown"]
        try:
            with transaction.atomic():
                for change in carry_out(form.moves, form.decision, shown=shown, by=by):
                    self._log(request, change)
        except PlanChangedError as changed:
            say = _(
                "Noe er endret siden du så hva som ville skje, så ingenting er lagret. "
                "Her er det på nytt."
            )
            messages.warning(request, say)
            return self._preview(request, form, changed.plan, status=409)
        messages.success(request, _("Endringen er ført."))
        listed = reverse("admin:tenants_municipalitychange_changelist")
        return HttpResponseRedirect(listed)

    def _log(self, request: HttpRequest, change: MunicipalityChange) -> None:
        """Say in the history of each municipality what becomes of it, and in the change's own."""
        self.log_addition(request, change, [])
        for part in change.parts.select_related("municipality"):
            said = in_words(part)
            note_change(part.municipality, said, user_id=str(request.user.pk))

    def _preview(
        self,
        request: HttpRequest,
        form: MunicipalityChangeForm,
        plan: Plan,
        *,
        status: int = 200,
    ) -> HttpResponse:
        for field in form.fields.values():
            field.widget = HiddenInput()
        context = {"form": form, "plan": plan, "consequences": consequences_of(plan)}
        return self._answer(request, context, status=status)

    def _answer(
        self, request: HttpRequest, context: dict[str, Any], *, status: int
    ) -> HttpResponse:
        whole = {
            **self.admin_site.each_context(request),
            "title": _("Før sammenslåing, deling eller nytt nummer"),
            "opts": self.opts,
            **context,
        }
        return render(request, _PAGE, whole, status=status)


def in_words(part: ChangedMunicipality) -> str:
    """Say what became of one municipality by a change, and with whom."""
    change = part.change
    others = [one for one in change.parts.all() if one.pk != part.pk]
    named = {
        "day": f"{change.takes_effect_on:%d.%m.%Y}",
        "before": part.number_before,
        "after": part.number_after,
        "others": ", ".join(one.name_before or one.name_after for one in others),
    }
    is_merger = change.kind == MunicipalityChange.Kind.MERGER
    if part.ceases:
        into = next((one for one in others if not one.ceases), part)
        named["into"] = into.name_after
        say = _("Opphør %(day)s, ved sammenslåing til %(into)s.")
    elif part.comes and is_merger:
        say = _("Ny kommune %(day)s, ved sammenslåing av %(others)s.")
    elif part.comes:
        say = _("Ny kommune %(day)s, ved deling av %(others)s.")
    elif is_merger:
        say = _("Sammenslåing %(day)s med %(others)s. %(before)s → %(after)s.")
    elif change.kind == MunicipalityChange.Kind.SPLIT:
        say = _("Deling %(day)s, %(others)s blir egen kommune. %(before)s → %(after)s.")
    else:
        say = _("Nytt nummer %(day)s. %(before)s → %(after)s.")
    return str(say) % named
