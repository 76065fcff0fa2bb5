"""The consortium's administration: who is in, by which host name, and how far started.

The classes are registered by `akson_project.admin_site`. Nothing here reads a
municipality's schema; what belongs to its people is reached by the hooks in settings.
"""

from typing import Any, ClassVar
from uuid import UUID

from django.conf import settings
from django.contrib import admin, messages
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from unfold.admin import ModelAdmin
from unfold.decorators import display

from tenants import directory, services
from tenants.admin.archiving import ArchivesMunicipalities
from tenants.admin.asking import AsksForLetters
from tenants.admin.backups import ShowsBackup
from tenants.admin.clusters import PutsInClusters
from tenants.admin.columns import ShowsRollout
from tenants.admin.filters import ClusterFilter, RegionFilter, StageFilter, WaveFilter
from tenants.admin.inlines import ContactInline, DomainForm, DomainInline, NumberInline
from tenants.admin.lists import lists_of
from tenants.admin.many import StartsMany
from tenants.admin.periods import InForceFilter, ShowsChanges
from tenants.admin.rights import NothingIsDeleted as NothingIsDeleted
from tenants.admin.stepping import StepsForward
from tenants.admin.suspending import SuspendsMunicipalities
from tenants.models import Domain, Municipality
from tenants.schemas import ProvisioningRun, SchemaUpgrade

_UPGRADE_COLOURS = {
    SchemaUpgrade.State.WAITING: "default",
    SchemaUpgrade.State.RUNNING: "info",
    SchemaUpgrade.State.DONE: "success",
    SchemaUpgrade.State.FAILED: "danger",
}


