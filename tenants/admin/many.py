"""Several municipalities started at once: the action on the list, and the page to watch them."""

from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tenants import services
from tenants.models import Municipality
from tenants.schemas import ProvisioningRun

State = ProvisioningRun.State


class StartsMany:
    """What the administration of municipalities can do with many of them."""

    admin_site: Any
    opts: Any
    has_view_permission: Any

    @admin.action(description=_("Start valgte kommuner"), permissions=["start"])
    def start_chosen(
        self, request: HttpRequest, chosen: "QuerySet[Municipality]"
    ) -> HttpResponse | None:
        """Have their schemas made in the background, and show how it goes."""
        batch, refused = services.request_starts(
            chosen, by=str(request.user.get_username())
        )
        for why in refused:
            messages.warning(request, why)
        if batch is None:
            return None
        return HttpResponseRedirect(reverse("admin:starts", args=[batch]))

    def has_start_permission(self, request: HttpRequest) -> bool:
        """Whether the person may start municipalities."""
        return request.user.has_perm("tenants.add_provisioningrun")

    @staticmethod
    def must(allowed: bool) -> None:
        """Refuse whoever may not.

        Raises:
            PermissionDenied: the person may not.
        """
        if not allowed:
            raise PermissionDenied

    def get_urls(self) -> list[URLPattern]:
        """Add the page of a batch, and the button that cancels the rest of it."""
        site = self.admin_site.admin_view
        own = [
            path("starts/<uuid:batch>/", site(self.starts), name="starts"),
            path(
                "starts/<uuid:batch>/cancel/",
                site(require_POST(self.cancel_starts)),
                name="cancel_starts",
            ),
        ]
        return own + list(super().get_urls())  # type: ignore[misc]

    def starts(self, request: HttpRequest, batch: UUID) -> HttpResponse:
        """Show how far each has come; the page asks again each second until all have ended."""
        self.must(self.has_view_permission(request))
        runs = list(
            ProvisioningRun.objects.filter(batch=batch)
            .select_related("municipality")
            .order_by("municipality__sort_key")
        )
        if not runs:
            raise Http404
        over = sum(run.finished_at is not None for run in runs)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Oppstart av flere kommuner"),
            "batch": batch,
            "runs": runs,
            "over": over,
            "failed": sum(run.state == State.FAILED for run in runs),
            "waiting": sum(run.state == State.WAITING for run in runs),
            "percent": 100 * over // len(runs),
            "may_start": self.has_start_permission(request),
            "opts": self.opts,
        }
        is_fragment = "HX-Request" in request.headers
        name = "starts.html#runs" if is_fragment else "starts.html"
        # 286 tells htmx to stop asking.
        status = 286 if is_fragment and over == len(runs) else 200
        return render(
            request, f"admin/tenants/municipality/{name}", context, status=status
        )

    def cancel_starts(self, request: HttpRequest, batch: UUID) -> HttpResponse:
        """Cancel those that wait; what has begun goes on."""
        self.must(self.has_start_permission(request))
        number = services.cancel_waiting(batch)
        if number:
            said = ngettext(
                "%(number)s oppstart er avbrutt.",
                "%(number)s oppstarter er avbrutt.",
                number,
            )
            messages.success(request, said % {"number": number})
        else:
            messages.info(request, _("Ingen venter lenger."))
        return HttpResponseRedirect(reverse("admin:starts", args=[batch]))
