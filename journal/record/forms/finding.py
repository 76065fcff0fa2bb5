"""Whom somebody asks for whom his unit does not have: by number, or by name and birth date."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from access.forms.person_number import PersonNumberField
from access.models import NeedReason
from journal.record.forms.fields import NorwegianDateField
from journal.record.rules.names import fold


class FindForm(forms.Form):
    """All eleven digits; or the whole name and the birth date."""

    number = PersonNumberField(
        label=_("Fødselsnummer"), help_text=_("11 sifre."), required=False
    )
    name = forms.CharField(
        label=_("Fornavn og etternavn"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    birth_date = NorwegianDateField(
        label=_("Fødselsdato"),
        help_text=_("For eksempel 14.02.1942."),
        required=False,
        in_the_past=True,
    )

    def clean(self) -> dict[str, Any]:
        """One of the two ways is asked in full; half a question finds nobody."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors or cleaned.get("number"):
            return cleaned
        name, day = cleaned.get("name", ""), cleaned.get("birth_date")
        if not name and not day:
            self.add_error(
                "number",
                _("Skriv fødselsnummeret, eller navnet og fødselsdatoen lenger ned."),
            )
        elif len(fold(name).split()) < 2:
            self.add_error("name", _("Skriv både fornavn og etternavn."))
        elif not day:
            self.add_error("birth_date", _("Skriv fødselsdatoen også."))
        return cleaned


class NeedForm(forms.Form):
    """Which of the reasons; each is a button."""

    reason = forms.TypedChoiceField(
        coerce=NeedReason,
        choices=NeedReason.choices,
        error_messages={
            "required": _("Velg en grunn."),
            "invalid_choice": _("Velg en av grunnene."),
        },
    )
