"""The form field for a person's number: a patient's, or that of somebody with an account."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from access.person_number import (
    Flaw,
    InvalidNumberError,
    PersonNumber,
    display,
    read_number,
)

# The browser remembers none, and a phone shows digits.
TYPED_BY_HAND = {"autocomplete": "off", "spellcheck": "false", "inputmode": "numeric"}


class PersonNumberField(forms.CharField):
    """A national identity number, D-number or help number; cleaned to a `PersonNumber`."""

    default_error_messages = {
        Flaw.LENGTH.value: _("Et fødselsnummer har 11 sifre."),
        Flaw.DATE.value: _(
            "De seks første sifrene er ingen dato. Sjekk at nummeret er skrevet riktig."
        ),
        Flaw.CONTROL.value: _(
            "Nummeret kan ikke være riktig: kontrollsifrene stemmer ikke. Sjekk hvert siffer."
        ),
        Flaw.NOT_SYNTHETIC.value: _(
            "Dette er en demo. Bruk bare syntetiske numre, der måneden er lagt til 80."
        ),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs=TYPED_BY_HAND))
        options.setdefault("max_length", 30)
        super().__init__(**options)

    def clean(self, value: Any) -> PersonNumber | None:
        """Read the number.

        Raises:
            ValidationError: nobody can have it, or the demo refuses it.
        """
        text = str(super().clean(value))
        if not text:
            return None
        try:
            return read_number(text, synthetic_only=settings.AKSON_DEMO)
        except InvalidNumberError as error:
            message = self.error_messages[error.flaw.value]
            raise forms.ValidationError(message, error.flaw.value) from error

    def prepare_value(self, value: Any) -> Any:
        """Write a number as people read it."""
        return display(value.value) if isinstance(value, PersonNumber) else value
