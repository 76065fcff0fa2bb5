"""What a person writes of his own emergency access, and what the one who reviews it comes to."""

from django import forms
from django.utils.translation import gettext_lazy as _

from access.models import EmergencyOutcome

TEXT_MAX = 4000


class ExplainForm(forms.Form):
    """What happened, in words, for those who review it."""

    explanation = forms.CharField(
        label=_("Hva skjedde, og hvorfor måtte du inn i journalen?"),
        help_text=_(
            "Leses av lederen og den som kontrollerer loggen. Pasienten ser grunnen du "
            "valgte, men ikke denne teksten. Skriv ikke navn eller fødselsnummer."
        ),
        max_length=TEXT_MAX,
        widget=forms.Textarea,
        error_messages={"required": _("Skriv kort hva som skjedde.")},
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
    comment = forms.CharField(
        label=_("Kommentar"),
        max_length=TEXT_MAX,
        widget=forms.Textarea,
        error_messages={"required": _("Skriv kort hva du bygger det på.")},
    )
