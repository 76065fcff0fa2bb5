"""Which modules each municipality has."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import display

from access.admin_refusals import TellsRefusals
from tenants import directory
from tenants.admin.filters import ClusterOfMunicipalityFilter, WaveOfMunicipalityFilter
from tenants.admin.lists import BeginsWithMunicipality
from tenants.admin.rights import NothingIsDeleted
from tenants.modules.models import ModuleSetting
from tenants.modules.registry import State


class ModuleSettingAdmin(
    TellsRefusals, BeginsWithMunicipality, NothingIsDeleted, ModelAdmin
):
    """Switched off for those who never use it; only read in, before it is closed to others."""

    list_display = ("municipality", "module", "show_state")
    list_filter = (
        "module",
        "state",
        ClusterOfMunicipalityFilter,
        WaveOfMunicipalityFilter,
    )
    list_select_related = ("municipality",)
    search_fields = ("municipality__name",)
    autocomplete_fields = ("municipality",)
    fields = ("municipality", "module", "state")

    def get_readonly_fields(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: ModuleSetting | None = None,
    ) -> tuple[str, ...]:
        """What a row is about stays."""
        return ("municipality", "module") if obj else ()

    def save_model(self, *row: Any, **options: Any) -> None:
        """Store it, and let every process know."""
        super().save_model(*row, **options)
        transaction.on_commit(directory.invalidate)

    @display(  # type: ignore[untyped-decorator]
        description=_("Status"),
        label={
            State.ON: "success",
            State.READING: "warning",
            State.OFF: "default",
        },
    )
    def show_state(self, setting: ModuleSetting) -> tuple[str, str]:
        """In words, with a colour beside."""
        return setting.state, str(State(setting.state).label)
