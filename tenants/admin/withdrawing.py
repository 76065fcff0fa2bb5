"""The button that takes back a planned change, on the change's own page."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from tenants.admin.change_words import in_words
from tenants.admin.history import note_change
from tenants.registry.changes import MunicipalityChange
from tenants.registry.changing.withdrawing import (
    WithdrawalRefusedError,
    withdraw_change,
)


class WithdrawsChanges:
    """Adds the button to the page, and its address."""

    admin_site: Any
    must_add: Any
    log_change: Any
    has_add_permission: Any
    change_form_template = "admin/tenants/municipalitychange/change_form.html"

    def get_urls(self) -> list[URLPattern]:
        """Add the button's address."""
        view = self.admin_site.admin_view(require_POST(self.withdraw))
        own = path("<uuid:pk>/withdraw/", view, name="withdraw_change")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Offer the button while the day is still to come."""
        change = MunicipalityChange.objects.filter(pk=object_id).first()
        may = change is not None and change.is_ahead
        extra_context = {
            **(extra_context or {}),
            "may_withdraw": may and self.has_add_permission(request),
        }
        answer: HttpResponse = super().change_view(  # type: ignore[misc]
            request, object_id, form_url, extra_context
        )
        return answer

    def withdraw(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Take it back, and say so in the history of each municipality."""
        self.must_add(request)
        change = get_object_or_404(MunicipalityChange, pk=pk)
        try:
            with transaction.atomic():
                by = str(request.user.get_username())
                change = withdraw_change(change, by=by)
                self.log_change(
                    request, change, [{"changed": {"fields": ["withdrawn_on"]}}]
                )
                for part in change.parts.select_related("municipality", "change"):
                    said = in_words(part)
                    note_change(part.municipality, said, user_id=str(request.user.pk))
        except WithdrawalRefusedError as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("Endringen er trukket tilbake."))
        shown = reverse("admin:tenants_municipalitychange_change", args=[pk])
        return HttpResponseRedirect(shown)
