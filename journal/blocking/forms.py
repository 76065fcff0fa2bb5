"""What is blocked, against whom, and the conversation about it, as typed."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from access.information import Information
from access.models import BlockedWhat, BlockedWhom, Unit
from access.roles import Role
from journal.blocking.models import Spokesperson
from journal.blocking.services import Closing, Conversation
from journal.record.forms.fields import MomentField
from journal.record.forms.stays import FormOnce
from journal.record.selectors.grants import Colleagues
from journal.record.selectors.units import units_to_move_to

_CHOOSE = ("", _("Velg"))
# These read no record, so nothing can be closed to them.
_READ_NONE = {Role.AUDITOR, Role.LOCAL_ADMIN}
_ROLES = [(role.value, role.label) for role in Role if role not in _READ_NONE]
# What must be chosen besides, by what was chosen first; and what is said when it is not.
_NEEDED = {
    BlockedWhat.KIND: ("kind", _("Velg hvilken type opplysninger.")),
    BlockedWhat.DOCUMENT: ("document", _("Velg hvilket notat.")),
    BlockedWhom.PERSON: ("worker", _("Søk etter den ansatte, og velg.")),
    BlockedWhom.ROLE: ("role", _("Velg hvilken rolle.")),
    BlockedWhom.UNIT: ("unit", _("Velg hvilken enhet.")),
}

_NOTHING = ("", _("Velg"))


class ConversationForm(FormOnce):
    """Who asked, when, and what was said and advised."""

    spoken_with = forms.ChoiceField(
        label=_("Hvem snakket du med?"),
        choices=Spokesperson.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg hvem du snakket med.")},
    )
    spoken_name = forms.CharField(
        label=_("Navn, hvis det ikke var pasienten"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    spoken_at = MomentField(
        label=_("Når snakket dere sammen?"),
        error_messages={"required": _("Skriv når dere snakket sammen.")},
    )
    told = forms.CharField(
        label=_("Hva ble sagt, og hva fikk pasienten vite om følgene?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Skriv kort hva som ble sagt.")},
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the name of whoever spoke for the patient."""
        facts = super().clean() or {}
        spoke = facts.get("spoken_with")
        if spoke and spoke != Spokesperson.PATIENT and not facts.get("spoken_name"):
            self.add_error("spoken_name", _("Skriv navnet på den du snakket med."))
        return facts

    @property
    def conversation(self) -> Conversation:
        """The conversation, of a form without errors."""
        fields = ("spoken_with", "spoken_at", "told", "spoken_name")
        return Conversation(**{name: self.cleaned_data[name] for name in fields})


class BlockForm(ConversationForm):
    """A new block. Notes and people are offered once the record is open (`offer`)."""

    what = forms.TypedChoiceField(
        label=_("Hva skal sperres?"),
        coerce=BlockedWhat,
        choices=BlockedWhat.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg hva som skal sperres.")},
    )
    kind = forms.ChoiceField(
        label=_("Type opplysninger"),
        required=False,
        choices=[_CHOOSE, *Information.choices],
    )
    document = forms.UUIDField(
        label=_("Notat"),
        help_text=_("Alle versjoner blir sperret, også senere rettinger."),
        required=False,
        widget=forms.Select,
    )
    whom = forms.TypedChoiceField(
        label=_("Hvem skal det sperres for?"),
        coerce=BlockedWhom,
        choices=BlockedWhom.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg hvem det skal sperres for.")},
    )
    q = forms.CharField(
        label=_("Den ansattes navn"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    worker = forms.UUIDField(
        label=_("Velg den ansatte"), required=False, widget=forms.RadioSelect
    )
    role = forms.ChoiceField(
        label=_("Rolle"), required=False, choices=[_CHOOSE, *_ROLES]
    )
    unit = forms.ModelChoiceField(
        label=_("Enhet"),
        required=False,
        queryset=Unit.objects.none(),
        empty_label=_("Velg"),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        unit: Any = self.fields["unit"]
        unit.queryset = units_to_move_to()

    def offer(self, documents: list[tuple[str, str]], people: Colleagues) -> None:
        """Show the notes and the people there are to choose among."""
        document: Any = self.fields["document"].widget
        document.choices = [_CHOOSE, *documents]
        worker: Any = self.fields["worker"].widget
        worker.choices = [
            (str(one.user_id), f"{one.name} – {one.work}") for one in people.found
        ]

    @property
    def chosen_worker(self) -> UUID | None:
        """The employee that is chosen, also in a form that is not right yet."""
        try:
            return UUID(str(self["worker"].value()))
        except ValueError:
            return None

    def clean(self) -> dict[str, Any]:
        """Ask for what belongs to the choices, and leave out what does not."""
        facts = super().clean()
        for choice in (facts.get("what"), facts.get("whom")):
            field, message = _NEEDED.get(choice, _NOTHING) if choice else _NOTHING
            if field and field not in self.errors and not facts.get(field):
                self.add_error(field, message)
        return facts

    @property
    def closing(self) -> Closing:
        """What is closed and to whom, of a form without errors."""
        facts = self.cleaned_data
        belongs = {
            _NEEDED[c][0] for c in (facts["what"], facts["whom"]) if c in _NEEDED
        }
        chosen = {name: facts[name] for name in belongs}
        unit = chosen.get("unit")
        return Closing(
            what=facts["what"],
            whom=facts["whom"],
            kind=chosen.get("kind", ""),
            document_id=chosen.get("document"),
            worker_id=chosen.get("worker"),
            role=chosen.get("role", ""),
            unit_id=unit.pk if unit else None,
        )


def typed_before(data: Any) -> dict[str, Any]:
    """Give what stands in a form that is shown again to search, with nothing judged."""
    kept = dict(data.items())
    parts = [data.get("spoken_at_date", ""), data.get("spoken_at_time", "")]
    return kept | {"spoken_at": parts}
