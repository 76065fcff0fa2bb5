"""Whoever comes to a legevakt, as typed in a hurry."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.forms.person_number import PersonNumberField
from access.models import Unit
from access.worker import Worker
from journal.encounters.models import Arrival, NoNote, Urgency
from journal.encounters.selectors import units_of_arrival
from journal.encounters.services import Contact
from journal.record.forms.fields import MomentField, NorwegianDateField
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


class ContactForm(FormOnce):
    """Who it is, by number or by name and birth date; how and when he came."""

    number = PersonNumberField(
        label=_("Fødselsnummer, D-nummer eller hjelpenummer"), required=False
    )
    given_name = _name(_("Fornavn"))
    family_name = _name(_("Etternavn"))
    birth_date = NorwegianDateField(
        label=_("Fødselsdato"),
        in_the_past=True,
        required=False,
        help_text=_("Ukjent person: skriv «Ukjent» som navn og en anslått dato."),
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
    arrival = forms.ChoiceField(
        label=_("Hvordan?"),
        choices=Arrival.choices,
        initial=Arrival.SELF,
        widget=forms.RadioSelect,
    )
    arrived_at = MomentField(label=_("Når?"), initial=timezone.now)
    urgency = forms.ChoiceField(
        label=_("Hastegrad"),
        choices=[("", _("Ikke vurdert")), *Urgency.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    unit = forms.ModelChoiceField(
        label=_("Legevakt"), queryset=Unit.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, worker: Worker, **options: Any) -> None:
        super().__init__(*args, **options)
        units = units_of_arrival(worker)
        field = self.fields["unit"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = units
            if units.count() == 1:
                field.widget = forms.HiddenInput()
                self.initial["unit"] = units[0].pk

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

    def contact(self) -> Contact:
        """How and when he came, as typed."""
        data = self.cleaned_data
        return Contact(
            unit=data["unit"],
            arrival=Arrival(data["arrival"]),
            arrived_at=data["arrived_at"],
            urgency=Urgency(data["urgency"]) if data["urgency"] else None,
        )


class CloseContactForm(forms.Form):
    """Why there is no signed note, if there is none."""

    no_note = forms.ChoiceField(
        label=_("Hvorfor er det ikke noe notat?"),
        choices=NoNote.choices,
        required=False,
        widget=forms.RadioSelect,
    )

    def reason(self) -> NoNote | None:
        """Why, as chosen."""
        chosen = self.cleaned_data["no_note"]
        return NoNote(chosen) if chosen else None
