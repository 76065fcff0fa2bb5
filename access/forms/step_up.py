"""The fields by which a person confirms, inside a page, that it is he."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from access.accounts.models import User
from access.ways import ways_of


class StepUpForm(forms.Form):
    """PIN or password, or a passkey that a script fills in; to inherit from.

    Hand it the person: `StepUpForm(request.POST, user=request.user)`. Show it with
    `_components/step_up.html`, and let `access.step_up.confirm` decide.
    """

    # Whether a PIN is enough for what is asked.
    takes_pin = True

    # Named so that no page gives back what was typed here; see `access.views.errors`.
    step_up_password = forms.CharField(
        required=False,
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    step_up_passkey = forms.CharField(
        required=False, max_length=10_000, widget=forms.HiddenInput
    )

    def __init__(
        self, *args: Any, user: User, is_confirmed: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.is_confirmed = is_confirmed
        self.ways = ways_of(user)
        self.has_pin = self.takes_pin and self.ways.has_pin
        field = self.fields["step_up_password"]
        field.label = _("PIN-kode eller passord") if self.has_pin else _("Passord")
        if self.has_pin:
            field.widget.attrs["inputmode"] = "numeric"

    def clean(self) -> dict[str, Any]:
        """One of the ways has to be used."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        has_typed = any(
            cleaned.get(name) for name in ("step_up_password", "step_up_passkey")
        )
        if not has_typed and not self.errors and not self.is_confirmed:
            self.add_error(
                "step_up_password",
                _("Skriv PIN-koden eller passordet ditt.")
                if self.has_pin
                else _("Skriv passordet ditt."),
            )
        return cleaned
