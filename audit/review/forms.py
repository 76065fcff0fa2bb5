"""What an auditor may ask the log for."""

from typing import Any, cast
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from access.norwegian_order import text_key
from audit.review.rules.log_filter import LogFilter, Named, Sought
from audit.review.selectors.pages import pages_as_choices
from audit.review.selectors.people import units_as_choices
from audit.review.selectors.words import BASES, NO_BASIS, PURPOSES
from audit.review.services.choosing import Asked
from audit.verbs import Outcome, Verb
from journal.record.forms.fields import NorwegianDateField

_BY_HAND = {"autocomplete": "off", "spellcheck": "false"}
_KEPT = ("keep_patient", "keep_person")
# What is in the bytes alone has no index: so many days of everybody's are read at most.
DAYS_OF_BYTES = 31
_TOO_LONG = _(
    "Side og søkeord kan letes etter i høyst 31 dager om gangen, når det ikke gjelder én "
    "pasient eller én ansatt."
)


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
        help_text=_(
            "Personnummer, navn og fødselsdato, merket i loggen eller henvisningsnummeret"
        ),
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
    verb = forms.MultipleChoiceField(
        label=_("Handling"), required=False, widget=forms.CheckboxSelectMultiple
    )
    basis = forms.MultipleChoiceField(
        label=_("Grunnlag"), required=False, widget=forms.CheckboxSelectMultiple
    )
    outcome = forms.TypedChoiceField(
        label=_("Utfall"), required=False, coerce=int, empty_value=None
    )
    purpose = forms.ChoiceField(label=_("Formål"), required=False)
    page = forms.ChoiceField(label=_("Side"), required=False)
    keep_sought = forms.BooleanField(required=False)
    sought = forms.CharField(
        label=_("Hva noen har søkt etter"),
        help_text=_("Personnummer, eller en del av det som ble skrevet"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=_BY_HAND),
    )

    def __init__(self, data: Any = None, *, now: LogFilter) -> None:
        super().__init__(data, initial=_initial(now))
        everything = ("", _("Alle"))
        self._choices("unit", [everything, *units_as_choices()])
        self._choices("verb", _verbs())
        self._choices("basis", [*BASES.items(), (NO_BASIS, _("Uten grunnlag"))])
        self._choices("purpose", [everything, *PURPOSES.items()])
        self._choices("page", [everything, *pages_as_choices()])
        self._choices("outcome", [everything, *Outcome.choices])
        self._offer_to_keep("keep_patient", now.patient, _("Bare oppslag på %(name)s"))
        self._offer_to_keep("keep_person", now.actor, _("Bare det %(name)s gjorde"))
        number = now.sought if now.sought and now.sought.keyed_hash else None
        self._offer_to_keep("keep_sought", number, _("Bare søk etter %(name)s"))
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
        elif (
            since and until and _reads_too_much(cleaned, days=(until - since).days + 1)
        ):
            self.add_error("since", _TOO_LONG)
        return cleaned

    def asked(self) -> Asked:
        """Give what was asked for."""
        cleaned = dict(self.cleaned_data)
        cleaned["unit_id"] = cleaned.pop("unit")
        cleaned["verbs"] = tuple(cleaned.pop("verb"))
        cleaned["bases"] = tuple(cleaned.pop("basis"))
        cleaned["pages"] = tuple(filter(None, cleaned.pop("page").split(",")))
        for name in (*_KEPT, "keep_sought"):
            cleaned[name] = bool(cleaned.get(name))
        for name in ("patient", "person", "sought"):
            cleaned[name] = cleaned[name].strip()
        return Asked(**cleaned)

    def _choices(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field = cast(forms.ChoiceField, self.fields[name])
        field.choices = choices

    def _offer_to_keep(
        self, name: str, named: Named | Sought | None, label: Any
    ) -> None:
        if named is None:
            del self.fields[name]
        else:
            self.fields[name].label = label % {"name": named.label}


def _reads_too_much(cleaned: dict[str, Any], *, days: int) -> bool:
    """Whether what no index has is asked for, of very many events."""
    asked = [cleaned.get(name) for name in ("page", "sought", "keep_sought")]
    of_one = [cleaned.get(name) for name in ("patient", "person", *_KEPT)]
    return any(asked) and not any(of_one) and days > DAYS_OF_BYTES


def _verbs() -> list[tuple[str, str]]:
    """What can be asked for, by its words; demo data is stored in a demo only."""
    absent = () if settings.AKSON_DEMO else (Verb.STORED_DEMO,)
    called = [(verb.value, str(verb.label)) for verb in Verb if verb not in absent]
    return sorted(called, key=lambda choice: text_key(choice[1]))


def _initial(now: LogFilter) -> dict[str, Any]:
    return {
        "since": now.since,
        "until": now.until,
        "keep_patient": True,
        "keep_person": True,
        "keep_sought": True,
        "unit": now.unit_id,
        "verb": now.verbs,
        "basis": now.bases,
        "outcome": now.outcome,
        "purpose": now.purpose,
        "page": ",".join(now.pages),
        "sought": now.sought.text if now.sought else "",
    }


class ShortcutForm(forms.Form):
    """From one event to more of the same: the person's day, or the patient's whole log."""

    event_id = forms.UUIDField()
    show = forms.ChoiceField(choices=[("person_day", ""), ("patient", "")])
    patient_id = forms.UUIDField(required=False)
