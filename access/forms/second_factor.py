"""One-time codes and passkeys, at sign-in and when they are set up."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_CODE = {
    "autocomplete": "one-time-code",
    "autocapitalize": "none",
    "inputmode": "numeric",
    "spellcheck": "false",
}


class CodeForm(forms.Form):
    """The code an app shows now, or one kept on paper."""

    one_time_code = forms.CharField(
        label=_("Engangskode"),
        max_length=20,
        widget=forms.TextInput(attrs=_CODE),
        error_messages={"required": _("Skriv koden.")},
    )


class AppForm(CodeForm):
    """The first code of an app that has just been given the secret."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["one_time_code"].label = _("Koden appen viser nå")


class PasskeyForm(forms.Form):
    """What a passkey is called, and what the browser made; a script fills that in."""

    name = forms.CharField(
        label=_("Hva vil du kalle den?"),
        help_text=_("For eksempel «Jobbtelefonen» eller «Den blå nøkkelen»."),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    credential = forms.CharField(
        max_length=20_000,
        widget=forms.HiddenInput,
        error_messages={
            "required": _("Passnøkkelen ble ikke laget. Prøv på nytt."),
            "max_length": _("Passnøkkelen ble ikke laget. Prøv på nytt."),
        },
    )
