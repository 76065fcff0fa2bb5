"""What the consortium's staff fill in about the register and the rollout."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminFileFieldWidget

from access.staff.rules.csv_table import MAX_BYTES
from tenants.rollout.models import ReadinessCheck, RolloutStage
from tenants.rollout.services import why_not


def _first_of_the_year() -> date:
    """The day Statistics Norway counts."""
    return timezone.localdate().replace(month=1, day=1)


class CsvFileForm(forms.Form):
    """A file, no larger than it may be."""

    file = forms.FileField(
        label=_("CSV-fil"),
        error_messages={"required": _("Velg en fil."), "empty": _("Filen er tom.")},
        widget=UnfoldAdminFileFieldWidget(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_file(self) -> bytes:
        """Take the content, when it is no larger than it may be."""
        file = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            raise forms.ValidationError(_("Filen kan være høyst 1 MB."))
        return bytes(file.read())


class RegisterFileForm(CsvFileForm):
    """A file of municipalities or inhabitants, what day it tells of, and whose it is."""

    counted_on = forms.DateField(
        label=_("Gjelder dagen"),
        help_text=_("Statistisk sentralbyrå teller 1. januar."),
        initial=_first_of_the_year,
        widget=forms.DateInput(format="%d.%m.%Y"),
    )
    source = forms.CharField(
        label=_("Kilde"),
        max_length=200,
        help_text=_("For eksempel «Statistisk sentralbyrå, tabell 07459»."),
    )


class ConfirmRegisterForm(forms.Form):
    """That what was shown is to be done: the file goes along, and a mark of what it would do."""

    csv_text = forms.CharField(widget=forms.HiddenInput, strip=False)
    counted_on = forms.DateField(widget=forms.HiddenInput, input_formats=["%Y-%m-%d"])
    source = forms.CharField(widget=forms.HiddenInput, max_length=200)
    shown = forms.CharField(widget=forms.HiddenInput)


class StageForm(forms.ModelForm):  # type: ignore[type-arg] # not subscriptable at run time
    """That a municipality comes to a stage."""

    class Meta:
        model = RolloutStage
        fields = ("municipality", "stage", "begins_on", "note")

    def clean(self) -> dict[str, Any]:
        """Refuse what the service would refuse, at the field it is about."""
        told = super().clean() or {}
        if {"municipality", "stage", "begins_on"} <= told.keys():
            on = told["begins_on"]
            if refusal := why_not(told["municipality"], told["stage"], on=on):
                field = "begins_on" if on > timezone.localdate() else "stage"
                self.add_error(field, refusal)
        return told


class ReadinessForm(forms.ModelForm):  # type: ignore[type-arg]
    """Who answers for one thing before the pilot, by when, and what shows that it is done."""

    class Meta:
        model = ReadinessCheck
        fields = ("owner", "owner_email", "due_on", "done_on", "evidence")

    def clean(self) -> dict[str, Any]:
        """What is done has somebody who answers for it, and something to show."""
        told = super().clean() or {}
        if told.get("done_on"):
            if told["done_on"] > timezone.localdate():
                self.add_error("done_on", _("Datoen kan ikke være fram i tid."))
            for field in ("owner", "evidence"):
                if not told.get(field):
                    say = _("Fyll ut dette når kravet er gjort.")
                    self.add_error(field, say)
        return told
