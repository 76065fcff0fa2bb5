"""What an auditor may ask the log for."""

from typing import Any, cast
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from audit.review.rules.log_filter import LogFilter, Named
from audit.review.selectors.people import units_as_choices
from audit.review.selectors.words import BASES, NO_BASIS
from audit.review.services.choosing import Asked
from audit.verbs import Outcome, Verb
from journal.record.forms.fields import NorwegianDateField

_BY_HAND = {"autocomplete": "off", "spellcheck": "false"}


class FilterForm(forms.Form):
    """The part of the log to look at."""

    since = NorwegianDateField(
        label=_("Fra og med"), error_messages={"required": _("Skriv en dato.")}
    )
    until = NorwegianDateField(
        label=_("Til og med"), error_messages={"required": _("Skriv en dato.")}
    )
    keep_patient = forms.BooleanField(required=False)
    patient = forms.CharField(
        label=_("Pasient"),
        help_text=_("Personnummer, eller navn og fødselsdato"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=_BY_HAND),
    )
    keep_person = forms.BooleanField(required=False)
    person = forms.CharField(
        label=_("Hvem som gjorde det"),
        help_text=_("Navn eller brukernavn"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=_BY_HAND),
    )
    person_id = forms.UUIDField(
        label=_("Hvem av dem"), required=False, widget=forms.RadioSelect
    )
    unit = forms.TypedChoiceField(
        label=_("Enhet"),
        help_text=_("Enheter under den er med"),
        required=False,
        coerce=UUID,
        empty_value=None,
    )
    verb = forms.ChoiceField(label=_("Handling"), required=False)
    basis = forms.ChoiceField(label=_("Grunnlag"), required=False)
    outcome = forms.TypedChoiceField(
        label=_("Utfall"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, data: Any = None, *, now: LogFilter) -> None:
        super().__init__(data, initial=_initial(now))
        everything = ("", _("Alle"))
        self._choices("unit", [everything, *units_as_choices()])
        self._choices("verb", [everything, *_verbs()])
        self._choices(
            "basis", [everything, *BASES.items(), (NO_BASIS, _("Uten grunnlag"))]
        )
        self._choices("outcome", [everything, *Outcome.choices])
        self._offer_to_keep("keep_patient", now.patient, _("Bare oppslag på %(name)s"))
        self._offer_to_keep("keep_person", now.actor, _("Bare det %(name)s gjorde"))
        self.fields["person_id"].widget = forms.HiddenInput()

    def offer_people(self, people: list[Named]) -> None:
        """Let the reader choose among accounts with the same name."""
        self.fields["person_id"].widget = forms.RadioSelect(
            choices=[(str(person.id), person.label) for person in people]
        )

    def clean(self) -> dict[str, Any]:
        """Check that the period has a beginning and an end, in that order."""
        cleaned = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since > until:
            self.add_error("until", _("Siste dag må være etter den første."))
        return cleaned

    def asked(self) -> Asked:
        """Give what was asked for."""
        cleaned = dict(self.cleaned_data)
        cleaned["unit_id"] = cleaned.pop("unit")
        for name in ("keep_patient", "keep_person"):
            cleaned[name] = bool(cleaned.get(name))
        cleaned["patient"] = cleaned["patient"].strip()
        cleaned["person"] = cleaned["person"].strip()
        return Asked(**cleaned)

    def _choices(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field = cast(forms.ChoiceField, self.fields[name])
        field.choices = choices

    def _offer_to_keep(self, name: str, named: Named | None, label: Any) -> None:
        if named is None:
            del self.fields[name]
        else:
            self.fields[name].label = label % {"name": named.label}


def _verbs() -> list[tuple[str, str]]:
    """What can be asked for; demo data is stored in a demo only."""
    absent = () if settings.AKSON_DEMO else (Verb.STORED_DEMO,)
    return [(verb.value, str(verb.label)) for verb in Verb if verb not in absent]


def _initial(now: LogFilter) -> dict[str, Any]:
    return {
        "since": now.since,
        "until": now.until,
        "keep_patient": True,
        "keep_person": True,
        "unit": now.unit_id,
        "verb": now.verbs[0] if len(now.verbs) == 1 else "",
        "basis": now.bases[0] if len(now.bases) == 1 else "",
        "outcome": now.outcome,
    }


class ShortcutForm(forms.Form):
    """From one event to more of the same: the person's day, or the patient's whole log."""

    event_id = forms.UUIDField()
    show = forms.ChoiceField(choices=[("person_day", ""), ("patient", "")])
    patient_id = forms.UUIDField(required=False)
