"""Several municipalities come to a stage at once: the action on the list, and its form."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from access.forms.fields import DayField
from tenants.admin.chosen import ask_about, sent_form
from tenants.admin.history import note_change
from tenants.models import Municipality
from tenants.rollout.models import Stage
from tenants.rollout.services import StageRefusedError, come_to_stage


class StepForm(forms.Form):
    """Which stage, and from when."""

    stage = forms.ChoiceField(
        label=_("Trinn"),
        choices=[("", _("Velg trinn")), *Stage.choices],
        error_messages={"required": _("Velg hvilket trinn.")},
        widget=UnfoldAdminSelectWidget,
    )
    begins_on = DayField(label=_("Fra og med"), initial=timezone.localdate)
    note = forms.CharField(
        label=_("Merknad"),
        max_length=200,
        required=False,
        widget=UnfoldAdminTextInputWidget,
    )

    def clean_begins_on(self) -> date:
        """Nothing is told ahead."""
        day: date = self.cleaned_data["begins_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Datoen kan ikke være fram i tid."))
        return day


class StepsForward:
    """What the administration of municipalities can do about stages."""

    admin_site: Any
    opts: Any

    def has_step_permission(self, request: HttpRequest) -> bool:
        """Whether the person may say how far municipalities have come."""
        return request.user.has_perm("tenants.add_rolloutstage")

    @admin.action(description=_("Før nytt trinn …"), permissions=["step"])
    def step_forward(
        self, request: HttpRequest, chosen: "QuerySet[Municipality]"
    ) -> HttpResponse | None:
        """Ask which stage and when, and move those that can; the others are named."""
        form, is_right = sent_form(StepForm, request)
        if is_right:
            _step(request, chosen, form.cleaned_data)
            return None
        return ask_about(
            request,
            chosen,
            form,
            **self.admin_site.each_context(request),
            action="step_forward",
            title=_("Før nytt trinn"),
            text=_(
                "En kommune som ikke kan komme til trinnet, blir stående, og du ser hvorfor."
            ),
            opts=self.opts,
        )


def _step(
    request: HttpRequest, chosen: "QuerySet[Municipality]", told: dict[str, Any]
) -> None:
    """Each by itself: what holds one back is no reason for the others to wait."""
    stage, on = told["stage"], told["begins_on"]
    say = _("Kom til trinnet «%(stage)s» %(day)s.")
    message = str(say) % {"stage": Stage(stage).label, "day": f"{on:%d.%m.%Y}"}
    by, moved = str(request.user.get_username()), 0
    for municipality in chosen:
        try:
            with transaction.atomic():
                come_to_stage(municipality, stage, on=on, by=by, note=told["note"])
                note_change(municipality, message, user_id=str(request.user.pk))
        except StageRefusedError as refused:
            messages.warning(request, f"{municipality.name}: {refused}")
        else:
            moved += 1
    if moved:
        said = ngettext(
            "%(number)s kommune er kommet til trinnet «%(stage)s».",
            "%(number)s kommuner er kommet til trinnet «%(stage)s».",
            moved,
        )
        messages.success(request, said % {"number": moved, "stage": Stage(stage).label})
