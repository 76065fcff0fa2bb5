"""What is asked for an emergency access: why, and that it is really he."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from access.forms.step_up import StepUpForm
from access.models import EmergencyReason


def _reason_field(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        coerce=EmergencyReason,
        choices=EmergencyReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg en grunn.")},
    )


class EmergencyForm(StepUpForm):
    """The reason, and PIN, password or passkey."""

    reason = _reason_field(_("Hvorfor kan det ikke vente?"))


class ExtendForm(forms.Form):
    """Why four hours were not enough."""

    reason = _reason_field(_("Hvorfor trenger du lengre tid?"))
