"""Whoever comes, as typed in a hurry: by number, or by name and birth date; known here or new."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from access.forms.person_number import PersonNumberField
from journal.record.forms.fields import NorwegianDateField
from journal.record.forms.stays import FormOnce
from journal.record.models.patient import Sex
from journal.record.services.person import Particulars

SAME, OTHER = "same", "other"
_NAMES = ("given_name", "family_name", "birth_date")


def _name(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class WhoeverForm(FormOnce):
    """Who it is, by number or by name and birth date."""

    number = PersonNumberField(
        label=_("Fødselsnummer, D-nummer eller hjelpenummer"), required=False
    )
    given_name = _name(_("Fornavn"))
    family_name = _name(_("Etternavn"))
    birth_date = NorwegianDateField(
        label=_("Fødselsdato"),
        in_the_past=True,
        required=False,
    )
    sex = forms.ChoiceField(
        label=_("Kjønn"),
        choices=Sex.choices,
        initial=Sex.UNKNOWN,
        widget=forms.RadioSelect,
    )
    is_same = forms.ChoiceField(
        label=_("Er det samme person?"),
        choices=[(SAME, _("Ja, samme person")), (OTHER, _("Nei, en annen person"))],
        widget=forms.RadioSelect,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for name and birth date where there is no number."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not data.get("number") and "number" not in self.errors:
            self.ask_for_names(_("Skriv fødselsnummer, eller navn og fødselsdato."))
        return data

    def ask_for_names(self, why: Any) -> None:
        """Say at the first empty field that names and birth date are needed."""
        for name in _NAMES:
            if not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, why)
                return

    @property
    def asks_whether_same(self) -> bool:
        """Whether the question is shown: somebody with that name and birth date is known."""
        return "is_same" in self.errors or bool(self.data.get("is_same"))

    def particulars(self) -> Particulars:
        """A new person as typed."""
        data = self.cleaned_data
        return Particulars(
            given_name=data["given_name"],
            family_name=data["family_name"],
            birth_date=data["birth_date"],
            sex=data["sex"],
        )
