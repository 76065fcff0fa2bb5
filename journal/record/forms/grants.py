"""Whom a leader gives access, how long, and why."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.models import GrantReason
from journal.record.forms.fields import MomentField
from journal.record.forms.stays import FormOnce
from journal.record.selectors.grants import Colleague

_USUALLY = timedelta(days=7)


class ColleagueSearchForm(forms.Form):
    """A colleague's name, or parts of it."""

    q = forms.CharField(
        label=_("Kollegaens navn"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class GrantForm(FormOnce):
    """One of the colleagues found, until when, and for which reason."""

    colleague = forms.TypedChoiceField(
        label=_("Hvem skal få tilgang?"),
        coerce=UUID,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Velg en kollega."),
            "invalid_choice": _("Søk på nytt og velg en kollega."),
        },
    )
    until = MomentField(label=_("Til"), help_text=_("Høyst 14 dager fram."))
    reason = forms.TypedChoiceField(
        label=_("Hvorfor?"),
        help_text=_("Grunnen står i loggen, og pasienten kan få se den."),
        coerce=GrantReason,
        choices=GrantReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Velg en grunn.")},
    )

    def __init__(self, *args: Any, among: list[Colleague], **options: Any) -> None:
        super().__init__(*args, **options)
        colleague: Any = self.fields["colleague"]
        colleague.choices = [
            (str(one.user_id), f"{one.name} – {one.work}") for one in among
        ]
        if len(among) == 1:
            colleague.initial = str(among[0].user_id)
        self.fields["until"].initial = _in_a_week


def _in_a_week() -> datetime:
    """The evening a week from now, on the hour."""
    return (timezone.localtime() + _USUALLY).replace(minute=0, second=0, microsecond=0)
