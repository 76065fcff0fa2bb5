"""The two administrations: of a municipality by its own, and of the consortium."""

from typing import Any

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from unfold.sites import UnfoldAdminSite

from access.accounts.admin import AccountAdmin
from access.accounts.models import User
from access.admin import EmploymentAdmin, UnitAdmin
from access.admin_base import acting, administered
from access.consortium.admin import ConsortiumEventAdmin, ConsortiumUserAdmin
from access.consortium.admin.local_support import SupportGrantAdmin
from access.consortium.models import ConsortiumEvent
from access.consortium.own_factors import factor_urls
from access.consortium.second_factor import has_shown_it
from access.consortium.settings_shown import open_now, waiting_for_answer
from access.consortium.views import support_urls
from access.models import Employment, SupportGrant, Unit
from access.publishing.admin import MatrixVersionAdmin, MatrixVersionRowAdmin
from access.publishing.models import MatrixVersion, MatrixVersionRow
from access.roles import Role
from access.staff.selectors.follow_up import follow_up
from tenants.admin import (
    AgreementAdmin,
    ClusterAdmin,
    InhabitantCountAdmin,
    LetterOfIntentAdmin,
    MunicipalityAdmin,
    MunicipalityChangeAdmin,
    ReadinessCheckAdmin,
    RolloutStageAdmin,
)
from tenants.admin.alarms import AlarmAdmin, AlarmReceiverAdmin
from tenants.admin.coverage import as_csv, first_page
from tenants.admin.modules import ModuleSettingAdmin
from tenants.admin.over_time import stages_over_time
from tenants.admin.running import first_page as running_line
from tenants.admin.running import health_csv, health_page
from tenants.admin.use import use_csv, use_page
from tenants.agreements.agreement import Agreement
from tenants.agreements.letters import LetterOfIntent
from tenants.alarms.models import Alarm, AlarmReceiver
from tenants.models import Municipality
from tenants.modules.models import ModuleSetting
from tenants.registry.changes import MunicipalityChange
from tenants.registry.models import InhabitantCount
from tenants.rollout.clusters import Cluster
from tenants.rollout.models import ReadinessCheck, RolloutStage


class MunicipalityAdminSite(UnfoldAdminSite):
    """Accounts, units and employments; for the role lokal administrator and nobody else.

    No clinical model may ever be registered here; a contract test watches.
    """

    settings_name = "UNFOLD_MUNICIPALITY"
    index_title = _("Kontoer, enheter og ansettelser")
    index_template = "admin/municipality_index.html"
    enable_nav_sidebar = False

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show what there is to administer, and what is overdue."""
        context = {
            **(extra_context or {}),
            "follow_up": follow_up(acting(request), administered(request)),
            "leads": Role.LEADER.codename,
            "administers": Role.LOCAL_ADMIN.codename,
            "support_asked": waiting_for_answer(),
            "support_open": open_now(),
        }
        return super().index(request, context)  # type: ignore[no-any-return]

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether the person is a local administrator now; staff status plays no part."""
        return bool(request.user.is_authenticated and administered(request))

    @method_decorator([never_cache, login_not_required])
    def login(
        self,
        request: HttpRequest,
        extra_context: dict[str, Any] | None = None,  # noqa: ARG002 - Django's
    ) -> HttpResponse:
        """Sign in where everybody does; say so to those who are in the wrong place."""
        index = reverse("admin:index", current_app=self.name)
        if not request.user.is_authenticated:
            return redirect_to_login(index, reverse("account_login"))
        if self.has_permission(request):
            return HttpResponseRedirect(index)
        return render(request, "access/admin_refused.html", status=403)

    def logout(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's
        extra_context: dict[str, Any] | None = None,  # noqa: ARG002
    ) -> HttpResponse:
        """Sign out where everybody does; 307 keeps it a POST, with its token."""
        response = HttpResponseRedirect(reverse("account_logout"))
        response.status_code = 307
        return response

    def password_change(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's
        extra_context: dict[str, Any] | None = None,  # noqa: ARG002
    ) -> HttpResponse:
        """Change the password where everybody does, so that the log knows."""
        return HttpResponseRedirect(reverse("account_change_password"))


