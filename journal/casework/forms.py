"""Applications, as typed."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.codes import ServiceType
from access.models import Unit
from access.roles import RecordKind
from access.worker import Worker
from journal.casework.models import Applicant, Outcome
from journal.casework.rules.applications import is_health_care
from journal.casework.selectors import units_for_applications
from journal.casework.services import Request
from journal.record.forms.fields import NorwegianDateField
from journal.record.forms.register import NewPersonForm
from journal.record.forms.stays import FormOnce

# What nobody applies for: it is met where it arises.
_NOT_APPLIED_FOR = {
    ServiceType.S23,
    ServiceType.HEALTH_STATION,
    ServiceType.EMERGENCY,
    ServiceType.GENERAL_PRACTICE,
}
_SERVICES = [
    (service.value, service.label)
    for service in ServiceType
    if service not in _NOT_APPLIED_FOR
]


class ApplicationForm(FormOnce):
    """What is applied for, by whom, and since when it waits."""

    services = forms.MultipleChoiceField(
        label=_("Hva søkes det om?"),
        choices=_SERVICES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kryss av for minst én tjeneste.")},
    )
    applicant = forms.ChoiceField(
        label=_("Hvem søker?"),
        choices=Applicant.choices,
        initial=Applicant.SELF,
        widget=forms.RadioSelect,
    )
    received_on = NorwegianDateField(
        label=_("Mottatt"),
        in_the_past=True,
        initial=timezone.localdate,
        help_text=_("Dagen søknaden kom til kommunen. Fristene regnes fra den."),
    )
    unit = forms.ModelChoiceField(
        label=_("Enheten som behandler søknaden"),
        queryset=Unit.objects.none(),
        empty_label=_("Velg"),
        error_messages={"required": _("Velg enheten som behandler den.")},
    )

    def __init__(self, *args: Any, worker: Worker, **options: Any) -> None:
        super().__init__(*args, **options)
        units = units_for_applications(worker)
        field = self.fields["unit"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = units
        first_two = list(units[:2])
        if len(first_two) == 1:
            self.initial.setdefault("unit", first_two[0].pk)

    def request(self) -> Request:
        """The application as typed."""
        data = self.cleaned_data
        return Request(
            unit=data["unit"],
            services=data["services"],
            applicant=Applicant(data["applicant"]),
            received_on=data["received_on"],
        )

    def record_kind(self) -> RecordKind:
        """Which of the person's records it belongs in: health care, or practical help alone."""
        is_health = is_health_care(self.cleaned_data["services"])
        return RecordKind.JOURNAL if is_health else RecordKind.CASE


class NewApplicantForm(ApplicationForm, NewPersonForm):
    """A new person and his application, in one page."""


class CloseForm(forms.Form):
    """What an application came to."""

    outcome = forms.ChoiceField(
        label=_("Utfall"),
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg hva søknaden endte med.")},
    )
