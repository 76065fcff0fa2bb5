"""A person's particulars and address, as typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from access.forms.person_number import PersonNumberField
from access.forms.phone import PhoneField
from access.person_number import PersonNumber
from journal.record.codes import SpokenLanguage
from journal.record.forms.fields import (
    NorwegianDateField,
)
from journal.record.models import Address, Patient
from journal.record.models.patient import Protection, Sex
from journal.record.services.person import Home, Particulars

_CHOOSE = ("", _("Velg"))
PARTICULARS = list(Particulars.__slots__)
HOME = list(Home.__slots__)


def _text(label: Any, length: int, *, is_required: bool = False) -> forms.CharField:
    """A line of text, not remembered by the browser."""
    return forms.CharField(
        label=label,
        max_length=length,
        required=is_required,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class ParticularsForm(forms.Form):
    """Names, birth date, sex, telephone, language and GP."""

    given_name = _text(_("Fornavn"), 100, is_required=True)
    middle_name = _text(_("Mellomnavn"), 100)
    family_name = _text(_("Etternavn"), 100, is_required=True)
    birth_date = NorwegianDateField(
        label=_("Fødselsdato"),
        in_the_past=True,
        help_text=_("For eksempel 14.02.1942"),
        error_messages={"future": _("Fødselsdatoen kan ikke være fram i tid.")},
    )
    sex = forms.ChoiceField(
        label=_("Kjønn"), choices=Sex.choices, widget=forms.RadioSelect
    )
    phone = PhoneField(label=_("Telefon"), required=False)
    language = forms.ChoiceField(
        label=_("Språk"),
        required=False,
        choices=[("", _("Ikke registrert")), *SpokenLanguage.choices],
    )
    needs_interpreter = forms.BooleanField(label=_("Trenger tolk"), required=False)
    gp_name = _text(_("Fastlege"), 120)
    gp_office = _text(_("Legekontor"), 120)
    gp_phone = PhoneField(label=_("Telefon til legekontoret"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask in which language, where an interpreter is needed."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("needs_interpreter") and not data.get("language", "unreadable"):
            self.add_error("language", _("Velg hvilket språk tolken skal kunne."))
        return data

    def particulars(self) -> Particulars:
        """The person as typed."""
        return Particulars(**{name: self.cleaned_data[name] for name in PARTICULARS})


class HomeForm(forms.Form):
    """The address, its protection, and how one gets in."""

    line = _text(_("Gateadresse"), 200)
    postcode = forms.RegexField(
        r"^\d{4}$",
        label=_("Postnummer"),
        required=False,
        error_messages={"invalid": _("Et postnummer har fire sifre.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    city = _text(_("Poststed"), 80)
    protection = forms.ChoiceField(
        label=_("Adressesperre"),
        choices=Protection.choices,
        help_text=_(
            "Kode 6 og 7 vises bare til den som skal dit i dag, og aldri i lister."
        ),
    )
    access_note = forms.CharField(
        label=_("Adkomst"),
        help_text=_("Nøkkelboks, port, hund, hva du gjør når ingen åpner."),
        max_length=300,
        required=False,
        widget=forms.Textarea,
    )

    def home(self) -> Home:
        """The address as typed."""
        return Home(**{name: self.cleaned_data[name] for name in HOME})


class PersonForm(ParticularsForm, HomeForm):
    """All of a person's particulars, made from one revision of them."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, is_address_hidden: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if is_address_hidden:
            for name in HOME:
                del self.fields[name]

    def home_or_none(self) -> Home | None:
        """The address as typed; None for those who may not see it."""
        return self.home() if "line" in self.fields else None

    @staticmethod
    def initial_of(patient: Patient, address: Address | None) -> dict[str, Any]:
        """What the fields hold before anything is typed."""
        initial = {name: getattr(patient, name) for name in PARTICULARS}
        initial |= {name: getattr(address or Address(), name) for name in HOME}
        return initial | {"revision": patient.revision}


class NumberForm(forms.Form):
    """A new official number, compared with the birth date."""

    number = PersonNumberField(
        label=_("Fødselsnummer, D-nummer eller hjelpenummer"),
        help_text=_("Det gamle nummeret blir stående som tidligere nummer."),
    )
    is_mismatch_checked = forms.BooleanField(
        label=_("Jeg har sjekket: både nummeret og fødselsdatoen er riktig"),
        required=False,
    )

    def __init__(self, *args: Any, patient: Patient, **options: Any) -> None:
        super().__init__(*args, **options)
        self.patient = patient

    def clean(self) -> None:
        """Ask again when the number and the birth date do not agree."""
        number = self.cleaned_data.get("number")
        is_checked = self.cleaned_data.get("is_mismatch_checked")
        if isinstance(number, PersonNumber) and not is_checked:
            ask_about_mismatch(self, number, self.patient.birth_date)


def ask_about_mismatch(form: forms.Form, number: PersonNumber, birth_date: Any) -> None:
    """Put a question at the form when a birth date does not belong to the number."""
    if number.agrees_with(birth_date):
        return
    form.add_error(
        "is_mismatch_checked",
        _(
            "Fødselsdatoen stemmer ikke med nummeret. Rett det som er feil, eller bekreft."
        ),
    )
