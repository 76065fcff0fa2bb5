"""How far each municipality has come and with whom, as columns of the consortium's list."""

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from tenants.models import Municipality
from tenants.registry.periods import (
    begins_on,
    came_to_nothing,
    ceases_on,
    is_in_force,
)
from tenants.rollout.clusters import cluster_name
from tenants.rollout.models import Stage, stage_on
from tenants.suspending.models import Suspension

_STATE_COLOURS = {
    Municipality.State.LISTED: "default",
    Municipality.State.ACTIVE: "success",
    Municipality.State.CREATING: "info",
    Municipality.State.FAILED: "danger",
    Municipality.State.ARCHIVED: "warning",
    Municipality.State.DELETED: "default",
    "suspended": "warning",
    "ceased": "default",
    "ceased-active": "danger",
    "coming": "info",
}


class ShowsRollout:
    """Adds `show_state`, `show_stage` and `show_cluster`, and the first one in words."""

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch stage, cluster, suspension and period with the list."""
        decided = Suspension.objects.filter(
            municipality=OuterRef("pk"), confirmed_at__isnull=False, lifted_at=None
        )
        return (
            super()
            .get_queryset(request)  # type: ignore[misc]
            .annotate(
                present_stage=stage_on(timezone.localdate()),
                cluster_name=cluster_name(),
                begins_on=begins_on(),
                ceases_on=ceases_on(),
                suspended_on=Subquery(decided.values("takes_effect_on")[:1]),
            )
        )

    @display(description=_("Status"), ordering="state", label=_STATE_COLOURS)  # type: ignore[untyped-decorator]
    def show_state(self, municipality: Municipality) -> tuple[str, str]:
        """The state in words, with a colour beside it; what is no more, or suspended, first."""
        if found := _out_of_force(municipality):
            return found
        on = getattr(municipality, "suspended_on", None)
        if on is None or not municipality.is_active:
            return municipality.state, str(municipality.get_state_display())
        is_in_force = on <= timezone.localdate()
        say = _("Stanset fra %(day)s") if is_in_force else _("Stanses %(day)s")
        return "suspended", str(say) % {"day": f"{on:%d.%m.%Y}"}

    @admin.display(description=_("Status"))
    def show_state_in_words(self, municipality: Municipality) -> str:
        """The same on the municipality's own page."""
        _colour, said = self.show_state(municipality)
        return str(said)

    @admin.display(description=_("Trinn"), empty_value="–")
    def show_stage(self, municipality: Municipality) -> str | None:
        """How far it has come today."""
        stage = getattr(municipality, "present_stage", None)
        return str(Stage(stage).label) if stage else None

    @admin.display(description=_("Klynge"), ordering="cluster_name", empty_value="–")
    def show_cluster(self, municipality: Municipality) -> str | None:
        """Whom it comes with."""
        name: str | None = getattr(municipality, "cluster_name", None)
        return name


def _out_of_force(municipality: Municipality) -> tuple[str, str] | None:
    """What is said of one that is not there today; nothing of the others."""
    if is_in_force(municipality, timezone.localdate()):
        return None
    if came_to_nothing(municipality):
        return "ceased", str(_("Ble ikke opprettet"))
    ceased = getattr(municipality, "ceases_on", None)
    if ceased is None:
        begins = getattr(municipality, "begins_on", None)
        return "coming", str(_("Fra %(day)s")) % {"day": f"{begins:%d.%m.%Y}"}
    named = {"day": f"{ceased:%d.%m.%Y}"}
    if municipality.is_active:
        return "ceased-active", str(_("Opphørt %(day)s, men i drift")) % named
    return "ceased", str(_("Opphørt %(day)s")) % named
