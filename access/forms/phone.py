"""The form field of a telephone number."""

from itertools import pairwise
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_PHONE_DIGITS = range(3, 16)
_NORWEGIAN_PHONE_DIGITS = 8


class PhoneField(forms.CharField):
    """A telephone number; eight digits are divided as people read them."""

    default_error_messages = {
        "invalid": _("Skriv telefonnummeret med sifre, for eksempel 55 12 34 56.")
    }

    def __init__(self, **options: Any) -> None:
        attrs = {"autocomplete": "off", "spellcheck": "false", "inputmode": "tel"}
        options.setdefault("widget", forms.TextInput(attrs=attrs))
        options.setdefault("max_length", 20)
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        """Read the number.

        Raises:
            ValidationError: it holds something else than digits, spaces and a plus in front.
        """
        text = " ".join(str(super().to_python(value)).replace("-", " ").split())
        digits = text.removeprefix("+").replace(" ", "")
        if not text:
            return ""
        if not (digits.isascii() and digits.isdigit() and len(digits) in _PHONE_DIGITS):
            raise forms.ValidationError(self.error_messages["invalid"], "invalid")
        if text.startswith("+") or len(digits) != _NORWEGIAN_PHONE_DIGITS:
            return text
        cuts = (0, 3, 5, 8) if digits[0] in "49" else (0, 2, 4, 6, 8)
        return " ".join(digits[a:b] for a, b in pairwise(cuts))
