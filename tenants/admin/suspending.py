"""The page on which the consortium's staff suspend a municipality, two of them together."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.consortium.decisions import said_there
from tenants.deciding import DecisionRefusedError
from tenants.models import Municipality
from tenants.suspending import services
from tenants.suspending.models import NOTICE, Suspension


def _first_day() -> date:
    return timezone.localdate() + NOTICE


class SuspensionForm(forms.Form):
    """From when, and why."""

    takes_effect_on = forms.DateField(
        label=_("Fra og med"),
        help_text=_("Tidligst om sju dager, så de som jobber der blir varslet."),
        initial=_first_day,
        error_messages={"required": _("Skriv fra hvilken dag.")},
        widget=forms.DateInput(format="%d.%m.%Y"),
    )
    reason = forms.CharField(
        label=_("Begrunnelse"),
        max_length=300,
        help_text=_("Leses i konsortiet, ikke i kommunen."),
        error_messages={"required": _("Skriv hvorfor.")},
    )

    def __init__(self, municipality: Municipality, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.municipality = municipality

    def clean_takes_effect_on(self) -> date:
        """Refuse what the service would refuse, at the field it is about."""
        on: date = self.cleaned_data["takes_effect_on"]
        if refusal := services.why_not(self.municipality, on=on):
            raise forms.ValidationError(refusal)
        return on


class SuspendsMunicipalities:
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
        own = path("<uuid:pk>/suspension/", site(self.suspension), name="suspension")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def suspension(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Show what is proposed or decided, and do what is asked for."""
        self.must(self.has_view_permission(request))
        municipality = get_object_or_404(Municipality, pk=pk)
        going_on = municipality.suspensions.filter(lifted_at=None).first()
        form = SuspensionForm(municipality)
        if request.method == "POST":
            form = SuspensionForm(municipality, request.POST)
            try:
                if self._is_done(request, form, going_on):
                    return HttpResponseRedirect(request.path)
            except DecisionRefusedError as refused:
                messages.error(request, str(refused))
                return HttpResponseRedirect(request.path)
        return self._page(request, municipality, going_on, form)

    def _is_done(
        self, request: HttpRequest, form: SuspensionForm, going_on: Suspension | None
    ) -> bool:
        """Propose, confirm or lift; a form with errors is not."""
        by = str(request.user.get_username())
        if going_on is None:
            self.must(request.user.has_perm("tenants.add_suspension"))
            if not form.is_valid():
                return False
            with said_there(form.municipality, "suspension_proposed", request=request):
                made = services.propose(
                    form.municipality,
                    on=form.cleaned_data["takes_effect_on"],
                    reason=form.cleaned_data["reason"],
                    by=by,
                )
            self.log_addition(request, made, [])
            messages.success(
                request, _("Stans er foreslått. En annen må bekrefte den.")
            )
            return True
        self.must(request.user.has_perm("tenants.change_suspension"))
        is_confirmed = request.POST.get("does") == "confirm"
        what = "suspension_confirmed" if is_confirmed else "suspension_lifted"
        with said_there(going_on.municipality, what, request=request):
            decide = services.confirm if is_confirmed else services.lift
            decide(going_on, by=by)
        if is_confirmed:
            said, field = (
                _("Stansen er bekreftet, og kommunen varsles."),
                "confirmed_by",
            )
        else:
            said, field = _("Stansen er opphevet."), "lifted_by"
        self.log_change(request, going_on, [{"changed": {"fields": [field]}}])
        messages.success(request, said)
        return True

    def _page(
        self,
        request: HttpRequest,
        municipality: Municipality,
        going_on: Suspension | None,
        form: SuspensionForm,
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Stans av %(name)s") % {"name": municipality.name},
            "municipality": municipality,
            "suspension": going_on,
            "over": municipality.suspensions.exclude(lifted_at=None),
            "form": form,
            "may_propose": request.user.has_perm("tenants.add_suspension"),
            "may_change": request.user.has_perm("tenants.change_suspension"),
            "is_own": going_on is not None
            and going_on.proposed_by == request.user.get_username(),
            "opts": self.opts,
        }
        name = "admin/tenants/municipality/suspension.html"
        return render(request, name, context)
