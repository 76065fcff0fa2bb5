"""The consortium's log, to be read; reading it is in the log too."""

from typing import Any, ClassVar

from django.apps import apps
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin

from access.consortium.log import EVERYTHING
from access.consortium.models import ConsortiumEvent
from access.consortium.pages import page_in_words
from access.consortium.roles import StaffRole

_ROLES = {role.value: role.label for role in StaffRole} | {EVERYTHING: _("Alt")}


class ConsortiumEventAdmin(ModelAdmin):
    """Who did and looked at what, the newest first."""

    list_display = (
        "stored_at",
        "who",
        "show_roles",
        "action",
        "show_page",
        "show_object",
        "detail",
    )
    list_display_links = None
    list_filter = ("action", ("stored_at", admin.DateFieldListFilter))
    search_fields = ("actor_name",)
    show_full_result_count = False
    list_per_page = 50
    fields: ClassVar = (*list_display, "address", "request_id")
    readonly_fields: ClassVar = fields
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Events come by themselves."""
        return False

    def has_change_permission(self, *_args: Any) -> bool:
        """What happened stays as it was told."""
        return False

    def has_delete_permission(self, *_args: Any) -> bool:
        """Nobody deletes."""
        return False

    @admin.display(description=_("hvem"), empty_value="–", ordering="actor_name")
    def who(self, event: ConsortiumEvent) -> str:
        """The person as the account was called then."""
        return event.actor_name

    @admin.display(description=_("roller"))
    def show_roles(self, event: ConsortiumEvent) -> str:
        """The roles the person had then."""
        return ", ".join(str(_ROLES.get(code, code)) for code in event.roles) or "–"

    @admin.display(description=_("side"))
    def show_page(self, event: ConsortiumEvent) -> str:
        """Which page it was."""
        return page_in_words(event.page) or "–"

    @admin.display(description=_("gjelder"))
    def show_object(self, event: ConsortiumEvent) -> str:
        """What it was about, as it is called now."""
        return _name_of(event.object_type, event.object_id)


def _name_of(model: str, pk: str) -> str:
    """Name a row; its kind alone when it is not there any more."""
    if not model:
        return "–"
    try:
        kind = apps.get_model(model)
        found = kind._default_manager.filter(pk=pk).first() if pk else None
    except (LookupError, ValueError, ValidationError):
        return "–"
    return str(found) if found else capfirst(str(kind._meta.verbose_name))
