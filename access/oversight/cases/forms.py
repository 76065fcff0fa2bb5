"""What a leader answers about an employee's accesses."""

from django import forms
from django.utils.translation import gettext_lazy as _

from access.models import LeaderAnswer
from access.oversight.fields import words_field


class LeaderForm(forms.Form):
    """The answer, coded, and what more there is to say."""

    answer = forms.TypedChoiceField(
        label=_("Hva vet du om dette?"),
        coerce=LeaderAnswer,
        choices=LeaderAnswer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg hva du vet.")},
    )
    text = words_field(_("Utdyp gjerne"))
