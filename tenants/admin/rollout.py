"""The consortium's screens for stages, and for what must be ready before a pilot."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import display

from access.admin_refusals import TellsRefusals
from tenants.admin.filters import (
    ClusterOfMunicipalityFilter,
    RegionOfMunicipalityFilter,
    WaveOfMunicipalityFilter,
)
from tenants.admin.forms import ReadinessForm, StageForm
from tenants.admin.lists import BeginsWithMunicipality
from tenants.admin.rights import NothingIsDeleted
from tenants.rollout.models import ReadinessCheck, RolloutStage
from tenants.rollout.services import StageRefusedError, come_to_stage


class RolloutStageAdmin(
    TellsRefusals, BeginsWithMunicipality, NothingIsDeleted, ModelAdmin
):
    """Each step each municipality has taken; added to, and never changed."""

    refusals = (StageRefusedError,)
    form = StageForm
    list_display = ("municipality", "stage", "begins_on", "note", "recorded_by")
    list_filter = (
        "stage",
        ClusterOfMunicipalityFilter,
        WaveOfMunicipalityFilter,
        RegionOfMunicipalityFilter,
        "municipality__county_name",
    )
    search_fields = ("municipality__name", "municipality__numbers__number")
    autocomplete_fields = ("municipality",)
    list_select_related = ("municipality",)
    list_per_page = 60

    def has_change_permission(self, *_args: Any) -> bool:
        """What happened stays as it was told."""
        return False

    def save_model(
        self,
        request: HttpRequest,
        obj: RolloutStage,
        form: "ModelForm[RolloutStage]",  # noqa: ARG002 - Django's
        change: bool,  # noqa: ARG002
    ) -> None:
        """Let the service decide and store."""
        stored = come_to_stage(
            obj.municipality,
            obj.stage,
            on=obj.begins_on,
            by=str(request.user.get_username()),
            note=obj.note,
        )
        obj.pk = stored.pk


class OverdueFilter(admin.SimpleListFilter):
    """Those that should have been done."""

    title = _("frist")
    parameter_name = "frist"

    def lookups(self, *_args: Any) -> list[tuple[str, Any]]:
        """Name the one choice."""
        return [("ute", _("Fristen er ute"))]

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's
        queryset: "QuerySet[ReadinessCheck]",
    ) -> "QuerySet[ReadinessCheck]":
        """Choose."""
        if self.value() != "ute":
            return queryset
        late = ReadinessCheck.objects.overdue_on(timezone.localdate())
        return queryset.filter(pk__in=late)


class ReadinessCheckAdmin(NothingIsDeleted, ModelAdmin):
    """What must be in place before each pilot: owner, date, evidence."""

    form = ReadinessForm
    list_display = ("municipality", "item", "show_state", "owner", "due_on", "done_on")
    list_filter = (
        "item",
        OverdueFilter,
        ("done_on", admin.EmptyFieldListFilter),
        ClusterOfMunicipalityFilter,
        WaveOfMunicipalityFilter,
        RegionOfMunicipalityFilter,
        "municipality__county_name",
    )
    search_fields = ("municipality__name", "owner")
    list_select_related = ("municipality",)
    list_per_page = 60
    readonly_fields: ClassVar[tuple[str, ...]] = ("municipality", "item")
    fields = (*readonly_fields, "owner", "owner_email", "due_on", "done_on", "evidence")

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """The list is made when the municipality comes to its agreement."""
        return False

    @display(  # type: ignore[untyped-decorator]
        description=_("Status"),
        label={"done": "success", "overdue": "danger", "waiting": "default"},
    )
    def show_state(self, check: ReadinessCheck) -> tuple[str, str]:
        """Done, overdue or still to do, in words with a colour beside."""
        if check.done_on:
            return "done", str(_("Gjort"))
        if check.due_on and check.due_on < timezone.localdate():
            return "overdue", str(_("Fristen er ute"))
        return "waiting", str(_("Gjenstår"))
