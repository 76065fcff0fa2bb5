"""What a person writes of his own emergency access, and what the one who reviews it comes to."""

from django import forms
from django.utils.translation import gettext_lazy as _

from access.models import EmergencyOutcome
from access.oversight.fields import words_field


class ExplainForm(forms.Form):
    """What happened, in words, for those who review it."""

    explanation = words_field(
        _("Hva skjedde, og hvorfor måtte du inn i journalen?"),
        missing=_("Skriv kort hva som skjedde."),
        help_text=_(
            "Leses av lederen og den som kontrollerer loggen. Pasienten ser grunnen du "
            "valgte, men ikke denne teksten. Skriv ikke navn eller fødselsnummer."
        ),
    )


class ConcludeForm(forms.Form):
    """The outcome, coded, and a comment."""

    outcome = forms.TypedChoiceField(
        label=_("Hva har du kommet til?"),
        coerce=EmergencyOutcome,
        choices=EmergencyOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg hva du har kommet til.")},
    )
    comment = words_field(
        _("Kommentar"), missing=_("Skriv kort hva du bygger det på."), help_text=""
    )
