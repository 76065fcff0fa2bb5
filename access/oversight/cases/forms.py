"""What a leader answers about an employee's accesses."""

from django import forms
from django.utils.translation import gettext_lazy as _

from access.models import LeaderAnswer


class LeaderForm(forms.Form):
    """The answer, coded, and what more there is to say."""

    answer = forms.TypedChoiceField(
        label=_("Hva vet du om dette?"),
        coerce=LeaderAnswer,
        choices=LeaderAnswer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg hva du vet.")},
    )
    text = forms.CharField(
        label=_("Utdyp gjerne"),
        help_text=_("Skriv ikke navn på pasienter eller fødselsnummer."),
        max_length=4000,
        required=False,
        widget=forms.Textarea,
    )
