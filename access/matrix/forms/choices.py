"""All a municipality decides for itself, on one page: rules for access, language, whom to ask."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from access.accounts.models import Language
from access.forms.phone import PhoneField
from access.matrix.forms.rules import RulesForm
from access.models import LocalChoices

_EMAIL = _("Skriv e-postadressen som navn@kommune.no.")
_SECTIONS: tuple[tuple[str, Promise, Promise, tuple[str, ...]], ...] = (
    (
        "signing-in",
        _("Innlogging og skjerm"),
        _("Gjelder alle som har konto i kommunen, hver fra neste gang de logger inn."),
        ("needs_second_factor", "idle_minutes", "shared_idle_minutes", "longest_hours"),
    ),
    (
        "access",
        _("Hvem som kan åpne en journal"),
        _("Loven krever tjenstlig behov. Hvordan det vises, velger dere."),
        ("unit_wide", "need_hours"),
    ),
    (
        "control",
        _("Kontroll"),
        _(
            "Loven krever at dere kontrollerer hvem som åpner journaler "
            "(pasientjournalloven § 22). Hvor mye, velger dere."
        ),
        ("review_months", "unused_days", "cases_per_week", "sample_per_week"),
    ),
    (
        "language",
        _("Språk"),
        _(
            "Den ansatte kan velge noe annet for seg selv, under Min profil. De som er logget "
            "inn nå, får språket neste gang de logger inn."
        ),
        ("language",),
    ),
    (
        "contacts",
        _("Hvem folk kan spørre"),
        _("Skriv til et kontor, ikke til en person. Tomme felter vises ikke."),
        (
            "help_phone",
            "help_email",
            "privacy_phone",
            "privacy_email",
            "patients_phone",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Section:
    """Choices that belong together, under a heading."""

    id: str
    title: Promise
    lead: Promise
    fields: list[BoundField]


def _email(label: Promise, help_text: Promise | str = "") -> forms.EmailField:
    messages = {"invalid": _EMAIL}
    return forms.EmailField(
        label=label,  # type: ignore[arg-type]
        help_text=help_text,  # type: ignore[arg-type]
        required=False,
        error_messages=messages,
    )


class ChoicesForm(RulesForm):
    """The rules, and beside them what the municipality says of itself.

    Args:
        choices: what it says of itself now.
        resolved: its own resolution of language (målvedtak), as the register has it.
    """

    language = forms.ChoiceField(
        label=_("Målform på skjermene"),
        choices=[("", _("Som kommunens målvedtak")), *Language.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    help_phone = PhoneField(
        label=_("Brukerstøtte, telefon"),
        required=False,
        help_text=_("Vises for dem som ikke kommer inn, eller ikke har tilgang."),
    )
    help_email = _email(_("Brukerstøtte, e-post"))
    privacy_phone = PhoneField(
        label=_("Personvernombud, telefon"),
        required=False,
        help_text=_(
            "Står i brev og utskrifter til pasienter og ansatte. Dere har plikt til å gjøre "
            "det kjent (personvernforordningen artikkel 37)."
        ),
    )
    privacy_email = _email(_("Personvernombud, e-post"))
    patients_phone = PhoneField(
        label=_("Telefon for pasienter som spør om journalen sin"),
        required=False,
        help_text=_("Står på utskriften pasienten får fra loggen."),
    )

    def __init__(
        self, *args: Any, choices: LocalChoices, resolved: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.choices = choices
        for name in self._own:
            self.fields[name].initial = getattr(choices, name)
        said = _("Målvedtaket er registrert som: %(language)s. Konsortiet retter det.")
        self.fields["language"].help_text = said % {"language": resolved.lower()}

    @property
    def _own(self) -> list[str]:
        """The fields that are not of the rules."""
        rules = set(self._meta.fields or ())
        return [name for name in self.fields if name not in rules]

    @property
    def changed_rules(self) -> list[str]:
        """The rules that are not what they were."""
        return [name for name in self.changed_data if name not in self._own]

    @property
    def changed_choices(self) -> list[str]:
        """What else is not what it was."""
        return [name for name in self.changed_data if name in self._own]

    def clean(self) -> dict[str, Any] | None:
        """Let `choices` be as they shall be."""
        cleaned = super().clean()
        for name in self._own:
            if name in self.cleaned_data:
                setattr(self.choices, name, self.cleaned_data[name])
        return cleaned

    @property
    def sections(self) -> Iterator[Section]:
        """The fields as they stand on the page."""
        for code, title, lead, names in _SECTIONS:
            yield Section(code, title, lead, [self[name] for name in names])
