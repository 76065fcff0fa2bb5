"""Critical information, as typed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from journal.record.forms.stays import FormOnce
from journal.record.models.critical import CriticalCategory, CriticalStatus, Severity
from journal.record.services.critical import Danger


class CriticalForm(FormOnce):
    """One thing everybody must know before they act."""

    category = forms.TypedChoiceField(
        label=_("Kategori"),
        choices=[("", _("Velg")), *CriticalCategory.choices],
        coerce=int,
    )
    text = forms.CharField(
        label=_("Hva"),
        help_text=_("For eksempel «Penicillin», «Pacemaker» eller «HLR-minus»"),
        max_length=300,
    )
    reaction = forms.CharField(
        label=_("Reaksjon eller merknad"), max_length=300, required=False
    )
    severity = forms.ChoiceField(
        label=_("Alvorlighet"), choices=Severity.choices, widget=forms.RadioSelect
    )
    source = forms.CharField(
        label=_("Kilde"),
        help_text=_("Pasienten, pårørende, epikrise, kjernejournal"),
        max_length=120,
        required=False,
    )

    def danger(self) -> Danger:
        """What was typed."""
        data = self.cleaned_data
        return Danger(**{name: data[name] for name in Danger.__slots__})


class EndCriticalForm(forms.Form):
    """Why it no longer counts."""

    status = forms.ChoiceField(
        label=_("Hva har skjedd?"),
        choices=[
            (CriticalStatus.INACTIVE, _("Gjaldt før, men gjelder ikke lenger")),
            (CriticalStatus.REFUTED, _("Avkreftet: det var aldri riktig")),
        ],
        widget=forms.RadioSelect,
    )
    why = forms.CharField(label=_("Hvorfor"), max_length=300)
