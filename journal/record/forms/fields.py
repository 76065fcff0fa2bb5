"""Form fields for what Norwegians type: dates, times of day, telephone, person numbers."""

from datetime import UTC, date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.forms.days import WITHIN_REASON
from journal.record.rules.dates import is_long_ago, read_date, read_time


def _typed_by_hand(**attrs: Any) -> dict[str, Any]:
    """Attributes of a field whose content the browser should not remember."""
    return {"autocomplete": "off", "spellcheck": "false", **attrs}


class NorwegianDateField(forms.DateField):
    """A date as dd.mm.yyyy; dots, spaces and the century may be left out.

    Args:
        in_the_past: the date cannot lie after today, as a birth date, nor longer ago
            than anybody has lived.
    """

    default_error_messages = {
        "invalid": _("Skriv datoen med dag, måned og år, for eksempel 14.02.1942."),
        "future": _("Datoen kan ikke være fram i tid."),
        "long_ago": _("Sjekk årstallet. Det er mer enn 125 år siden."),
    }
    default_validators = WITHIN_REASON
    widget = forms.TextInput

    def __init__(self, *, in_the_past: bool = False, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs=_typed_by_hand()))
        super().__init__(**options)
        self.in_the_past = in_the_past

    def to_python(self, value: Any) -> date | None:
        """Read the date.

        Raises:
            ValidationError: the text is no date, or a day that cannot be meant.
        """
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return timezone.localdate(value)
        if isinstance(value, date):
            return value
        today = timezone.localdate()
        day = read_date(str(value), today=today, in_the_past=self.in_the_past)
        if day is None:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid")
        if self.in_the_past and day > today:
            raise forms.ValidationError(self.error_messages["future"], "future")
        if self.in_the_past and is_long_ago(day, today=today):
            raise forms.ValidationError(self.error_messages["long_ago"], "long_ago")
        return day

    def prepare_value(self, value: Any) -> Any:
        """Write a stored date as it is typed."""
        return value.strftime("%d.%m.%Y") if isinstance(value, date) else value


class NorwegianTimeField(forms.TimeField):
    """A time of day as 14.05, 14:05, 1405 or 14."""

    default_error_messages = {"invalid": _("Skriv klokkeslettet som 14.05.")}
    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs=_typed_by_hand()))
        super().__init__(**options)

    def to_python(self, value: Any) -> time | None:
        """Read the time.

        Raises:
            ValidationError: the text is no time of day.
        """
        if value in self.empty_values:
            return None
        if isinstance(value, time):
            return value
        moment = read_time(str(value))
        if moment is None:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid")
        return moment

    def prepare_value(self, value: Any) -> Any:
        """Write a stored time as it is typed."""
        return value.strftime("%H.%M") if isinstance(value, time) else value


class MomentWidget(forms.MultiWidget):
    """A date and a time of day beside each other."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        day = forms.TextInput(attrs=_typed_by_hand(**{"aria-label": _("Dato")}))
        at = forms.TextInput(attrs=_typed_by_hand(**{"aria-label": _("Klokkeslett")}))
        super().__init__({"date": day, "time": at}, attrs)

    def decompress(self, value: Any) -> list[str]:
        """Divide a moment into the two texts."""
        if not isinstance(value, datetime):
            return ["", ""]
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return [local.strftime("%d.%m.%Y"), local.strftime("%H.%M")]


class MomentField(forms.MultiValueField):
    """A moment, typed as a date and a time of day in Norway; aware once cleaned.

    Posted as `<name>_date` and `<name>_time`.
    """

    default_error_messages = {
        "incomplete": _("Skriv både dato og klokkeslett."),
        "no_such_time": _(
            "Dette klokkeslettet finnes ikke den dagen, fordi klokka ble stilt."
        ),
    }
    widget = MomentWidget

    def __init__(self, **options: Any) -> None:
        fields = (NorwegianDateField(), NorwegianTimeField())
        options.setdefault("require_all_fields", False)
        super().__init__(fields, **options)

    def compress(self, data_list: Any) -> datetime | None:
        """Join the two into one moment.

        Raises:
            ValidationError: one of them is missing, or the clock skipped that hour.
        """
        if not data_list:
            return None
        day, at = data_list
        if day is None or at is None:
            raise forms.ValidationError(self.error_messages["incomplete"], "incomplete")
        moment = timezone.make_aware(datetime.combine(day, at))
        if timezone.localtime(moment.astimezone(UTC)).time() != at:
            raise forms.ValidationError(
                self.error_messages["no_such_time"], "no_such_time"
            )
        return moment
