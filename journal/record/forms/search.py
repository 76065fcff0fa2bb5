"""The search field: one line for name, birth date or person number."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    """What is looked for."""

    q = forms.CharField(
        label=_("Navn, fødselsdato eller fødselsnummer"),
        help_text=_(
            "For eksempel «Hansen Kari», «14.02.1942» eller 11 sifre. "
            "Det gjør ikke noe om navnet er skrevet feil."
        ),
        max_length=200,
        error_messages={
            "required": _("Skriv et navn, en fødselsdato eller et fødselsnummer.")
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "type": "search"}
        ),
    )