class ConsortiumAdminSite(UnfoldAdminSite):
    """The register of municipalities, and the accounts of those who keep it."""

    settings_name = "UNFOLD"
    index_title = _("Kommunene i Akson")
    index_template = "admin/consortium_index.html"
    enable_nav_sidebar = False

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show how many inhabitants are covered, how it runs, and what to administer."""
        context = {
            **(extra_context or {}),
            **first_page(request),
            **running_line(request),
        }
        return super().index(request, context)  # type: ignore[no-any-return]

    def get_urls(self) -> list[Any]:
        """Add the addresses of the figures as a file, of signing in, and of support."""
        # Also for whoever has typed the password alone; Django's own would lead him back.
        out = path("logout/", self.logout, name="logout")
        figures = path("dekning.csv", self.admin_view(as_csv), name="coverage_csv")
        story = path(
            "innforing/",
            self.admin_view(stages_over_time),
            {"site": self},
            name="stages_over_time",
        )
        running = self._running_urls()
        own = [out, figures, story, *running, *factor_urls(self), *support_urls(self)]
        return [*own, *super().get_urls()]

    def _running_urls(self) -> list[Any]:
        """How the municipalities run and are used: pages, and the same as files."""
        health, use = self.admin_view(health_page), self.admin_view(use_page)
        return [
            path("drift/", health, {"site": self}, name="health"),
            path("drift.csv", self.admin_view(health_csv), name="health_csv"),
            path("bruk/", use, {"site": self}, name="use"),
            path("bruk.csv", self.admin_view(use_csv), name="use_csv"),
        ]

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether the person is staff, and has shown a second factor in this session."""
        return bool(super().has_permission(request) and has_shown_it(request))

    @method_decorator([never_cache, login_not_required])
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Sign in to the administration, which is all there is on this host."""
        if super().has_permission(request) and not has_shown_it(request):
            query = request.GET.urlencode()
            return HttpResponseRedirect(f"{reverse('admin:second_factor')}?{query}")
        if REDIRECT_FIELD_NAME not in {**request.GET, **request.POST}:
            index = reverse("admin:index", current_app=self.name)
            return redirect_to_login(index, request.path)
        response: HttpResponse = super().login(request, extra_context)
        return response


municipality_site = MunicipalityAdminSite(name="admin")
municipality_site.register(User, AccountAdmin)
municipality_site.register(Employment, EmploymentAdmin)
municipality_site.register(Unit, UnitAdmin)
municipality_site.register(SupportGrant, SupportGrantAdmin)

consortium_site = ConsortiumAdminSite(name="admin")
consortium_site.register(User, ConsortiumUserAdmin)
consortium_site.register(ConsortiumEvent, ConsortiumEventAdmin)
consortium_site.register(Municipality, MunicipalityAdmin)
consortium_site.register(MunicipalityChange, MunicipalityChangeAdmin)
consortium_site.register(Agreement, AgreementAdmin)
consortium_site.register(LetterOfIntent, LetterOfIntentAdmin)
consortium_site.register(InhabitantCount, InhabitantCountAdmin)
consortium_site.register(Cluster, ClusterAdmin)
consortium_site.register(RolloutStage, RolloutStageAdmin)
consortium_site.register(ReadinessCheck, ReadinessCheckAdmin)
consortium_site.register(MatrixVersion, MatrixVersionAdmin)
consortium_site.register(MatrixVersionRow, MatrixVersionRowAdmin)
consortium_site.register(ModuleSetting, ModuleSettingAdmin)
consortium_site.register(Alarm, AlarmAdmin)
consortium_site.register(AlarmReceiver, AlarmReceiverAdmin)
