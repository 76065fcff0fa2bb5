"""What the consortium asks to see of a municipality, as its own local administrator answers it."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action, display
from unfold.enums import ActionVariant

from access.admin_base import LocalAdministration, acting, administered
from access.matrix.selectors.in_force import decides_for_all
from access.models import SupportGrant
from access.services import support

State = SupportGrant.State
_COLOURS = {
    State.WAITING: "warning",
    State.OPEN: "danger",
    State.REFUSED: "default",
    State.ENDED: "default",
    State.OVER: "default",
}
# Which buttons a grant has, by how far it has come.
_BUTTONS = {State.WAITING: ("approve", "refuse"), State.OPEN: ("end_now",)}


class SupportGrantAdmin(LocalAdministration):
    """Approved, refused and ended by whoever administers the whole municipality."""

    asks_again_for = "rights"
    list_display = ("asked_by", "reason", "asked_at", "hours", "show_state", "until")
    list_select_related = ("decided_by",)
    actions = None
    actions_list = ()
    actions_submit_line = ("approve", "refuse", "end_now")
    readonly_fields: ClassVar = (
        "what_it_opens",
        "asked_by",
        "reason",
        "hours",
        "asked_at",
        "say_state",
        "decided_by",
        "until",
        "ended_at",
        "ended_by",
    )

    def _decides(self, request: HttpRequest) -> bool:
        return bool(administered(request)) and decides_for_all(acting(request))

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Only of the whole municipality."""
        return self._decides(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Only of the whole municipality."""
        return self._decides(request)

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """The consortium asks."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Only of the whole municipality."""
        return self._decides(request)

    def get_fields(
        self,
        request: HttpRequest,  # noqa: ARG002
        obj: SupportGrant | None = None,
    ) -> Any:
        """Leave out what has not happened."""
        if obj is None:
            return []
        return [
            f for f in self.readonly_fields if getattr(obj, f, self) not in (None, "")
        ]

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        *args: Any,
        **options: Any,
    ) -> HttpResponse:
        """Offer the buttons that do something: nothing is typed here."""
        context |= {"show_save": False, "show_save_and_continue": False}
        answer: HttpResponse = super().render_change_form(
            request, context, *args, **options
        )
        return answer

    def get_queryset(self, request: HttpRequest) -> QuerySet[SupportGrant]:  # noqa: ARG002
        """The newest first."""
        return SupportGrant.objects.order_by("-asked_at")

    def get_actions_submit_line(self, request: HttpRequest, object_id: Any) -> Any:
        """Offer what can be done now."""
        grant = SupportGrant.objects.filter(pk=object_id).first()
        offered = _BUTTONS.get(grant.state, ()) if grant else ()
        found = super().get_actions_submit_line(request, object_id)
        return [one for one in found if one.action_name.endswith(offered or ("-",))]

    def store(self, request: HttpRequest, obj: SupportGrant, form: Any) -> None:
        """Nothing is typed here; the buttons do what is done."""

    @action(description=_("Godkjenn"))  # type: ignore[untyped-decorator]
    def approve(self, request: HttpRequest, obj: SupportGrant) -> None:
        """Let the person of the consortium see the settings for the hours asked for."""
        support.answer(obj, is_approved=True, by=acting(request))
        messages.success(request, _now("Støttetilgangen er godkjent og gjelder nå."))

    @action(description=_("Avslå"), variant=ActionVariant.DANGER)  # type: ignore[untyped-decorator]
    def refuse(self, request: HttpRequest, obj: SupportGrant) -> None:
        """Say no."""
        support.answer(obj, is_approved=False, by=acting(request))
        messages.success(request, _now("Støttetilgangen er avslått."))

    @action(description=_("Avslutt nå"), variant=ActionVariant.DANGER)  # type: ignore[untyped-decorator]
    def end_now(self, request: HttpRequest, obj: SupportGrant) -> None:
        """End it before its time."""
        support.end(obj, by=acting(request))
        messages.success(request, _now("Støttetilgangen er avsluttet."))

    @display(description=_("Status"), label=_COLOURS)  # type: ignore[untyped-decorator]
    def show_state(self, grant: SupportGrant) -> tuple[str, str]:
        """How far it has come, in words with a colour beside."""
        return grant.state, str(grant.state.label)

    @admin.display(description=_("Status"))
    def say_state(self, grant: SupportGrant) -> str:
        """How far it has come, in words."""
        return str(grant.state.label)

    @admin.display(description=_("Hva det åpner"))
    def what_it_opens(self, _grant: SupportGrant) -> str:
        """Say what the person of the consortium may see, and what not."""
        return _now(
            "Enheter, regler for tilgang, rollematrisens versjon, antall kontoer og "
            "driftsstatus, bare til å lese. Ingen pasienter, ansatte eller "
            "tilgangslogg. Hver gang noen ser på det, står det i kommunens logg."
        )
