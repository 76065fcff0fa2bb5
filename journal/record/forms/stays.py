"""Stays and services, as typed: taking in, moving, ending, and death."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.codes import ServiceType
from access.models import Unit
from access.roles import RecordKind
from journal.record.forms.fields import MomentField, NorwegianDateField
from journal.record.models import Episode
from journal.record.services.stays import Place, Stay

_CHOOSE = ("", _("Velg"))
PLACE = ("unit", "service_type", "room", "bed")
DECISION = ("starts_at", "decided_hours", "decision_reference")


class FormOnce(forms.Form):
    """A form that creates something: its id becomes the id of what it creates."""

    form_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    @property
    def new_id(self) -> UUID:
        """The id of what the form creates."""
        form_id: UUID = self.cleaned_data["form_id"]
        return form_id


class UnitSelect(forms.Select):
    """Units to choose between; each says which service it usually gives.

    `usual-service.js` proposes it when a unit is chosen.
    """

    def create_option(self, name: str, value: Any, *args: Any, **options: Any) -> Any:
        """Add the service of the unit to its option."""
        option = super().create_option(name, value, *args, **options)
        service_type = getattr(getattr(value, "instance", None), "service_type", "")
        if service_type:
            option["attrs"]["data-usual-service"] = service_type
        return option


class PlaceForm(forms.Form):
    """Unit, service, room and bed."""

    unit = forms.ModelChoiceField(
        label=_("Enhet"),
        queryset=Unit.objects.none(),
        empty_label=_("Velg"),
        widget=UnitSelect,
    )
    service_type = forms.ChoiceField(
        label=_("Tjeneste"), choices=[_CHOOSE, *ServiceType.choices]
    )
    room = forms.CharField(label=_("Rom"), max_length=20, required=False)
    bed = forms.CharField(label=_("Seng"), max_length=20, required=False)

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["unit"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = units
            first_two = list(units[:2])
            if len(first_two) == 1:
                self.initial.setdefault("unit", first_two[0].pk)
                self.initial.setdefault("service_type", first_two[0].service_type)
        for name in ("room", "bed"):
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def place(self) -> Place:
        """The place as typed."""
        data = self.cleaned_data
        return Place(
            unit=data["unit"],
            service_type=data["service_type"],
            room=data["room"].strip(),
            bed=data["bed"].strip(),
        )


class DecisionForm(forms.Form):
    """Since when, and what has been decided."""

    starts_at = MomentField(label=_("Fra"), initial=timezone.now)
    decided_hours = forms.CharField(
        label=_("Vedtatte timer"),
        help_text=_("For eksempel «3,5 timer i uka»"),
        max_length=60,
        required=False,
    )
    decision_reference = forms.CharField(
        label=_("Vedtak"),
        help_text=_("Saksnummer eller dato"),
        max_length=60,
        required=False,
    )


class StayForm(DecisionForm, PlaceForm):
    """A stay that begins."""

    def stay(self) -> Stay:
        """The stay as typed."""
        return Stay(
            place=self.place(),
            starts_at=self.cleaned_data["starts_at"],
            decided_hours=self.cleaned_data["decided_hours"],
            decision_reference=self.cleaned_data["decision_reference"],
        )


class AdmitForm(StayForm, FormOnce):
    """A stay of somebody who is registered, in one of his records or in a new one."""

    kind = forms.ChoiceField(
        label=_("Journal eller tjenestesak"),
        choices=RecordKind.choices,
        widget=forms.RadioSelect,
    )


class MoveForm(PlaceForm, FormOnce):
    """Where somebody is moved, and when; from one version of where he is."""

    at = MomentField(label=_("Flyttet"), initial=timezone.now)
    version = forms.IntegerField(widget=forms.HiddenInput)

    @staticmethod
    def initial_of(episode: Episode, version: int) -> dict[str, Any]:
        """What the fields hold before anything is typed."""
        return {name: getattr(episode, name) for name in PLACE} | {"version": version}


class CorrectStayForm(DecisionForm):
    """What is told of a stay in progress, from one version of it."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    @staticmethod
    def initial_of(episode: Episode, version: int) -> dict[str, Any]:
        """What the fields hold before anything is typed."""
        return {name: getattr(episode, name) for name in DECISION} | {
            "version": version
        }


class DischargeForm(forms.Form):
    """When a stay ended."""

    at = MomentField(label=_("Avsluttet"), initial=timezone.now)


class DeathForm(forms.Form):
    """When somebody died, with a second look."""

    deceased_on = NorwegianDateField(
        label=_("Dødsdato"),
        in_the_past=True,
        error_messages={"future": _("Dødsdatoen kan ikke være fram i tid.")},
    )
    is_certain = forms.BooleanField(
        label=_("Jeg har sjekket navn og fødselsdato, og det er riktig person"),
        error_messages={"required": _("Sjekk at det er riktig person, og kryss av.")},
    )
