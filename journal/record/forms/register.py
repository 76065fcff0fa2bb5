"""The forms for a person nobody here knew: himself, his home, and what begins with him."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from access.forms.person_number import PersonNumberField
from access.person_number import PersonNumber
from access.roles import RecordKind
from journal.record.forms.person import HomeForm, ParticularsForm, ask_about_mismatch
from journal.record.forms.stays import FormOnce, StayForm


class NewPersonForm(ParticularsForm, HomeForm, FormOnce):
    """A new person, with the questions whether he is new."""

    number = PersonNumberField(
        label=_("Fødselsnummer, D-nummer eller hjelpenummer"),
        help_text=_(
            "11 sifre. La det stå tomt hvis personen ikke har noe nummer ennå."
        ),
        required=False,
    )
    is_mismatch_checked = forms.BooleanField(
        label=_("Jeg har sjekket: både nummeret og fødselsdatoen er riktig"),
        required=False,
    )
    is_somebody_else = forms.BooleanField(
        label=_("Jeg har sjekket: dette er en annen person"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Ask again when the number and the birth date do not agree."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        number, birth_date = data.get("number"), data.get("birth_date")
        is_checked = data.get("is_mismatch_checked")
        if isinstance(number, PersonNumber) and birth_date and not is_checked:
            ask_about_mismatch(self, number, birth_date)
        return data

    @property
    def asks_about_mismatch(self) -> bool:
        """Whether the question about number and birth date is shown."""
        is_checked = self.data.get("is_mismatch_checked") and self.data.get("number")
        return "is_mismatch_checked" in self.errors or bool(is_checked)

    @property
    def asks_about_namesake(self) -> bool:
        """Whether the question about a person like this is shown."""
        return "is_somebody_else" in self.errors or bool(
            self.data.get("is_somebody_else")
        )


class RegisterForm(StayForm, NewPersonForm):
    """A new person and the stay he begins with, in one page."""

    kind = forms.ChoiceField(
        label=_("Journal eller tjenestesak"),
        choices=RecordKind.choices,
        initial=RecordKind.JOURNAL,
        widget=forms.RadioSelect,
        help_text=_(
            "Bare praktisk hjelp, avlastning eller støttekontakt er ikke helsehjelp."
        ),
    )
