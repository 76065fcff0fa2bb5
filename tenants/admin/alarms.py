"""The consortium's list of alarms, and of who is told of them."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.admin import ModelAdmin
from unfold.decorators import display

from tenants.admin.filters import (
    ClusterOfMunicipalityFilter,
    WaveOfMunicipalityFilter,
)
from tenants.admin.rights import NothingIsDeleted
from tenants.alarms import services
from tenants.alarms.models import Alarm, AlarmReceiver


class GoingOnFilter(admin.SimpleListFilter):
    """Those that go on, unless others are asked for."""

    title = _("tilstand")
    parameter_name = "tilstand"

    def lookups(self, *_args: Any) -> list[tuple[str, Any]]:
        """Name the choices."""
        return [("over", _("Over")), ("alle", _("Alle"))]

    def choices(self, changelist: Any) -> Any:
        """Call the first choice what it is."""
        first, *others = super().choices(changelist)
        yield {**first, "display": _("Pågår")}
        yield from others

    def queryset(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's
        queryset: "QuerySet[Alarm]",
    ) -> "QuerySet[Alarm]":
        """Choose."""
        if self.value() == "alle":
            return queryset
        return queryset.filter(ended_at__isnull=self.value() != "over")


class AlarmAdmin(NothingIsDeleted, ModelAdmin):
    """What somebody has to look at; taking it on is all one can do here."""

    list_display = ("show_state", "municipality", "work", "why", "began_at", "told_at")
    list_display_links = ("municipality",)
    list_filter = (
        GoingOnFilter,
        "work",
        ClusterOfMunicipalityFilter,
        WaveOfMunicipalityFilter,
    )
    list_select_related = ("municipality",)
    search_fields = ("municipality__name",)
    fields: ClassVar = (
        "municipality",
        "work",
        "why",
        "what_to_do",
        "began_at",
        "told_at",
        "times_told",
        "accepted_at",
        "accepted_by",
        "ended_at",
    )
    readonly_fields: ClassVar = fields
    actions = ("accept",)
    change_form_template = "admin/tenants/alarm/change_form.html"

    def has_add_permission(self, *_args: Any) -> bool:
        """Alarms come by themselves."""
        return False

    @display(  # type: ignore[untyped-decorator]
        description=_("Tilstand"),
        label={"over": "success", "accepted": "info", "waiting": "danger"},
    )
    def show_state(self, alarm: Alarm) -> tuple[str, Any]:
        """Say in words how far it has come."""
        if alarm.ended_at:
            return "over", _("Over")
        if alarm.accepted_at:
            return "accepted", _("Tatt imot av %(who)s") % {"who": alarm.accepted_by}
        return "waiting", _("Ingen har tatt imot")

    @admin.display(description=_("Hva som er galt"))
    def why(self, alarm: Alarm) -> str:
        """The problem in words."""
        return alarm.why

    @admin.display(description=_("Slik går du fram"))
    def what_to_do(self, alarm: Alarm) -> str:
        """Where it says so; a link where the operator has published it."""
        where = services.runbook_of(alarm)
        if not where.startswith("http"):
            return where
        return format_html('<a class="text-link" href="{}">{}</a>', where, where)

    def save_model(
        self,
        request: HttpRequest,
        obj: Alarm,
        *_rest: Any,
        **_named: Any,
    ) -> None:
        """Do what the button says; nothing of an alarm is typed."""
        if "take_on" in request.POST:
            services.accept(obj, by=str(request.user.get_username()))

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Offer that one button, and none that stores."""
        alarm = self.get_object(request, object_id)
        is_waiting = alarm and not (alarm.ended_at or alarm.accepted_at)
        own = {
            "can_take_on": is_waiting and self.has_change_permission(request),
            "show_save": False,
            "show_save_and_continue": False,
        }
        answer: HttpResponse = super().change_view(
            request, object_id, form_url, {**(extra_context or {}), **own}
        )
        return answer

    @admin.action(description=_("Ta imot: jeg ser på det"), permissions=["change"])
    def accept(self, request: HttpRequest, chosen: "QuerySet[Alarm]") -> None:
        """Say that one takes them on; nobody is told of them any more."""
        by = str(request.user.get_username())
        for alarm in chosen:
            services.accept(alarm, by=by)
        said = ngettext(
            "%(count)s alarm er tatt imot.",
            "%(count)s alarmer er tatt imot.",
            len(chosen),
        )
        messages.success(request, said % {"count": len(chosen)})


class AlarmReceiverAdmin(NothingIsDeleted, ModelAdmin):
    """Who is told, and whether what is sent arrives."""

    list_display = (
        "address",
        "channel",
        "municipality",
        "is_active",
        "show_failures",
    )
    list_filter = ("channel", "is_active")
    list_select_related = ("municipality",)
    autocomplete_fields = ("municipality",)
    fields = ("municipality", "channel", "address", "is_active")

    @display(description=_("Kommer fram"), label={"no": "danger", "yes": "success"})  # type: ignore[untyped-decorator]
    def show_failures(self, receiver: AlarmReceiver) -> tuple[str, Any]:
        """Say whether the last that was sent arrived."""
        if not receiver.failures:
            return "yes", _("Ja")
        said = ngettext(
            "%(count)s mislyktes på rad",
            "%(count)s mislyktes på rad",
            receiver.failures,
        )
        return "no", said % {"count": receiver.failures}