class MunicipalityAdmin(
    StartsMany,
    AsksForLetters,
    SuspendsMunicipalities,
    ArchivesMunicipalities,
    PutsInClusters,
    StepsForward,
    ShowsRollout,
    ShowsBackup,
    ShowsChanges,
    NothingIsDeleted,
    ModelAdmin,
):
    """The 357 municipalities, and the buttons that start one or many."""

    list_display = (
        "name",
        "county_name",
        "show_stage",
        "show_cluster",
        "show_state",
        "show_upgrade",
        "show_backup",
        "show_host",
        "language",
    )
    list_filter = (
        InForceFilter,
        "state",
        StageFilter,
        ClusterFilter,
        WaveFilter,
        RegionFilter,
        "county_name",
        "language",
        "is_sami_area",
        "upgrade__state",
    )
    search_fields = ("name", "official_name", "numbers__number", "orgnr")
    ordering = ("sort_key",)
    list_per_page = 60
    actions = (
        "start_chosen",
        "ask_for_letters",
        "step_forward",
        "put_in_cluster",
        "take_out_of_cluster",
    )
    inlines = (DomainInline, NumberInline, ContactInline)
    readonly_fields: ClassVar[tuple[str, ...]] = (
        "name",
        "official_name",
        "orgnr",
        "county_name",
        "schema_name",
        "show_changes",
        "show_sami_area",
        "show_stage",
        "show_cluster",
        "show_state_in_words",
        "show_upgrade_story",
    )
    fields = (*readonly_fields, "language")
    change_form_template = "admin/tenants/municipality/change_form.html"

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Municipalities come from the register."""
        return False

    @display(  # type: ignore[untyped-decorator]
        description=_("Skjema"), ordering="upgrade__state", label=_UPGRADE_COLOURS
    )
    def show_upgrade(self, municipality: Municipality) -> tuple[str, str] | None:
        """How far the latest upgrade of its schema has come; none since it was made."""
        upgrade = _upgrade_of(municipality)
        if upgrade is None:
            return None
        return upgrade.state, str(upgrade.get_state_display())

    @admin.display(description=_("Siste oppgradering"), empty_value="–")
    def show_upgrade_story(self, municipality: Municipality) -> str | None:
        """How it went, when, and what was wrong."""
        upgrade = _upgrade_of(municipality)
        if upgrade is None:
            return None
        moment = timezone.localtime(upgrade.touched_at)
        said = f"{upgrade.get_state_display()} {moment:%d.%m.%Y kl. %H.%M}"
        return f"{said}: {upgrade.error}" if upgrade.error else said

    @admin.display(description=_("i forvaltningsområdet for samisk språk"))
    def show_sami_area(self, municipality: Municipality) -> str:
        """Say it in words: a red cross would look like something wrong."""
        return str(_("Ja") if municipality.is_sami_area else _("Nei"))

    @admin.display(description=_("Vertsnavn"), empty_value="–")
    def show_host(self, municipality: Municipality) -> str | None:
        """The primary host name."""
        names = [d.domain for d in municipality.domains.all() if d.is_primary]
        return names[0] if names else None

    def get_queryset(self, request: HttpRequest) -> Any:
        """Fetch the host names and the upgrades with the list."""
        found = super().get_queryset(request).select_related("upgrade")
        return found.prefetch_related("domains")

    def save_formset(
        self,
        request: HttpRequest,
        form: "ModelForm[Municipality]",
        formset: "BaseInlineFormSet[Domain, Municipality, DomainForm]",
        change: bool,
    ) -> None:
        """Store the host names, and let every process know them."""
        super().save_formset(request, form, formset, change)
        directory.invalidate()

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Lead to the latest start too: how it went, and the first user's link."""
        municipality = self.get_object(request, object_id)
        if municipality is not None:
            extra_context = {
                **(extra_context or {}),
                "latest_run": municipality.runs.first(),
                "can_be_started": self._can_start(request, municipality),
                "lists": lists_of(request, municipality),
            }
        answer: HttpResponse = super().change_view(
            request, object_id, form_url, extra_context
        )
        return answer

    def get_urls(self) -> list[URLPattern]:
        """Add the start button's address and the progress page's."""
        site = self.admin_site.admin_view
        own = [
            path("<uuid:pk>/start/", site(require_POST(self.start)), name="start"),
            path("runs/<uuid:pk>/", site(self.progress), name="progress"),
            path(
                "runs/<uuid:pk>/first-user/",
                site(require_POST(self.first_user)),
                name="first_user",
            ),
        ]
        return own + list(super().get_urls())

    def start(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Have the schema made in the background, and show how it goes."""
        self.must(self.has_start_permission(request))
        municipality = get_object_or_404(Municipality, pk=pk)
        if not municipality.domains.exists():
            services.add_domain(
                municipality, host=services.suggested_host(municipality)
            )
        try:
            run = services.request_start(
                municipality, by=str(request.user.get_username())
            )
        except services.StartRefusedError as refused:
            messages.error(request, str(refused))
            back = reverse("admin:tenants_municipality_change", args=[pk])
            return HttpResponseRedirect(back)
        return HttpResponseRedirect(reverse("admin:progress", args=[run.pk]))

    def progress(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Show how far a start has come; the page asks again each second until it ends."""
        self.must(self.has_view_permission(request))
        return self._progress(request, pk)

    def first_user(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Make the first user's one-time link, and show it this once; it is stored nowhere."""
        self.must(self.has_start_permission(request))
        run = get_object_or_404(ProvisioningRun, pk=pk, finished_at__isnull=False)
        make_link = import_string(settings.AKSON_FIRST_USER_LINK)
        path_ = make_link(run.municipality, by=str(request.user.get_username()))
        return self._progress(request, pk, link_path=path_)

    def _can_start(self, request: HttpRequest, municipality: Municipality) -> bool:
        may = self.has_start_permission(request)
        return may and services.can_be_started(municipality)

    def _progress(
        self, request: HttpRequest, pk: UUID, *, link_path: str | None = None
    ) -> HttpResponse:
        runs = ProvisioningRun.objects.select_related("municipality")
        run = get_object_or_404(runs, pk=pk)
        host = run.municipality.domains.order_by("-is_primary").first()
        port = request.get_port()
        at_port = "" if port in {"80", "443"} else f":{port}"
        address = f"{request.scheme}://{host}{at_port}" if host else ""
        context = {
            **self.admin_site.each_context(request),
            "title": run.municipality.name,
            "run": run,
            "can_be_started": self._can_start(request, run.municipality),
            "may_start": self.has_start_permission(request),
            "percent": 100 * run.step // run.steps_total if run.steps_total else 0,
            "seconds": int(
                ((run.finished_at or timezone.now()) - run.requested_at).total_seconds()
            ),
            "address": address,
            "link": f"{address}{link_path}" if link_path else "",
            "is_link_asked": link_path is not None,
            "opts": self.opts,
        }
        is_fragment = "HX-Request" in request.headers
        name = "progress.html#steps" if is_fragment else "progress.html"
        # 286 tells htmx to stop asking.
        status = 286 if is_fragment and run.finished_at else 200
        return render(
            request, f"admin/tenants/municipality/{name}", context, status=status
        )


def _upgrade_of(municipality: Municipality) -> SchemaUpgrade | None:
    upgrade: SchemaUpgrade | None = getattr(municipality, "upgrade", None)
    return upgrade
