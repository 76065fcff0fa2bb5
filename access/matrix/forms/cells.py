"""The forms of the role matrix: the cells of one role, and the choice of a new version."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from access.information import Information
from access.matrix.rules.cells import (
    NAMED_ACTIONS,
    Cell,
    Difference,
    Grade,
    grade,
    grades_of,
    with_grade,
)
from access.matrix.rules.words import ACTIONS, GRADES, cell_words, change_words
from access.roles import RecordKind, Rights, Role

_PREFIX = "cell_"
CELL_FIELDS = tuple(_PREFIX + kind.value for kind in Information)


def _grade_field(kind: Information) -> forms.ChoiceField:
    """How far a role goes into one kind of information."""
    return forms.ChoiceField(
        label=kind.label,
        choices=[(one.name.lower(), GRADES[one]) for one in grades_of(kind.value)],
        error_messages={
            "required": _("Velg hvor langt rollen når."),
            "invalid_choice": _("Velg et av nivåene som står i listen."),
        },
    )


def _named_actions() -> list[tuple[str, Promise]]:
    """The actions of the matrix, in words."""
    return [(action.value, ACTIONS[action]) for action in NAMED_ACTIONS]


class CellsForm(forms.Form):
    """What one role may do in one kind of record."""

    # One field for each kind of information there is; the class body takes them as its own.
    locals().update({_PREFIX + kind.value: _grade_field(kind) for kind in Information})

    does = forms.MultipleChoiceField(
        label=_("Rollen kan dessuten"),
        required=False,
        choices=_named_actions,
        widget=forms.CheckboxSelectMultiple,
    )
    # What the matrix said when the page was made.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, rights: Rights, **options: Any) -> None:
        self.rights = rights
        cells = {
            _PREFIX + kind.value: grade(rights, kind.value).name.lower()
            for kind in Information
        }
        initial = {**cells, "does": sorted(rights.does), "seen": mark_of(rights)}
        super().__init__(*args, **{**options, "initial": initial})

    @property
    def grade_fields(self) -> list[forms.BoundField]:
        """The fields of the kinds of information, for the page."""
        return [self[_PREFIX + kind.value] for kind in Information]

    def clean(self) -> dict[str, Any]:
        """Refuse what was chosen before somebody else changed the role."""
        if self.cleaned_data.get("seen") not in ("", mark_of(self.rights)):
            self.add_error(
                None,
                _(
                    "Noen andre har endret rollen siden du åpnet siden. Åpne den på nytt, "
                    "se hva som er endret, og velg igjen."
                ),
            )
        return self.cleaned_data

    def chosen(self) -> Rights:
        """The rights as they were chosen."""
        rights = self.rights
        for kind in Information:
            wanted = Grade[self.cleaned_data[_PREFIX + kind.value].upper()]
            rights = with_grade(rights, kind.value, wanted)
        for action in NAMED_ACTIONS:
            wanted = Grade(action.value in self.cleaned_data["does"])
            rights = with_grade(rights, action.value, wanted)
        return rights


class AdoptionForm(forms.Form):
    """Which of the municipality's own cells give way to the consortium's."""

    taken = forms.MultipleChoiceField(
        label=_("Bruk konsortiets i stedet for kommunens egen"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Det du ikke krysser av for, blir stående som kommunen har det."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, number: int, contested: Iterable[Difference], **options: Any
    ) -> None:
        super().__init__(*args, **{**options, "initial": {"version": number}})
        self._number = number
        self._cells = {_key(d.cell): d.cell for d in contested}
        taken: Any = self.fields["taken"]
        taken.choices = [
            (_key(d.cell), f"{cell_words(d.cell)} ({change_words(d)})")
            for d in contested
        ]

    def clean_version(self) -> int:
        """Refuse when a newer version came while somebody was reading."""
        number = int(self.cleaned_data["version"])
        if number != self._number:
            raise forms.ValidationError(
                _("Det er kommet en nyere versjon. Les forskjellene på nytt.")
            )
        return number

    def chosen(self) -> list[Cell]:
        """The cells that give way."""
        return [self._cells[key] for key in self.cleaned_data["taken"]]


def mark_of(rights: Rights) -> str:
    """A mark that changes when the rights do."""
    lists = (rights.reads, rights.writes, rights.signs, rights.does)
    return sha256(repr([sorted(codes) for codes in lists]).encode()).hexdigest()[:16]


def place_named(record_kind: str, role: str) -> tuple[RecordKind, Role] | None:
    """Find the role and kind of record an address names."""
    try:
        return RecordKind(record_kind), Role(role)
    except ValueError:
        return None


def _key(cell: Cell) -> str:
    return f"{cell.kind.value}:{cell.role.value}:{cell.code}"
