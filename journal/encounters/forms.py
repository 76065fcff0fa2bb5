"""Whoever comes to a legevakt, as typed in a hurry."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.models import Unit
from access.worker import Worker
from journal.encounters.models import Arrival, NoNote, Urgency
from journal.encounters.selectors import units_of_arrival
from journal.encounters.services import Contact
from journal.record.forms.fields import MomentField
from journal.record.forms.whoever import WhoeverForm


class ContactForm(WhoeverForm):
    """Who it is; how and when he came."""

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
        self.fields["birth_date"].help_text = _(
            "Ukjent person: skriv «Ukjent» som navn og en anslått dato."
        )
        units = units_of_arrival(worker)
        field = self.fields["unit"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = units
            if units.count() == 1:
                field.widget = forms.HiddenInput()
                self.initial["unit"] = units[0].pk

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
