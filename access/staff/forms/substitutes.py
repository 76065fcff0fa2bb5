"""Whom a unit takes in as a substitute, and how long."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from access.models import Unit
from access.roles import Role
from access.staff.rules.shift_times import shift_ends_after, week_after
from access.staff.selectors.substitutes import Candidate, read_key
from access.staff.services.substitutes import Help

_SHOWN_AGO = timedelta(hours=2)


class PersonSearchForm(forms.Form):
    """A person's name, or parts of it."""

    q = forms.CharField(
        label=_("Navnet på vikaren"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class SubstituteForm(forms.Form):
    """One of those found, and until when: this shift, the next, or a week."""

    person = forms.ChoiceField(
        label=_("Hvem kommer?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Velg hvem som kommer."),
            "invalid_choice": _("Søk på nytt og velg hvem som kommer."),
        },
    )
    stays_until = forms.ChoiceField(
        label=_("Hvor lenge?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Velg hvor lenge."),
            "invalid_choice": _("Velg hvor lenge, på nytt."),
        },
    )

    def __init__(self, *args: Any, among: list[Candidate], **options: Any) -> None:
        super().__init__(*args, **options)
        person: Any = self.fields["person"]
        person.choices = [(one.key, f"{one.name} – {one.work}") for one in among]
        if len(among) == 1:
            person.initial = among[0].key
        until: Any = self.fields["stays_until"]
        until.choices = self._until()
        until.initial = until.choices[0][0]

    def _until(self) -> list[tuple[str, str]]:
        """Offer ends; those that were offered a while ago may still be sent."""
        now = timezone.localtime()
        offered = _ends(now)
        sent = self.data.get("stays_until", "")
        if sent and sent not in dict(offered):
            offered += [one for one in _ends(now - _SHOWN_AGO) if one[0] == sent]
        return offered

    def chosen(self) -> tuple[UUID, Role]:
        """The person, and as what he comes."""
        return read_key(self.cleaned_data["person"])

    def help_at(self, unit: Unit) -> Help:
        """What is asked for: for a week, he is put on duty for the first shift only."""
        until = datetime.fromisoformat(self.cleaned_data["stays_until"])
        first = shift_ends_after(timezone.localtime(), count=1)[0]
        is_shift = until <= timezone.now() + timedelta(hours=24)
        return Help(unit, self.chosen()[1], until if is_shift else first, until)


def _ends(now: datetime) -> list[tuple[str, str]]:
    this, after = shift_ends_after(now, count=2)
    week = week_after(now)
    return [
        (this.isoformat(), _now("Ut vakten, til %(end)s") % {"end": _said(this, now)}),
        (
            after.isoformat(),
            _now("To vakter, til %(end)s") % {"end": _said(after, now)},
        ),
        (week.isoformat(), _now("En uke, til %(end)s") % {"end": _said(week, now)}),
    ]


def _said(end: datetime, now: datetime) -> str:
    """Say when, as people do: today, tomorrow, or the date."""
    clock = f"{end:%H.%M}"
    days = (end.date() - now.date()).days
    if days == 0:
        return _now("i dag kl. %(clock)s") % {"clock": clock}
    if days == 1:
        return _now("i morgen kl. %(clock)s") % {"clock": clock}
    return _now("%(day)s kl. %(clock)s") % {"day": f"{end:%d.%m.%Y}", "clock": clock}
