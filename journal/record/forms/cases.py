"""What a person writes of his own accesses: why, or that one of them was a mistake."""

from django import forms
from django.utils.translation import gettext_lazy as _

_TEXT_MAX = 4000
_NO_NAMES = _(
    "Leses av den som kontrollerer loggen. Skriv ikke navn eller fødselsnummer."
)


class AnswerForm(forms.Form):
    """Why somebody opened what he is asked about."""

    text = forms.CharField(
        label=_("Hvorfor åpnet du journalen?"),
        help_text=_NO_NAMES,
        max_length=_TEXT_MAX,
        widget=forms.Textarea,
        error_messages={"required": _("Skriv kort hvorfor.")},
    )


class MistakeForm(forms.Form):
    """How somebody came to open the wrong person's record."""

    text = forms.CharField(
        label=_("Hva skjedde?"),
        help_text=_NO_NAMES,
        max_length=_TEXT_MAX,
        widget=forms.Textarea,
        error_messages={"required": _("Skriv kort hva som skjedde.")},
    )
