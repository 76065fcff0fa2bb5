"""Which days a patient asks for."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from journal.readers.rules.period import LONGEST_DAYS, Period
from journal.record.forms.fields import NorwegianDateField


class ExtractForm(forms.Form):
    """The first and the last day; both are in it."""

    since = NorwegianDateField(label=_("Fra og med"))
    until = NorwegianDateField(label=_("Til og med"))

    @classmethod
    def asked(cls, data: Any) -> "ExtractForm":
        """Make the form of an address; the last three months when it asks for nothing."""
        today = timezone.localdate()
        since = today - timedelta(days=LONGEST_DAYS - 1)
        is_asked = "since" in data or "until" in data
        return cls(data if is_asked else None, initial={"since": since, "until": today})

    @property
    def period(self) -> Period | None:
        """The days; None when what was typed are none."""
        if not self.is_bound:
            return Period(self.initial["since"], self.initial["until"])
        if not self.is_valid():
            return None
        return Period(self.cleaned_data["since"], self.cleaned_data["until"])

    def clean(self) -> dict[str, Any]:
        """Check that the days follow upon one another."""
        facts = super().clean() or {}
        since, until = facts.get("since"), facts.get("until")
        if since and until and until < since:
            self.add_error("until", _("Siste dag kan ikke være før første dag."))
        return facts

    def say_too_many(self) -> None:
        """Say that the days hold more than can be given at once."""
        if not self.is_bound:
            self.data, self.is_bound = self.initial_as_typed(), True
            self.full_clean()
        self.add_error(
            "since",
            _("Det er mer enn 5 000 hendelser i disse dagene. Velg færre dager."),
        )

    def initial_as_typed(self) -> dict[str, str]:
        """Give the usual days as somebody would have typed them."""
        return {name: f"{day:%d.%m.%Y}" for name, day in self.initial.items()}
