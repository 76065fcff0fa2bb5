"""The pages on which two of the consortium's staff archive a municipality, and delete it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from access.consortium.decisions import said_there
from tenants.archiving import deleting, services
from tenants.deciding import DecisionRefusedError
from tenants.models import Municipality


@dataclass(frozen=True, slots=True)
class _Step:
    """One of the two: what it is called here, what does it, and its words."""

    name: str
    why_not: Callable[[Municipality], str]
    propose: Callable[..., Any]
    confirm: Callable[..., None]
    lift: Callable[..., None]
    title: Promise
    proposed: Promise
    confirmed: Promise
    lifted: Promise

    def going_on(self, municipality: Municipality) -> Any:
        """Give the one that is proposed or decided, or None."""
        return self.all_of(municipality).filter(lifted_at=None).first()

    def all_of(self, municipality: Municipality) -> Any:
        """Give those there are and were."""
        return getattr(municipality, f"{self.name}s")


_ARCHIVING = _Step(
    "archiving",
    services.why_not,
    services.propose,
    services.confirm,
    services.lift,
    title=_("Arkivering av %(name)s"),
    proposed=_("Arkivering er foreslått. En annen må bekrefte den."),
    confirmed=_("Kommunen er arkivert."),
    lifted=_("Arkiveringen er opphevet."),
)
_DELETION = _Step(
    "deletion",
    deleting.why_not,
    deleting.propose,
    deleting.confirm,
    deleting.lift,
    title=_("Sletting av %(name)s"),
    proposed=_("Sletting er foreslått. En annen må bekrefte den."),
    confirmed=_("Slettingen er bekreftet. Driften kan utføre den."),
    lifted=_("Slettingen er opphevet."),
)


class ArchivesMunicipalities:
    """Adds the pages, and what is done there."""

    admin_site: Any
    opts: Any
    must: Any
    has_view_permission: Any
    log_addition: Any
    log_change: Any

    def get_urls(self) -> list[URLPattern]:
        """Add the pages' addresses."""
        site = self.admin_site.admin_view
        own = [
            path("<uuid:pk>/archiving/", site(self.archiving), name="archiving"),
            path("<uuid:pk>/deletion/", site(self.deletion), name="deletion"),
        ]
        return [*own, *super().get_urls()]  # type: ignore[misc]

    def archiving(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Show what is proposed or decided, and do what is asked for."""
        return self._decide(request, pk, _ARCHIVING)

    def deletion(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Do the same for the deletion of what is archived."""
        return self._decide(request, pk, _DELETION)

    def _decide(self, request: HttpRequest, pk: UUID, step: _Step) -> HttpResponse:
        self.must(self.has_view_permission(request))
        municipality = get_object_or_404(Municipality, pk=pk)
        if request.method == "POST":
            try:
                self._do(request, municipality, step)
            except DecisionRefusedError as refused:
                messages.error(request, str(refused))
            return HttpResponseRedirect(request.path)
        name = f"admin/tenants/municipality/{step.name}.html"
        return render(request, name, self._context(request, municipality, step))

    def _do(
        self, request: HttpRequest, municipality: Municipality, step: _Step
    ) -> None:
        """Propose, confirm or lift."""
        by = str(request.user.get_username())
        going_on = step.going_on(municipality)
        if going_on is None:
            self.must(request.user.has_perm(f"tenants.add_{step.name}"))
            with said_there(municipality, f"{step.name}_proposed", request=request):
                made = step.propose(municipality, by=by)
            self.log_addition(request, made, [])
            messages.success(request, str(step.proposed))
            return
        self.must(request.user.has_perm(f"tenants.change_{step.name}"))
        if request.POST.get("does") == "confirm":
            with said_there(municipality, f"{step.name}_confirmed", request=request):
                step.confirm(going_on, by=by)
            field, said = "confirmed_by", step.confirmed
        else:
            with said_there(municipality, f"{step.name}_lifted", request=request):
                step.lift(going_on, by=by)
            field, said = "lifted_by", step.lifted
        self.log_change(request, going_on, [{"changed": {"fields": [field]}}])
        messages.success(request, str(said))

    def _context(
        self, request: HttpRequest, municipality: Municipality, step: _Step
    ) -> dict[str, Any]:
        going_on = step.going_on(municipality)
        return {
            **self.admin_site.each_context(request),
            "title": step.title % {"name": municipality.name},
            "municipality": municipality,
            "decision": going_on,
            "over": step.all_of(municipality).exclude(lifted_at=None),
            "refusal": step.why_not(municipality),
            "may_propose": request.user.has_perm(f"tenants.add_{step.name}"),
            "may_change": request.user.has_perm(f"tenants.change_{step.name}"),
            "is_own": going_on is not None
            and going_on.proposed_by == request.user.get_username(),
            "opts": self.opts,
        }
