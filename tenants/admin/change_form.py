"""What the consortium's staff fill in about municipalities that are merged, divided, renumbered."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from stdnum.no import orgnr
from unfold.widgets import (
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from access.forms.fields import DayField
from tenants.admin.forms import CsvFileForm
from tenants.registry.changes import MunicipalityChange
from tenants.registry.changing.moves import Decision, Move, Plan, Problem
from tenants.registry.changing.planning import plan_changes

Kind = MunicipalityChange.Kind
# "4204 Kristiansand", and an organisation number after the name, maybe in groups of three.
_AFTER = re.compile(
    r"(?P<new>[0-9]{4})\b(?P<name>.*?)(?P<orgnr>\b[0-9]{3}(\s?[0-9]{3}){2})?"
)
# How many there are before and after; None: two or more.
_NUMBERS = {Kind.MERGER: (None, 1), Kind.SPLIT: (1, None), Kind.NEW_NUMBER: (1, 1)}
_FIELDS = {"old": "before", "new": "after", "name": "after", "orgnr": "after"}
_FIELDS |= {"goes_on": "goes_on", "county_name": "county_name"}


def _next_new_year() -> date:
    return date(timezone.localdate().year + 1, 1, 1)


class DecisionForm(forms.Form):
    """From when something is, and who decided it."""

    takes_effect_on = DayField(
        label=_("Gjelder fra"),
        initial=_next_new_year,
        help_text=_("Oftest 1. januar. Endringen kan føres lenge før."),
        error_messages={"required": _("Skriv fra hvilken dag.")},
    )
    legal_basis = forms.CharField(
        label=_("Vedtak"),
        max_length=300,
        help_text=_("For eksempel «Stortinget, Innst. 452 S (2021–2022)»."),
        error_messages={"required": _("Skriv hvem som vedtok det, og hvor det står.")},
        widget=UnfoldAdminTextInputWidget,
    )
    decided_on = DayField(
        label=_("Vedtatt dato"),
        error_messages={"required": _("Skriv når det ble vedtatt.")},
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a decision that is from after what it decides, or still to come."""
        told = super().clean() or {}
        decided, begins = told.get("decided_on"), told.get("takes_effect_on")
        if decided and decided > timezone.localdate():
            self.add_error("decided_on", _("Datoen kan ikke være fram i tid."))
        elif decided and begins and decided > begins:
            say = _("Vedtaket må være fra før dagen endringen gjelder fra.")
            self.add_error("decided_on", say)
        return told

    @property
    def decision(self) -> Decision:
        """What was filled in, when it is right."""
        told = self.cleaned_data
        return Decision(
            told["takes_effect_on"], told["legal_basis"], told["decided_on"]
        )


class ChangeFileForm(CsvFileForm, DecisionForm):
    """A whole reform in a file."""

    field_order = ("file",)


class ConfirmChangeFileForm(DecisionForm):
    """That what was shown of a file is to be done: it goes along in the page."""

    csv_text = forms.CharField(strip=False)


class MunicipalityChangeForm(DecisionForm):
    """Which municipalities become which."""

    kind = forms.ChoiceField(
        label=_("Hva skjer?"), choices=Kind.choices, widget=UnfoldAdminSelectWidget
    )
    before = forms.CharField(
        label=_("Kommunenumre før"),
        max_length=1000,
        help_text=_("Flere skilles med komma, for eksempel «1001, 1018, 1017»."),
        error_messages={"required": _("Skriv hvilke kommuner det gjelder.")},
        widget=UnfoldAdminTextInputWidget,
    )
    after = forms.CharField(
        label=_("Kommuner etter"),
        max_length=4000,
        help_text=_(
            "Nummer og navn, én kommune på hver linje, for eksempel «4204 Kristiansand». "
            "Et nytt organisasjonsnummer kan stå etter navnet."
        ),
        error_messages={"required": _("Skriv hvilke kommuner det blir.")},
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
    )
    goes_on = forms.CharField(
        label=_("Hvem fortsetter?"),
        max_length=4,
        required=False,
        help_text=_(
            "Ved sammenslåing: nummeret før til den som fortsetter med journaler, avtaler "
            "og trinn, eller tomt når det blir en helt ny kommune. Ved deling: nummeret "
            "etter til den som er den gamle."
        ),
        widget=UnfoldAdminTextInputWidget,
    )
    county_name = forms.CharField(
        label=_("Fylkets navn"),
        max_length=50,
        required=False,
        help_text=_("Bare når fylket er nytt."),
        widget=UnfoldAdminTextInputWidget,
    )
    field_order = ("kind", "before", "after", "goes_on", "county_name")
    plan: Plan | None = None

    def clean(self) -> dict[str, Any]:
        """Plan it, and put each fault at its field."""
        told = super().clean()
        if self.errors:
            return told
        befores = re.findall(r"[^\s,;]+", told["before"])
        afters = [
            _read_after(line) for line in told["after"].splitlines() if line.strip()
        ]
        for field, many, number in zip(
            ("before", "after"), (befores, afters), _NUMBERS[told["kind"]], strict=True
        ):
            if len(many) != number and not (number is None and len(many) > 1):
                self.add_error(field, _how_many(field, number))
        if told["kind"] == Kind.MERGER and told["goes_on"] not in {"", *befores}:
            self.add_error("goes_on", _("Nummeret er ikke blant dem som slås sammen."))
        if not self.errors:
            self._plan(list(_moves(befores, afters, told)))
        return told

    def _plan(self, moves: list[Move]) -> None:
        self.moves = moves
        self.plan = plan_changes(moves, self.decision)
        for field, message in {_placed(one): None for one in self.plan.problems}:
            self.add_error(field, message)


def _placed(problem: Problem) -> tuple[str, str]:
    return _FIELDS[problem.field], problem.message


def _read_after(line: str) -> dict[str, str]:
    """Divide a line into number, name and organisation number; what is no number is refused later."""
    found = _AFTER.fullmatch(line.strip())
    if found is None:
        return {"new": line.strip(), "name": "", "orgnr": ""}
    return {key: (value or "").strip() for key, value in found.groupdict().items()}


def _moves(
    befores: list[str], afters: list[dict[str, str]], told: dict[str, Any]
) -> Iterator[Move]:
    """Each before with each after; there is only one of one of them."""
    pairs = [(old, after) for old in befores for after in afters]
    typed = told["goes_on"]
    for line, (old, after) in enumerate(pairs, 1):
        goes_on: bool | None = None
        if told["kind"] == Kind.SPLIT and typed:
            goes_on = after["new"] == typed
        elif told["kind"] == Kind.MERGER and (typed or after["new"] not in befores):
            goes_on = old == typed
        yield Move(
            line=line,
            old=old,
            new=after["new"],
            name=after["name"],
            orgnr=orgnr.compact(after["orgnr"]),
            county_name=told["county_name"],
            goes_on=goes_on,
        )


def _how_many(field: str, number: int | None) -> Any:
    if number is None:
        return _("Skriv minst to kommuner.")
    if field == "before":
        return _("Skriv ett kommunenummer.")
    return _("Skriv én kommune.")
