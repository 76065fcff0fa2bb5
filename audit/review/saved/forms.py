"""What an auditor calls a part of the log, and who else sees it."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_LIKE_A_NUMBER = re.compile(r"\d[\d ]{4,}\d")
NAME_MOST = 60


def _refuse_numbers(typed: str) -> None:
    if _LIKE_A_NUMBER.search(typed):
        raise ValidationError(_("Skriv ikke personnummer i navnet."))


class NameForm(forms.Form):
    """A name, and whether other auditors see it."""

    name = forms.CharField(
        label=_("Navn på utvalget"),
        help_text=_("Skriv ikke navn på pasienter eller ansatte."),
        max_length=NAME_MOST,
        validators=[_refuse_numbers],
        error_messages={"required": _("Skriv et navn.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    is_shared = forms.BooleanField(
        label=_("Vis det også for andre revisorer i kommunen"), required=False
    )


class SaveForm(NameForm):
    """The same, and which days are meant."""

    follows = forms.TypedChoiceField(
        label=_("Hvilke dager?"),
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
        initial="1",
        error_messages={"required": _("Velg hvilke dager.")},
    )

    def __init__(self, data: Any = None, *, days: int) -> None:
        super().__init__(data)
        field: Any = self.fields["follows"]
        field.choices = [
            (
                "1",
                _("Like mange dager som nå (%(days)s), til og med i dag")
                % {"days": days},
            ),
            ("0", _("Akkurat de dagene som vises nå")),
        ]
