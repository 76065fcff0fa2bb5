"""Choose a PIN, after confirming that it is oneself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from access.forms.step_up import StepUpForm
from access.pins import LENGTH

_DIGITS = {
    "autocomplete": "new-password",
    "inputmode": "numeric",
    "maxlength": str(LENGTH),
}


class PinForm(StepUpForm):
    """The PIN twice, and the password or passkey that allows it; the old PIN does not."""

    takes_pin = False
    pin = forms.CharField(
        label=_("Ny PIN-kode"),
        help_text=_("Seks sifre. Ikke fødselsdatoen din, og ikke 123456."),
        widget=forms.PasswordInput(attrs=_DIGITS),
        error_messages={"required": _("Velg en PIN-kode med seks sifre.")},
    )
    pin_again = forms.CharField(
        label=_("Ny PIN-kode en gang til"),
        widget=forms.PasswordInput(attrs=_DIGITS),
        error_messages={"required": _("Skriv den nye PIN-koden en gang til.")},
    )
    field_order = ("step_up_password", "step_up_passkey", "pin", "pin_again")

    def clean(self) -> dict[str, Any]:
        """Both must be the same."""
        cleaned = super().clean()
        if {"pin", "pin_again"} <= cleaned.keys() and cleaned["pin"] != cleaned[
            "pin_again"
        ]:
            self.add_error("pin_again", _("De to PIN-kodene er ikke like."))
        return cleaned
