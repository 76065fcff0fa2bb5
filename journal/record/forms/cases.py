"""What a person writes of his own accesses: why, or that one of them was a mistake."""

from django import forms
from django.utils.translation import gettext_lazy as _

from access.oversight.fields import words_field

_READ_BY = _(
    "Leses av den som kontrollerer loggen. Skriv ikke navn eller fødselsnummer."
)


class AnswerForm(forms.Form):
    """Why somebody opened what he is asked about."""

    text = words_field(
        _("Hvorfor åpnet du journalen?"),
        missing=_("Skriv kort hvorfor."),
        help_text=_READ_BY,
    )


class MistakeForm(forms.Form):
    """How somebody came to open the wrong person's record."""

    text = words_field(
        _("Hva skjedde?"),
        missing=_("Skriv kort hva som skjedde."),
        help_text=_READ_BY,
    )
