"""What is asked for an emergency access: why, and that it is really he; and afterwards, what happened."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from access.forms.step_up import StepUpForm
from access.models import EmergencyReason

EXPLANATION_MAX = 4000


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


class ExplainForm(forms.Form):
    """What happened, in words, for those who review it."""

    text = forms.CharField(
        label=_("Hva skjedde, og hvorfor måtte du inn i journalen?"),
        help_text=_(
            "Leses av lederen og den som kontrollerer loggen. Pasienten ser grunnen du "
            "valgte, men ikke denne teksten. Skriv ikke navn eller fødselsnummer."
        ),
        max_length=EXPLANATION_MAX,
        widget=forms.Textarea,
        error_messages={"required": _("Skriv kort hva som skjedde.")},
    )
