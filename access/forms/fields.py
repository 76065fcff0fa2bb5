"""Form fields of the administration: units as a tree, days, organisation numbers."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from stdnum.no import orgnr
from unfold.widgets import UnfoldAdminTextInputWidget

from access.forms.days import WITHIN_REASON
from access.models import Unit
from access.orgnr import check_orgnr


class UnitChoiceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Units as a tree, each level a step further in."""

    def label_from_instance(self, obj: Unit) -> str:
        """The name, behind as many dashes as there are levels above."""
        return f"{'– ' * (len(obj.path) - 1)}{obj.name}"


class DayField(forms.DateField):
    """A date as dd.mm.yyyy."""

    widget = UnfoldAdminTextInputWidget
    default_validators = WITHIN_REASON
    default_error_messages = {
        "invalid": _("Skriv datoen med dag, måned og år, for eksempel 14.02.2026.")
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=["%d.%m.%Y", "%d%m%Y", "%d.%m.%y"], **options)

    def prepare_value(self, value: Any) -> Any:
        """Write a date as it is typed."""
        return value.strftime("%d.%m.%Y") if isinstance(value, date) else value


class OrgnrField(forms.CharField):
    """An organisation number; spaces may stand in it."""

    widget = UnfoldAdminTextInputWidget
    default_validators = [check_orgnr]

    def to_python(self, value: Any) -> str:
        """Leave out the spaces."""
        return str(orgnr.compact(super().to_python(value) or ""))
