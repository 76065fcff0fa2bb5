"""Which days are counted."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from journal.readers.rules.period import LONGEST_DAYS, Period
from journal.record.forms.fields import NorwegianDateField


class PeriodForm(forms.Form):
    """The first and the last day; both are in it."""

    since = NorwegianDateField(label=_("Fra og med"))
    until = NorwegianDateField(label=_("Til og med"))

    @classmethod
    def asked(cls, data: Any) -> "PeriodForm":
        """Make the form of an address; the last four weeks when it asks for nothing."""
        usual = Period.usual(timezone.localdate())
        initial = {"since": usual.since, "until": usual.until}
        is_asked = "since" in data or "until" in data
        return cls(data if is_asked else None, initial=initial)

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
        elif Period(since, until).days > LONGEST_DAYS:
            self.add_error("since", _too_long())
        return facts


def _too_long() -> str:
    said = ngettext(
        "Velg høyst %(days)d dag om gangen.",
        "Velg høyst %(days)d dager om gangen.",
        LONGEST_DAYS,
    )
    return said % {"days": LONGEST_DAYS}
