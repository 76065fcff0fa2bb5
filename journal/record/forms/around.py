"""The people around the patient, as typed: relatives and care team."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from access.forms.person_number import PersonNumberField
from access.forms.phone import PhoneField
from access.person_number import PersonNumber
from journal.record.codes import FamilyRelation
from journal.record.forms.fields import (
    NorwegianDateField,
)
from journal.record.forms.stays import FormOnce
from journal.record.models import RelatedPerson
from journal.record.models.episode import TeamFunction
from journal.record.models.related_person import MayBeTold
from journal.record.selectors.units import Colleague
from journal.record.services.relatives import Relative

RELATIVE = list(Relative.__slots__)
_CHOOSE = ("", _("Velg"))


class RelativeForm(forms.Form):
    """A relative or representative, and what he may be told."""

    name = forms.CharField(
        label=_("Navn"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        label=_("Relasjon"), choices=[_CHOOSE, *FamilyRelation.choices]
    )
    phone = PhoneField(label=_("Telefon"), required=False)
    number = PersonNumberField(
        label=_("Fødselsnummer"),
        help_text=_(
            "Da får den pårørende ikke åpne journalen hvis han eller hun er ansatt her. "
            "Nummeret lagres ikke, bare et merke som kjenner det igjen."
        ),
        required=False,
    )
    is_next_of_kin = forms.BooleanField(
        label=_("Nærmeste pårørende"),
        help_text=_("Pasienten velger selv hvem det er."),
        required=False,
    )
    is_guardian = forms.BooleanField(
        label=_("Verge"), help_text=_("Oppnevnt av Statsforvalteren."), required=False
    )
    is_proxy = forms.BooleanField(
        label=_("Fullmektig"),
        help_text=_("Har fullmakt fra pasienten."),
        required=False,
    )
    may_be_told = forms.ChoiceField(
        label=_("Hva kan personen få vite?"),
        choices=MayBeTold.choices,
        initial=MayBeTold.NOT_ASKED,
        widget=forms.RadioSelect,
    )
    told_note = forms.CharField(
        label=_("Merknad"),
        help_text=_("For eksempel «ikke ring om natta»"),
        max_length=200,
        required=False,
    )
    has_parental_responsibility = forms.BooleanField(
        label=_("Har foreldreansvar"), required=False
    )
    parental_from = NorwegianDateField(
        label=_("Foreldreansvar fra"),
        help_text=_("Står det tomt, er det fra fødselen eller ikke kjent."),
        required=False,
    )
    parental_until = NorwegianDateField(
        label=_("Foreldreansvar til"),
        help_text=_("Står det tomt, gjelder det til barnet er 18 år."),
        required=False,
    )

    def number_typed(self) -> PersonNumber | None:
        """His national number, if it was typed; it is never shown again."""
        number: PersonNumber | None = self.cleaned_data["number"]
        return number

    def relative(self) -> Relative:
        """The relative as typed; a period counts only with the responsibility itself."""
        facts = {name: self.cleaned_data[name] for name in RELATIVE}
        if not facts["has_parental_responsibility"]:
            facts |= {"parental_from": None, "parental_until": None}
        return Relative(**facts)


class NewRelativeForm(RelativeForm, FormOnce):
    """A relative who is not registered yet."""


class ChangeRelativeForm(RelativeForm):
    """A registered relative, from one version of what is told of him."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @staticmethod
    def initial_of(row: RelatedPerson, version: int) -> dict[str, Any]:
        """What the fields hold before anything is typed."""
        return {name: getattr(row, name) for name in RELATIVE} | {"version": version}


class LinkForm(forms.Form):
    """Which patient a relative is; nobody takes the link away."""

    patient = forms.UUIDField(required=False)


class TeamForm(FormOnce):
    """Who shall be named in the care team, and as what."""

    worker = forms.TypedChoiceField(label=_("Hvem"))
    function = forms.ChoiceField(
        label=_("Funksjon"), choices=TeamFunction.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, colleagues: list[Colleague], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["worker"] = forms.ChoiceField(
            label=_("Hvem"),
            help_text=_("De som arbeider ved en enhet som har pasienten nå."),
            choices=[
                _CHOOSE,
                *((str(c.user_id), f"{c.name} ({c.role_label})") for c in colleagues),
            ],
        )
        self.order_fields(["worker", "function"])
