"""Which days are counted."""

from datetime import date
from typing import Any, Self

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from journal.readers.rules.period import LONGEST_DAYS, USUAL_DAYS, Period
from journal.record.forms.fields import NorwegianDateField


class PeriodForm(forms.Form):
    """The first and the last day; both are in it.

    Args:
        usual_days: how many days it is when nothing is asked for.
        longest_days: how many it may be; None when something else bounds it.
    """

    usual_days: int = USUAL_DAYS
    longest_days: int | None = LONGEST_DAYS

    since = NorwegianDateField(label=_("Fra og med"))
    until = NorwegianDateField(label=_("Til og med"))

    @classmethod
    def asked(cls, data: Any) -> Self:
        """Make the form of an address; the usual days when it asks for nothing."""
        usual = cls.usual(timezone.localdate())
        initial = {"since": usual.since, "until": usual.until}
        is_asked = "since" in data or "until" in data
        return cls(data if is_asked else None, initial=initial)

    @classmethod
    def usual(cls, today: date) -> Period:
        """The days that are meant when nothing is asked for."""
        return Period.last(cls.usual_days, until=today)

    @property
    def period(self) -> Period | None:
        """The days; None when what was typed are none."""
        if not self.is_bound:
            return Period(self.initial["since"], self.initial["until"])
        if not self.is_valid():
            return None
        return Period(self.cleaned_data["since"], self.cleaned_data["until"])

    def clean(self) -> dict[str, Any]:
        """Check that the days follow upon one another, and are not too many."""
        facts = super().clean() or {}
        since, until = facts.get("since"), facts.get("until")
        if since is None or until is None:
            return facts
        if until < since:
            self.add_error("until", _("Siste dag kan ikke være før første dag."))
        elif self.longest_days and Period(since, until).days > self.longest_days:
            self.add_error("since", _too_long(self.longest_days))
        return facts


def _too_long(longest: int) -> str:
    said = ngettext(
        "Velg høyst %(days)d dag om gangen.",
        "Velg høyst %(days)d dager om gangen.",
        longest,
    )
    return said % {"days": longest}
