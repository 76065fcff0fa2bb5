"""What is typed about shifts: a day, and times of day."""

from datetime import date, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from access.forms.days import WITHIN_REASON

_PLAIN = {"autocomplete": "off", "spellcheck": "false"}


class PlainDayField(forms.DateField):
    """A date as dd.mm.yyyy, in our own pages."""

    default_validators = WITHIN_REASON
    default_error_messages = {
        "invalid": _("Skriv datoen med dag, måned og år, for eksempel 14.02.2026."),
        "required": _("Skriv en dato."),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs=dict(_PLAIN)))
        super().__init__(input_formats=["%d.%m.%Y", "%d%m%Y", "%d.%m.%y"], **options)

    def prepare_value(self, value: Any) -> Any:
        """Write a date as it is typed."""
        return value.strftime("%d.%m.%Y") if isinstance(value, date) else value


class ClockField(forms.TimeField):
    """A time of day as 14.05, 14:05, 1405 or 14."""

    default_error_messages = {
        "invalid": _("Skriv klokkeslettet som 14.05."),
        "required": _("Skriv et klokkeslett."),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs=dict(_PLAIN)))
        formats = ["%H.%M", "%H:%M", "%H%M", "%H"]
        super().__init__(input_formats=formats, **options)

    def prepare_value(self, value: Any) -> Any:
        """Write a time as it is typed."""
        return value.strftime("%H.%M") if isinstance(value, time) else value
