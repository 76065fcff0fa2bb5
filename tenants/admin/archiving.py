"""The page on which the consortium's staff archive a municipality, two of them together."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from tenants.archiving import services
from tenants.archiving.models import Archiving
from tenants.deciding import DecisionRefusedError
from tenants.models import Municipality


class ArchivesMunicipalities:
    """Adds the page, and what is done there."""

    admin_site: Any
    opts: Any
    must: Any
    has_view_permission: Any
    log_addition: Any
    log_change: Any

    def get_urls(self) -> list[URLPattern]:
        """Add the page's address."""
        site = self.admin_site.admin_view
        own = path("<uuid:pk>/archiving/", site(self.archiving), name="archiving")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def archiving(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Show what is proposed or decided, and do what is asked for."""
        self.must(self.has_view_permission(request))
        municipality = get_object_or_404(Municipality, pk=pk)
        going_on = municipality.archivings.filter(lifted_at=None).first()
        if request.method == "POST":
            try:
                self._archive(request, municipality, going_on)
            except DecisionRefusedError as refused:
                messages.error(request, str(refused))
            return HttpResponseRedirect(request.path)
        name = "admin/tenants/municipality/archiving.html"
        context = self._context(request, municipality, going_on)
        return render(request, name, context)

    def _archive(
        self,
        request: HttpRequest,
        municipality: Municipality,
        going_on: Archiving | None,
    ) -> None:
        """Propose, confirm or lift."""
        by = str(request.user.get_username())
        if going_on is None:
            self.must(request.user.has_perm("tenants.add_archiving"))
            self.log_addition(request, services.propose(municipality, by=by), [])
            messages.success(
                request, _("Arkivering er foreslått. En annen må bekrefte den.")
            )
            return
        self.must(request.user.has_perm("tenants.change_archiving"))
        if request.POST.get("does") == "confirm":
            services.confirm(going_on, by=by)
            field, said = "confirmed_by", _("Kommunen er arkivert.")
        else:
            services.lift(going_on, by=by)
            field, said = "lifted_by", _("Arkiveringen er opphevet.")
        self.log_change(request, going_on, [{"changed": {"fields": [field]}}])
        messages.success(request, said)

    def _context(
        self,
        request: HttpRequest,
        municipality: Municipality,
        going_on: Archiving | None,
    ) -> dict[str, Any]:
        refusal = ""
        try:
            services.export_of(municipality)
        except DecisionRefusedError as refused:
            refusal = str(refused)
        return {
            **self.admin_site.each_context(request),
            "title": _("Arkivering av %(name)s") % {"name": municipality.name},
            "municipality": municipality,
            "archiving": going_on,
            "over": municipality.archivings.exclude(lifted_at=None),
            "refusal": refusal,
            "may_propose": request.user.has_perm("tenants.add_archiving"),
            "may_change": request.user.has_perm("tenants.change_archiving"),
            "is_own": going_on is not None
            and going_on.proposed_by == request.user.get_username(),
            "opts": self.opts,
        }
